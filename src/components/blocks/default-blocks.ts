import { BlockRegistry } from '../../process/block-registry.js';
import { ClientDeveloperErrorBlock } from './client-developer-error/client-developer-error.js';
import { ClientErrorBlock } from './client-error/client-error.js';
import { ClientExpiredBlock } from './client-expired/client-expired.js';
import { ClientLeaveSignupBlock } from './client-leave-signup/client-leave-signup.js';
import { ClientLoadingBlock } from './client-loading/client-loading.js';
import { ClientNoPasskeySupportBlock } from './client-no-passkey-support/client-no-passkey-support.js';
import { ClientUnknownBlock } from './client-unknown/client-unknown.js';
import { CompletedBlock } from './completed/completed.js';
import { LoginInitBlock } from './login-init/login-init.js';
import { PasskeyAppendBlock } from './passkey-append/passkey-append.js';
import { PasskeyAppendedBlock } from './passkey-appended/passkey-appended.js';
import { PasskeyVerifyBlock } from './passkey-verify/passkey-verify.js';
import { SignupInitBlock } from './signup-init/signup-init.js';

/** The blocks of `<auth-process>`, a row each. First screens and passkey screens are eager: nothing may be loaded between a click and the ceremony. */
export const authBlocks = new BlockRegistry([
  { type: 'login-init', tag: 'auth-block-login-init', element: LoginInitBlock },
  { type: 'signup-init', tag: 'auth-block-signup-init', element: SignupInitBlock },
  { type: 'passkey-append', tag: 'auth-block-passkey-append', element: PasskeyAppendBlock },
  { type: 'passkey-verify', tag: 'auth-block-passkey-verify', element: PasskeyVerifyBlock },
  { type: 'passkey-appended', tag: 'auth-block-passkey-appended', element: PasskeyAppendedBlock },
  { type: 'completed', tag: 'auth-block-completed', element: CompletedBlock },
  { type: 'client:loading', tag: 'auth-block-client-loading', element: ClientLoadingBlock },
  { type: 'client:error', tag: 'auth-block-client-error', element: ClientErrorBlock },
  { type: 'client:expired', tag: 'auth-block-client-expired', element: ClientExpiredBlock },
  { type: 'client:unknown', tag: 'auth-block-client-unknown', element: ClientUnknownBlock },
  {
    type: 'client:no-passkey-support',
    tag: 'auth-block-client-no-passkey-support',
    element: ClientNoPasskeySupportBlock,
  },
  {
    type: 'client:developer-error',
    tag: 'auth-block-client-developer-error',
    element: ClientDeveloperErrorBlock,
  },
  { type: 'client:leave-signup', tag: 'auth-block-client-leave-signup', element: ClientLeaveSignupBlock },
]);
