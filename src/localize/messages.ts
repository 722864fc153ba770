import type { en } from './en.js';
import type { enAuth } from './en-auth.js';
import type { enAuthLater } from './en-auth-later.js';
import type { enConnectAppend } from './en-connect-append.js';
import type { enConnectLogin } from './en-connect-login.js';
import type { enSecondFactor } from './en-second-factor.js';
import { english } from './english.js';
import type { enLater } from './en-later.js';
import type { enPasskeyList } from './en-passkey-list.js';
import type { enPhone } from './en-phone.js';
import type { enProblems } from './en-problems.js';
import type { enSocial } from './en-social.js';
import type { enVerify } from './en-verify.js';

/** English by area, whole: what every message key and its placeholders are read from. An element speaks `common` and the areas it names. */
interface AreaMessages {
  readonly common: typeof en & typeof enProblems & typeof enLater;
  readonly auth: typeof enAuth & typeof enAuthLater & typeof enVerify & typeof enSocial & typeof enPhone;
  readonly connect: typeof enConnectLogin &
    typeof enConnectAppend &
    typeof enSecondFactor &
    typeof enPasskeyList;
}

type English = AreaMessages['common'] & AreaMessages['auth'] & AreaMessages['connect'];

/** A part of a language, a module of its own. */
export type Area = keyof AreaMessages;

/** The words of one area in one language: a missing key is a compile error. */
export type AreaCatalogue<Name extends Area> = Readonly<Record<keyof AreaMessages[Name], string>>;

/** Every message key of the kit. */
export type MessageKey = keyof English;

/** A whole language: a missing key is a compile error. */
export type MessageCatalogue = Readonly<Record<MessageKey, string>>;

/** All that the elements of one kind speak: `auth` or `connect`. */
export type ElementCatalogue<Name extends Area> = AreaCatalogue<'common'> & AreaCatalogue<Name>;

/** Single messages a site replaces, by key. Unknown keys are ignored. */
export type MessageOverrides = Readonly<Partial<Record<MessageKey, string>>>;

type Placeholder<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholder<Rest>
  : never;

/** Parameters of a message, read from the placeholders of its English text. */
export type MessageParameters<Key extends MessageKey> = [Placeholder<English[Key]>] extends [never]
  ? []
  : [parameters: Readonly<Record<Placeholder<English[Key]>, string>>];

/** Looks a message up and fills its placeholders. */
export type Translate = <Key extends MessageKey>(key: Key, ...parameters: MessageParameters<Key>) => string;

/** Builds the translate function of one language with a site's overrides on top. */
export function createTranslate(
  catalogue: Partial<MessageCatalogue>,
  overrides: MessageOverrides = {},
): Translate {
  return (key, ...rest) => {
    const override = Object.hasOwn(overrides, key) ? overrides[key] : undefined;
    const text = typeof override === 'string' ? override : (catalogue[key] ?? english[key] ?? '');
    const parameters: Readonly<Record<string, string>> = rest[0] ?? {};
    return text.replace(/\{(\w+)\}/g, (_, name: string) =>
      Object.hasOwn(parameters, name) ? (parameters[name] ?? '') : '',
    );
  };
}

/** Whether there is a message of this key, for keys composed from what the server sends. */
export function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(english, key);
}
