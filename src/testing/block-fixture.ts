import type { LastIdentifier } from '../api/client-storage.js';
import type { BlockBody } from '../api/types.js';
import type { ActionType, BlockAction } from '../process/block-actions.js';
import { openWith, type Script } from './scripted-fetch.js';
import type { WebAuthnScript } from './scripted-webauthn.js';
import type { ResponseOverrides } from './wire.js';

/** One state of one screen, told as the way that leads there: so every fixture can really happen. */
export interface BlockFixture {
  /** Block type on the screen in the end. */
  readonly shows: string;
  readonly script: Script;
  readonly webauthn?: WebAuthnScript;
  /** Who signed in on this device last. */
  readonly lastIdentifier?: LastIdentifier;
  /** The page was opened by the link of an email. */
  readonly byEmailLink?: boolean;
  /** What the person has done by then. */
  readonly actions?: readonly BlockAction[];
  /** The action under way in the end. */
  readonly pending?: ActionType;
  /** The page has named no project. */
  readonly withoutProject?: boolean;
  /** The page rejects what it promised to `cbo-complete`. */
  readonly completionFails?: boolean;
  /** What the browser remembers, by key. */
  readonly storage?: Readonly<Record<string, string>>;
  /** The public element that shows it; `<auth-process>` unless told. */
  readonly element?: {
    readonly tag: string;
    readonly element: CustomElementConstructor;
    /** Set before it is put on the page. */
    readonly properties?: Readonly<Record<string, unknown>>;
  };
}

export type BlockFixtures = Readonly<Record<string, BlockFixture>>;

export type FixtureOptions = Partial<BlockFixture> & {
  /** Common part of the first answer. */
  readonly common?: ResponseOverrides;
};

/** A fixture of the block a new process starts with. */
export function fixtureOf(block: BlockBody, options: FixtureOptions = {}): BlockFixture {
  const { common, script, ...rest } = options;
  return {
    shows: block.block,
    ...rest,
    script: { 'POST /v2/auth/process/init': openWith(block, common), ...script },
  };
}
