import type { PasskeyOperation } from '../../api/types.js';
import { WaitingEvent } from '../waiting-event.js';

/** What a Connect login was completed with; the site's back end opens the session. */
export interface LoginResult {
  /** Session of the Frontend API where the project has one, else empty. */
  readonly session: string;
  /** JWT (RS256, `/.well-known/jwks`) that tells the site's back end who has signed in, for some minutes. */
  readonly signedPasskeyData: string;
  /** Claim `webauthnId` of `signedPasskeyData`, decoded and not verified. */
  readonly webauthnId: string | undefined;
  /** To be passed on to other pages of the site. */
  readonly clientState: string;
  readonly passkeyOperation: PasskeyOperation | undefined;
}

/** Somebody has signed in with a passkey; fired exactly once per login. A promise given to `waitUntil()` that rejects falls back to the site's own login. */
export class ConnectCompleteEvent extends WaitingEvent implements LoginResult {
  static readonly eventName = 'cbo-complete';
  readonly session: string;
  readonly signedPasskeyData: string;
  readonly webauthnId: string | undefined;
  readonly clientState: string;
  readonly passkeyOperation: PasskeyOperation | undefined;

  constructor(result: LoginResult) {
    super(ConnectCompleteEvent.eventName, { bubbles: true, composed: true });
    this.session = result.session;
    this.signedPasskeyData = result.signedPasskeyData;
    this.webauthnId = result.webauthnId;
    this.clientState = result.clientState;
    this.passkeyOperation = result.passkeyOperation;
  }
}

/** Why the site's own login takes over: a code of the server (behaviour.md 6.3), or one of these. */
export type FallbackCode =
  /** The rollout, or the project, leaves this visitor out. */
  | 'not_allowed'
  /** No passkey of this account can be used here. */
  | 'no_passkey'
  /** The person chose it. */
  | 'own_login'
  /** The passkey failed again and again. */
  | 'failed_repeatedly'
  /** The server does not know the passkey any more. */
  | 'passkey_deleted'
  /** This browser or page cannot use passkeys. */
  | 'unsupported'
  /** The Frontend API, or a part of the kit, could not be reached or failed. */
  | 'unavailable'
  /** The page did not provide a connect token. */
  | 'token_unavailable'
  /** The page, or its back end, did not take the login over. */
  | 'completion_failed'
  /** The page is not set up for it; `cbo-error` says what is wrong. */
  | 'misconfigured'
  | (string & {});

/** The site's own login takes over. */
export class FallbackEvent extends Event {
  static readonly eventName = 'cbo-fallback';
  constructor(
    /** Who wants to sign in, `''` while unknown. */
    readonly identifier: string,
    readonly code: FallbackCode,
    /** For the person, in the element's language; `''` where there is nothing to explain. */
    readonly message: string,
  ) {
    super(FallbackEvent.eventName, { bubbles: true, composed: true });
  }
}

/** The server knows no account of that name. `preventDefault()` leaves it to the page to say so. */
export class UnknownUserEvent extends Event {
  static readonly eventName = 'cbo-unknown-user';
  constructor(readonly identifier: string) {
    super(UnknownUserEvent.eventName, { bubbles: true, composed: true, cancelable: true });
  }
}

/** The element knows what it has to offer; fired once for each process. */
export class LoadedEvent extends Event {
  static readonly eventName = 'cbo-loaded';
  constructor(
    /** Whether a screen is shown; otherwise the site goes on by itself. */
    readonly shown: boolean,
  ) {
    super(LoadedEvent.eventName, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'cbo-fallback': FallbackEvent;
    'cbo-unknown-user': UnknownUserEvent;
    'cbo-loaded': LoadedEvent;
  }
}
