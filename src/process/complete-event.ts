import type { PasskeyOperation } from '../api/types.js';

/** Claims of the session token, decoded and not verified: the site's back end verifies the token itself. */
export interface SessionUser {
  readonly sub: string;
  readonly name?: string;
  readonly email?: string;
  readonly phoneNumber?: string;
  /** Unix seconds. */
  readonly expiresAt: number;
}

/** The process has ended with a session; fired exactly once per process. */
export class CompleteEvent extends Event {
  static readonly eventName = 'cbo-complete';
  readonly #waits: Promise<unknown>[] = [];

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

  /** Holds the finishing screen, `complete-url` and `redirect-url` until the promise settles; a rejection shows a way to try again. */
  waitUntil(promise: Promise<unknown>): void {
    this.#waits.push(promise);
  }

  /** Settles when everything the page waits for has. @internal */
  async settled(): Promise<void> {
    await Promise.all(this.#waits);
  }
}
