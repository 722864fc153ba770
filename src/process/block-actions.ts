import type { LoginIdentifierType, VerificationMethod } from '../api/types.js';

/** What a person can do on a screen, in their words; which request serves it is the driver's business. */
export interface BlockActionMap {
  'submit-signup': {
    readonly fullName?: string;
    readonly identifiers: readonly { readonly type: LoginIdentifierType; readonly identifier: string }[];
  };
  'submit-identifier': { readonly identifier: string; readonly isPhone: boolean };
  'forget-identifier': object;
  'use-passkey': object;
  'create-passkey': object;
  /** Leaves the page for a provider such as `google`, named as the server names it. */
  'use-social': { readonly provider: string };
  'update-identifier': { readonly identifierType: LoginIdentifierType; readonly value: string };
  'submit-code': { readonly code: string };
  'resend-code': object;
  'choose-method': { readonly method: VerificationMethod };
  'choose-alternative': { readonly block: string };
  /** Makes a further passkey, from the list of them. */
  'add-passkey': object;
  /** Wants a passkey deleted; is asked once more. */
  'ask-delete': { readonly id: string };
  /** Thinks better of it, or has read a notice. */
  'close-dialog': object;
  /** Says so once more. */
  'delete-passkey': object;
  /** Wants to know what is offered; nothing changes but what the server knows of it. */
  'learn-more': object;
  continue: object;
  /** Goes on without what is offered; `forGood`: and wants no such offer again. */
  skip: { readonly forGood?: boolean };
  /** Takes the site's own login in place of Connect. */
  'use-own-login': object;
  /** Leaves the process; a half-finished sign-up asks first unless `confirmed`. */
  abort: { readonly confirmed?: boolean };
  /** Stays after `client:leave-signup`. */
  stay: object;
  retry: object;
  restart: object;
}

/** Hands in a credential that a ceremony delivered: after autofill, or again when the answer was lost. No screen sends it. */
export interface FinishPasskey {
  readonly type: 'finish-passkey';
}

export type BlockAction = {
  [Type in keyof BlockActionMap]: { readonly type: Type } & BlockActionMap[Type];
}[keyof BlockActionMap];

export type ProcessAction = BlockAction | FinishPasskey;
export type ActionType = ProcessAction['type'];

/** Actions that may cut off one that is under way. */
export function interrupts(action: ProcessAction): boolean {
  return ['abort', 'choose-alternative', 'restart', 'use-own-login'].includes(action.type);
}

/** Actions that open a prompt or leave the page: nothing but a person's own act may lead to them. */
export function needsPerson(action: ProcessAction): boolean {
  return action.type === 'use-passkey' || action.type === 'create-passkey' || action.type === 'use-social';
}
