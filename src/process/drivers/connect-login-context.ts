import type { ApiError } from '../../api/api-error.js';
import type { ApiClock } from '../../api/timing.js';
import type { PasskeyOperation } from '../../api/types.js';
import type { CeremonyFailure } from '../../webauthn/webauthn-outcome.js';
import type { WebAuthnService } from '../../webauthn/webauthn-service.js';
import type { FallbackCode } from '../connect/connect-events.js';
import type { ConnectSession } from '../connect/connect-session.js';
import type { DriverResult } from '../process-driver.js';
import type { IdentifierData } from '../step.js';

/** How `<connect-login>` ended. */
export type ConnectLoginOutcome =
  | {
      readonly type: 'complete';
      readonly session: string;
      readonly signedPasskeyData: string;
      readonly passkeyOperation: PasskeyOperation | undefined;
    }
  | {
      readonly type: 'fallback';
      readonly identifier: string;
      readonly code: FallbackCode;
      /** The server's words, if it had any. */
      readonly message: string | undefined;
      /** What failed, for the page's developer. */
      readonly error: ApiError | undefined;
    };

export type ConnectLoginResult = DriverResult<ConnectLoginOutcome>;

export interface ConnectLoginOptions {
  readonly session: ConnectSession;
  /** Loads the ceremonies. */
  readonly webauthn: () => Promise<WebAuthnService>;
  /** Why this page cannot sign in with a passkey at all, if it cannot. */
  readonly unsupportedReason: () => CeremonyFailure | undefined;
  /** Loads the screen of a step. */
  readonly screen: (type: string) => Promise<unknown>;
  /** Loads the screens that follow the first one, with their words. */
  readonly prepare: () => Promise<unknown>;
  /** Identifier the page knows, `''` when it knows none. */
  readonly prefill: () => string;
  /** A connect token that stands for the person, where the page provides one. */
  readonly loginToken: () => ((signal: AbortSignal) => Promise<string>) | undefined;
  /** Where the site helps people who cannot sign in. */
  readonly helpUrl: () => string | undefined;
  /** Tells the page that there is no such account; resolves to whether the page says so itself. */
  readonly onUnknownUser: (identifier: string) => boolean;
  /** Identifies the element to the ceremony coordinator. */
  readonly owner: object;
  readonly clock?: ApiClock;
}

/** What the parts of the driver share. */
export interface ConnectLoginContext {
  readonly options: ConnectLoginOptions;
  /** When the first screen was ready, unix milliseconds. */
  readonly loadedMs: number;
  /** The first screen, with a field for the identifier. */
  identifier(data: Partial<IdentifierData>, signal: AbortSignal): Promise<ConnectLoginResult>;
  /** The end: the site's own login, for the identifier unless the server names another. */
}
