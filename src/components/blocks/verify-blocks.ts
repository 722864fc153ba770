/** The screens that prove an identifier, a chunk of their own. */
export { ClientContinueElsewhereBlock } from './client-continue-elsewhere/client-continue-elsewhere.js';
export { ClientLinkFailedBlock } from './client-link-failed/client-link-failed.js';
export { VerifyIdentifierBlock } from './verify-identifier/verify-identifier.js';
export { enVerify as words } from '../../localize/en-verify.js';
