import type { ApiClient } from '../../api/api-client.js';
import type { ClientStorage } from '../../api/client-storage.js';
import type { BlockType, ClientInformation, ProcessResponse } from '../../api/types.js';
import type { CeremonyFailure } from '../../webauthn/webauthn-outcome.js';
import type { WebAuthnService } from '../../webauthn/webauthn-service.js';
import type { SiteAction } from '../block-registry.js';
import type { DriverResult } from '../process-driver.js';
import type { BlockDataOf, TypedValues } from '../step.js';
import type { AuthProcessStore } from './auth-process-store.js';
import type { Challenges } from './challenges.js';

/** What an email link carries: a process to answer for, and the token that proves the address. */
export interface EmailLink {
  readonly tempProcessId: string;
  readonly code: string;
}

export interface AuthDriverOptions {
  readonly client: ApiClient;
  readonly storage: ClientStorage;
  /** Loads the ceremonies; asked for before the first screen that needs one. */
  readonly webauthn: () => Promise<WebAuthnService>;
  /** Why this page cannot run such a ceremony at all, if it cannot. */
  readonly unsupportedReason: (type: 'get' | 'create') => CeremonyFailure | undefined;
  readonly clientInformation: () => Promise<ClientInformation>;
  /** The link this page was opened by; handed out once. */
  readonly takeEmailLink: () => Promise<EmailLink | undefined>;
  /** Loads the words and screens that follow the first one. */
  readonly prepare: () => Promise<unknown>;
  /** Who serves an action that the kit does not know. */
  readonly siteAction?: (block: string, action: string) => SiteAction | undefined;
  /** Further origins the page allows a person to be sent to. */
  readonly allowedOrigins: () => readonly string[];
  /** Whether the page lets the server be told what became of ceremonies and offers. */
  readonly reportsEvents: () => boolean;
  /** Leaves the page for an address that was checked. */
  readonly leave: (target: URL) => void;
  /** Where the page wants to start (hash or attribute), if anywhere. */
  readonly preferredBlock: () => BlockType | undefined;
  /** Whether this page was left at a later screen than it wants to start with: a stored process goes on there. */
  readonly isLater: () => boolean;
  /** Identifies the element to the ceremony coordinator. */
  readonly owner: object;
}

/** What the parts of the auth driver share. */
export interface AuthContext {
  readonly options: AuthDriverOptions;
  readonly store: AuthProcessStore;
  readonly challenges: Challenges;
  /** What the person sent, so that a lost process does not lose it. */
  typed: TypedValues;
  /** Challenge of an offer that follows a code or link: a passkey may be made for it without a prompt, tried once. */
  upgrade: string | undefined;
  /** What a person should know before they leave the sign-up. */
  leaving?: BlockDataOf<'client:leave-signup'> | undefined;
  /** Where a process that was lost is to begin again. */
  restartWith: BlockType | undefined;
  /** Shows an answer of the server; what its screen needs is there before it is shown. */
  answer(response: ProcessResponse, how?: 'restart'): Promise<DriverResult>;
}
