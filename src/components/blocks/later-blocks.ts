/** The screens after an answer of the person: one chunk, asked for with the first interaction. */
export { ClientDeveloperErrorBlock } from './client-developer-error/client-developer-error.js';
export { ClientExpiredBlock } from './client-expired/client-expired.js';
export { ClientLeaveSignupBlock } from './client-leave-signup/client-leave-signup.js';
export { ClientNoPasskeySupportBlock } from './client-no-passkey-support/client-no-passkey-support.js';
export { ClientUnknownBlock } from './client-unknown/client-unknown.js';
export { CompletedBlock } from './completed/completed.js';
export { ConditionalUiCompletedBlock } from './conditional-ui-completed/conditional-ui-completed.js';
export { PasskeyAppendBlock } from './passkey-append/passkey-append.js';
export { PasskeyAppendedBlock } from './passkey-appended/passkey-appended.js';
export { PasskeyVerifyBlock } from './passkey-verify/passkey-verify.js';
export { SocialVerifyBlock } from './social-verify/social-verify.js';
import { enAuthLater } from '../../localize/en-auth-later.js';
import { enLater } from '../../localize/en-later.js';

export const words = { ...enLater, ...enAuthLater };
