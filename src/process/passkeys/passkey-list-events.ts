import type { ApiError } from '../../api/api-error.js';
import type { PasskeyOperation } from '../../api/types.js';
import type { PasskeyRow } from './passkey-row.js';

/** A passkey, as the events of a list carry it. */
export interface ListedPasskey {
  /** `cre-…`. */
  readonly passkeyId: string;
  readonly name: string;
  readonly browser: string;
  readonly os: string;
  readonly isSynced: boolean;
  readonly isHybrid: boolean;
  /** `undefined` when unknown. */
  readonly createdAt: Date | undefined;
  /** `undefined` when it was never used. */
  readonly lastUsedAt: Date | undefined;
}

function listed({
  id,
  name,
  browser,
  os,
  isSynced,
  isHybrid,
  createdMs,
  lastUsedMs,
}: PasskeyRow): ListedPasskey {
  const date = (ms: number | undefined) => (ms === undefined ? undefined : new Date(ms));
  return {
    passkeyId: id,
    name,
    browser,
    os,
    isSynced,
    isHybrid,
    createdAt: date(createdMs),
    lastUsedAt: date(lastUsedMs),
  };
}

/** How far the deletion of a passkey is. */
export type PasskeyDeletePhase = 'start' | 'cancel' | 'success' | 'error';

/** Somebody is deleting a passkey: asked for (`start`), thought better of (`cancel`), done (`success`) or failed (`error`). */
export class PasskeyDeleteEvent extends Event {
  readonly passkey: ListedPasskey;

  constructor(
    phase: PasskeyDeletePhase,
    row: PasskeyRow,
    /** Number of passkeys left; with `success` alone. */
    readonly remainingPasskeys?: number,
    /** Why it failed; with `error` alone. The person already has a way on. */
    readonly reason?: ApiError,
  ) {
    super(`cbo-passkey-delete-${phase}`, { bubbles: true, composed: true });
    this.passkey = listed(row);
  }
}

/** A passkey was made from the list. */
export class PasskeyAppendEvent extends Event {
  static readonly eventName = 'cbo-passkey-append';
  constructor(readonly passkeyOperation: PasskeyOperation) {
    super(PasskeyAppendEvent.eventName, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'cbo-passkey-delete-start': PasskeyDeleteEvent;
    'cbo-passkey-delete-cancel': PasskeyDeleteEvent;
    'cbo-passkey-delete-success': PasskeyDeleteEvent;
    'cbo-passkey-delete-error': PasskeyDeleteEvent;
    'cbo-passkey-append': PasskeyAppendEvent;
  }
}
