import type { ApiError } from '../api/api-error.js';
import type { AuthType, PasskeyOperation } from '../api/types.js';
import type { BlockAction } from './block-actions.js';

/** The one way a block speaks: what the person did. Never leaves the public element. */
export class BlockActionEvent extends Event {
  static readonly eventName = 'cbo-block-action';
  constructor(readonly action: BlockAction) {
    super(BlockActionEvent.eventName, { bubbles: true, composed: true });
  }
}

/** A new screen is shown. */
export class StepEvent extends Event {
  static readonly eventName = 'cbo-step';
  constructor(
    /** Block type of the contract, or a `client:*` state. */
    readonly block: string,
    readonly authType: AuthType,
    readonly previousBlock: string,
  ) {
    super(StepEvent.eventName, { bubbles: true, composed: true });
  }
}

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

/** Something failed; the person already sees a way on. */
export class ErrorEvent extends Event {
  static readonly eventName = 'cbo-error';
  constructor(readonly error: ApiError) {
    super(ErrorEvent.eventName, { bubbles: true, composed: true });
  }
}

/** The server sent a block type nobody registered. `preventDefault()` leaves the screen to the page. */
export class UnknownBlockEvent extends Event {
  static readonly eventName = 'cbo-unknown-block';
  constructor(readonly block: string) {
    super(UnknownBlockEvent.eventName, { bubbles: true, composed: true, cancelable: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'cbo-block-action': BlockActionEvent;
    'cbo-step': StepEvent;
    'cbo-complete': CompleteEvent;
    'cbo-error': ErrorEvent;
    'cbo-unknown-block': UnknownBlockEvent;
  }
}
