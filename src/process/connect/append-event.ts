import type { PasskeyOperation } from '../../api/types.js';
import { WaitingEvent } from '../waiting-event.js';

/** How `<connect-append>` ended. */
export type AppendOutcome =
  /** A passkey was made. */
  | 'complete'
  /** This device had one already. */
  | 'complete-noop'
  /** There was nothing to offer, or it could not be offered; the person saw nothing. */
  | 'skip-implicit'
  /** The person wants none now. */
  | 'skip-explicit';

export interface AppendResult {
  readonly outcome: AppendOutcome;
  /** Of the new passkey. */
  readonly passkeyOperation?: PasskeyOperation | undefined;
  /** As the site's back end gave it with the connect token. */
  readonly customData?: Readonly<Record<string, string>> | undefined;
}

/** The offer is over, the site goes on; fired exactly once. A promise given to `waitUntil()` holds `redirect-url`; one that rejects does not keep the person. */
export class AppendEvent extends WaitingEvent implements AppendResult {
  static readonly eventName = 'cbo-append';
  readonly outcome: AppendOutcome;
  readonly passkeyOperation: PasskeyOperation | undefined;
  readonly customData: Readonly<Record<string, string>> | undefined;

  constructor(
    result: AppendResult,
    /** To be passed on to other pages of the site. */
    readonly clientState: string,
  ) {
    super(AppendEvent.eventName, { bubbles: true, composed: true });
    this.outcome = result.outcome;
    this.passkeyOperation = result.passkeyOperation;
    this.customData = result.customData;
  }
}

declare global {
  interface HTMLElementEventMap {
    'cbo-append': AppendEvent;
  }
}
