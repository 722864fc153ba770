import { enAuthLater } from '../../localize/en-auth-later.js';
import { enLater } from '../../localize/en-later.js';
import { ClientDeveloperErrorBlock } from './client-developer-error/client-developer-error.js';
import { ClientExpiredBlock } from './client-expired/client-expired.js';
import { ClientLeaveSignupBlock } from './client-leave-signup/client-leave-signup.js';
import { ClientNoPasskeySupportBlock } from './client-no-passkey-support/client-no-passkey-support.js';
import { ClientUnknownBlock } from './client-unknown/client-unknown.js';
import { CompletedBlock } from './completed/completed.js';
import { ConditionalUiCompletedBlock } from './conditional-ui-completed/conditional-ui-completed.js';
import { PasskeyAppendBlock } from './passkey-append/passkey-append.js';
import { PasskeyAppendedBlock } from './passkey-appended/passkey-appended.js';
import { PasskeyVerifyBlock } from './passkey-verify/passkey-verify.js';
import { SocialVerifyBlock } from './social-verify/social-verify.js';

/** The screens after an answer of the person: one chunk, asked for with the first interaction. */
export const blocks = {
  'passkey-append': PasskeyAppendBlock,
  'passkey-append-after-hybrid': PasskeyAppendBlock,
  'passkey-verify': PasskeyVerifyBlock,
  'passkey-appended': PasskeyAppendedBlock,
  'social-verify': SocialVerifyBlock,
  'conditional-ui-completed': ConditionalUiCompletedBlock,
  completed: CompletedBlock,
  'client:expired': ClientExpiredBlock,
  'client:unknown': ClientUnknownBlock,
  'client:no-passkey-support': ClientNoPasskeySupportBlock,
  'client:developer-error': ClientDeveloperErrorBlock,
  'client:leave-signup': ClientLeaveSignupBlock,
};

export const words = { ...enLater, ...enAuthLater };
