import type { PasskeyOperation } from '../api/types.js';
import { WaitingEvent } from './waiting-event.js';

/** Claims of the session token, decoded and not verified: the site's back end verifies the token itself. */
export interface SessionUser {
  readonly sub: string;
  readonly name?: string;
  readonly email?: string;
  readonly phoneNumber?: string;
  /** Unix seconds. */
  readonly expiresAt: number;
}

/** The process has ended with a session; fired exactly once per process. A promise given to `waitUntil()` that rejects shows a way to try again. */
export class CompleteEvent extends WaitingEvent {
  static readonly eventName = 'cbo-complete';

  constructor(
    /** JWT, RS256; see `/.well-known/jwks`. */
    readonly sessionToken: string,
    /** Only while the project environment is `dev`; live, the Frontend API keeps it in a cookie. */
    readonly refreshToken: string | undefined,
    readonly user: SessionUser | undefined,
    readonly passkeyOperation: PasskeyOperation | undefined,
  ) {
    super(CompleteEvent.eventName, { bubbles: true, composed: true });
  }
}
