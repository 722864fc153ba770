import type { RequestError } from '../contract.js';
import { continueSignup } from './continue-signup.js';
import type { AuthContext, ProcessAnswer } from './auth-context.js';
import { currentBlock } from './current-block.js';
import { requireStep } from './require-step.js';
import { TERMS_VERSION } from './terms-of-service-block.js';

/** What the page sends when the person accepts. */
export interface TermsOfServiceAcceptReq {
  /** The version the person has read. */
  version: string;
}

const outdated: RequestError = {
  code: 'terms_outdated',
  message: 'The terms have changed. Please read the new ones.',
};

/** Takes the acceptance and goes on with the sign-up; of another version than the present one it is none. */
export async function termsOfServiceAccept(
  context: AuthContext,
  { version }: TermsOfServiceAcceptReq,
): Promise<ProcessAnswer> {
  const { draft } = requireStep(context, 'signup-terms');
  if (version !== TERMS_VERSION) return { blockBody: await currentBlock(context, { block: outdated }) };
  return continueSignup(context, { ...draft, acceptedTerms: version });
}
