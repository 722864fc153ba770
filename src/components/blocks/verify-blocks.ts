export { enVerify as words } from '../../localize/en-verify.js';
import { ClientContinueElsewhereBlock } from './client-continue-elsewhere/client-continue-elsewhere.js';
import { ClientLinkFailedBlock } from './client-link-failed/client-link-failed.js';
import { VerifyIdentifierBlock } from './verify-identifier/verify-identifier.js';

/** The screens that prove an identifier, a chunk of their own. */
export const blocks = {
  'email-verify': VerifyIdentifierBlock,
  'phone-verify': VerifyIdentifierBlock,
  'post-signup-email-verify': VerifyIdentifierBlock,
  'client:link-failed': ClientLinkFailedBlock,
  'client:continue-elsewhere': ClientContinueElsewhereBlock,
};
