import { dataOf, isFields, requestError, text, type Fields } from './fields.js';
import type { LastIdentifier } from '../api/client-storage.js';
import type {
  GeneralBlockPasskeyAppend,
  GeneralBlockPasskeyVerify,
  LoginIdentifierType,
  RequestError,
  SocialStatus,
} from '../api/types.js';

/** One field of the sign-up form. */
export interface IdentifierField {
  readonly type: LoginIdentifierType;
  readonly identifier: string;
  readonly error?: RequestError;
}

/** Sign-in with a provider (schema `socialData`); names of providers are open, a newer server may know more. */
export interface SocialInfo {
  readonly providers: readonly string[];
  readonly status: SocialStatus;
  /** Where the provider waits for the person, `''` while there is none; checked before anybody goes there. */
  readonly oauthUrl: string;
  readonly error?: RequestError;
}

export interface SignupInitData {
  readonly identifiers: readonly IdentifierField[];
  readonly fullName?: { readonly fullName: string; readonly error?: RequestError };
  readonly socialData: SocialInfo;
  readonly error?: RequestError;
}

export interface LoginInitData {
  readonly conditionalUIChallenge?: string;
  readonly identifierValue: string;
  readonly isPhone: boolean;
  readonly isPhoneAvailable: boolean;
  readonly isEmailAvailable: boolean;
  readonly isUsernameAvailable: boolean;
  readonly socialData: SocialInfo;
  readonly fieldError?: RequestError;
  readonly error?: RequestError;
  /** Not from the wire: what this device remembers. */
  readonly lastIdentifier?: LastIdentifier | undefined;
}

export interface PasskeyAppendData {
  readonly challenge: string;
  readonly identifierValue: string;
  readonly identifierType: LoginIdentifierType;
  readonly autoSubmit: boolean;
  readonly passkeyIconSet: GeneralBlockPasskeyAppend['passkeyIconSet'];
  readonly variant: GeneralBlockPasskeyAppend['variant'];
  /** Not from the wire: "Don't ask again" has an effect here. */
  readonly canOptOut?: boolean;
}

export interface PasskeyVerifyData {
  readonly challenge: string;
  readonly identifierValue: string;
  readonly loginHint?: GeneralBlockPasskeyVerify['loginHint'];
}

const IDENTIFIER_TYPES: readonly LoginIdentifierType[] = ['email', 'phone', 'username'];
const ICON_SETS: readonly PasskeyAppendData['passkeyIconSet'][] = ['default', 'apple', 'android', 'windows'];
const VARIANTS: readonly PasskeyAppendData['variant'][] = [
  'default',
  'after-hybrid',
  'after-error',
  'after-no-credential',
];

const SOCIAL_STATUSES: readonly SocialStatus[] = ['initial', 'started', 'finished'];
/** More buttons than any project has; a list beyond that is broken or hostile. */
const MAX_PROVIDERS = 12;
const MAX_PROVIDER_NAME = 40;

function oneOf<T extends string>(values: readonly T[], value: unknown, otherwise: T): T {
  return values.find((candidate) => candidate === value) ?? otherwise;
}

function withError<T extends object>(data: T, error: unknown): T & { error?: RequestError } {
  const known = requestError(error);
  return known ? { ...data, error: known } : data;
}

function identifierField(value: unknown): IdentifierField[] {
  if (!isFields(value) || !IDENTIFIER_TYPES.includes(value['type'] as LoginIdentifierType)) return [];
  const type = value['type'] as LoginIdentifierType;
  return [withError({ type, identifier: text(value['identifier']) }, value['error'])];
}

/** One field for each type: two of a kind could not be told apart, neither here nor by the server. */
function identifierFields(value: unknown): IdentifierField[] {
  const fields = Array.isArray(value) ? value.flatMap(identifierField) : [];
  return fields.filter((field, index) => fields.findIndex(({ type }) => type === field.type) === index);
}

/** `socialData` of a block, whatever of it is there. */
function readSocial(value: unknown): SocialInfo {
  const fields: Fields = isFields(value) ? value : {};
  const named = Array.isArray(fields['providers']) ? fields['providers'].map(text) : [];
  const usable = named.filter((name) => name.trim() !== '' && name.length <= MAX_PROVIDER_NAME);
  return withError(
    {
      providers: [...new Set(usable)].slice(0, MAX_PROVIDERS),
      status: oneOf(SOCIAL_STATUSES, fields['status'], 'initial'),
      oauthUrl: typeof fields['oauthUrl'] === 'string' ? fields['oauthUrl'] : '',
    },
    fields['error'],
  );
}

/** How a sign-in with a provider stands; what is wrong with the block is wrong with it. */
export function socialOf(body: { readonly data?: unknown; readonly error?: unknown }): SocialInfo {
  const { socialData, error } = dataOf(body);
  return withError(readSocial(socialData), error ?? body.error);
}

/** The person is back from a provider and nobody has told the server yet (SocialVerifyFinish). */
export function comesFromProvider({
  blockBody,
}: {
  readonly blockBody: Parameters<typeof socialOf>[0];
}): boolean {
  const { status, error } = socialOf(blockBody);
  return status === 'finished' && !error;
}

/** `generalBlockSignupInit`, whatever of it is there. */
export function readSignupInit(fields: Fields): SignupInitData {
  const identifiers = identifierFields(fields['identifiers']);
  const name = fields['fullName'];
  const data: SignupInitData = {
    identifiers,
    ...(isFields(name) ? { fullName: withError({ fullName: text(name['fullName']) }, name['error']) } : {}),
    socialData: readSocial(fields['socialData']),
  };
  return withError(data, fields['error']);
}

/** `generalBlockLoginInit`, whatever of it is there. */
export function readLoginInit(fields: Fields): LoginInitData {
  const challenge = fields['conditionalUIChallenge'];
  const fieldError = requestError(fields['fieldError']);
  const data: LoginInitData = {
    ...(typeof challenge === 'string' && challenge !== '' ? { conditionalUIChallenge: challenge } : {}),
    ...(fieldError ? { fieldError } : {}),
    identifierValue: text(fields['identifierValue']),
    isPhone: fields['isPhone'] === true,
    isPhoneAvailable: fields['isPhoneAvailable'] === true,
    isEmailAvailable: fields['isEmailAvailable'] === true,
    isUsernameAvailable: fields['isUsernameAvailable'] === true,
    socialData: readSocial(fields['socialData']),
  };
  return withError(data, fields['error']);
}

/** `generalBlockPasskeyAppend`, whatever of it is there. */
export function readPasskeyAppend(fields: Fields): PasskeyAppendData {
  return {
    challenge: typeof fields['challenge'] === 'string' ? fields['challenge'] : '',
    identifierValue: text(fields['identifierValue']),
    identifierType: oneOf(IDENTIFIER_TYPES, fields['identifierType'], 'email'),
    autoSubmit: fields['autoSubmit'] === true,
    passkeyIconSet: oneOf(ICON_SETS, fields['passkeyIconSet'], 'default'),
    variant: oneOf(VARIANTS, fields['variant'], 'default'),
  };
}

/** `generalBlockPasskeyVerify`, whatever of it is there. */
export function readPasskeyVerify(fields: Fields): PasskeyVerifyData {
  return {
    challenge: typeof fields['challenge'] === 'string' ? fields['challenge'] : '',
    identifierValue: text(fields['identifierValue']),
    ...(fields['loginHint'] === 'cda' ? { loginHint: 'cda' as const } : {}),
  };
}
