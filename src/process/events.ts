import type { ApiError } from '../api/api-error.js';
import type { AuthType } from '../api/types.js';
import type { BlockAction } from './block-actions.js';
import type { CompleteEvent } from './complete-event.js';

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
