import type { RequestBody } from '../contract.js';
import { validationError } from '../http/api-error.js';
import { typedCode } from '../verification/code-hash.js';
import type { AuthContext, ProcessAnswer } from './auth-context.js';
import { checkCode } from './check-code.js';
import { continueVerified } from './continue-verified.js';
import { currentBlock } from './current-block.js';
import { continueElsewhere } from './link-blocks.js';
import type { VerificationTarget } from './process-state.js';
import { requireStep } from './require-step.js';
import type { VerificationStep } from './send-code.js';
import { startVerification } from './start-verification.js';
import { verificationTargets, type VerifiableStep } from './verification-targets.js';

/** Sends a code or link, again or for the first time; also the way from a passkey to what stands in for it. */
export async function identifierVerifyStart(
  context: AuthContext,
  body: RequestBody<'IdentifierVerifyStart'>,
): Promise<ProcessAnswer> {
  const step = requireStep(
    context,
    'signup-append',
    'signup-verify',
    'verify',
    'login-verify',
    'post-login-verify',
  );
  if ('target' in step && step.linkOpenedElsewhere) return continueVerified(context, step);
  return startVerification(context, verificationStep(step, await chosenTarget(context, step, body)));
}

/** Takes a code, or the token of a link that was opened where the process runs. */
export async function identifierVerifyFinish(
  context: AuthContext,
  body: RequestBody<'IdentifierVerifyFinish'>,
): Promise<ProcessAnswer> {
  const step = requireStep(context, 'signup-verify', 'login-verify', 'post-login-verify');
  const target = await chosenTarget(context, step, body);
  const chosen = { ...step, target };
  context.limitIdentifier(target.identifier);
  context.process.state.step = chosen;
  const error = await checkCode(context, chosen, typedCode(body.code));
  if (error) return { blockBody: await currentBlock(context, { verification: error }) };
  return continueVerified(context, chosen);
}

/** How far the link is: the same block while nobody opened it. */
export async function identifierVerifyStatus(context: AuthContext): Promise<ProcessAnswer> {
  const { step, openedLink, authType } = context.process.state;
  if ('target' in step && step.linkOpenedElsewhere) return continueVerified(context, step);
  if (openedLink) {
    return { blockBody: continueElsewhere(authType, openedLink.identifier, 'email-link-verified') };
  }
  return { blockBody: await currentBlock(context) };
}

/** The tab a link was asked in, after another tab of the same browser completed the process with it. */
export function completedByLink({ process }: AuthContext): ProcessAnswer | undefined {
  const { openedLink, authType } = process.state;
  return (
    openedLink && {
      blockBody: continueElsewhere(authType, openedLink.identifier, 'process-already-completed'),
    }
  );
}

async function chosenTarget(
  context: AuthContext,
  step: VerifiableStep,
  { identifierType, verificationType }: Omit<RequestBody<'IdentifierVerifyStart'>, 'code'>,
): Promise<VerificationTarget> {
  const targets = await verificationTargets(context, step);
  const target = targets.find(({ type, method }) => type === identifierType && method === verificationType);
  if (target) return target;
  const message = `cannot be verified by ${verificationType} here`;
  throw validationError(`${identifierType} ${message}.`, [{ field: 'verificationType', message }]);
}

function verificationStep(step: VerifiableStep, target: VerificationTarget): VerificationStep {
  switch (step.name) {
    case 'signup-append':
      return {
        name: 'signup-verify',
        target,
        draft: { userHandle: step.userHandle, verified: [] },
      };
    case 'verify':
      return { name: 'login-verify', target, userId: step.userId, identifier: step.identifier };
    default:
      return { ...step, target };
  }
}
