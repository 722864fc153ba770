import type { ProcessResponse, RequestBody } from '../contract.js';
import type { VerificationCode } from '../database/verification-codes.js';
import type { Answer, RequestContext } from '../http/request-context.js';
import { hashToken } from '../random.js';
import { isSameCode } from '../verification/code-hash.js';
import type { AuthContext, ProcessAnswer } from './auth-context.js';
import { continueVerified } from './continue-verified.js';
import { isSameBrowser } from './device-cookie.js';
import { continueElsewhere, deadLink } from './link-blocks.js';
import { processOperation } from './process-operation.js';
import { processResponse } from './process-response.js';
import { MAX_TRIES, type VerificationStep } from './send-code.js';
import { shownIdentifier } from './shown-identifier.js';
import { identifierVerifyFinish } from './verification-operations.js';

const TEMP_HEADER = 'x-corbado-temp-process-id';

const finishInProcess = processOperation('IdentifierVerifyFinish', identifierVerifyFinish);

/** A code from the page of the process, or a link: its page knows only the id the link came with. */
export async function verifyFinish(
  context: RequestContext,
  body: RequestBody<'IdentifierVerifyFinish'>,
): Promise<Answer<ProcessResponse>> {
  const tempId = context.headers.get(TEMP_HEADER);
  if (!tempId) return finishInProcess(context, body);
  const { cookies, ...answer } = await openLink(context, tempId, body.code);
  return { body: processResponse(context, answer), cookies };
}

async function openLink(context: RequestContext, tempId: string, token: string): Promise<ProcessAnswer> {
  const { store, pageOrigin, now } = context;
  const link = await store.verificationCodes.findByTempId(hashToken(tempId));
  const process = link && (await store.processes.find(link.processId));
  if (!process || process.origin !== pageOrigin || link.tries >= MAX_TRIES) return { blockBody: deadLink() };
  if (!isSameCode(token, link)) {
    await store.verificationCodes.countTry(link.id);
    return { blockBody: deadLink() };
  }
  const { authType, step } = process.state;
  if (link.usedAt !== undefined || process.completedAt !== undefined || step.name !== link.purpose) {
    return { blockBody: continueElsewhere(authType, '', 'process-already-completed') };
  }
  if (link.expiresAt <= now || !waitsFor(link, step)) return { blockBody: deadLink() };
  await store.verificationCodes.void(process.id, link.identifier);
  const answer = await useLink({ ...context, process }, step);
  await store.processes.save(process);
  return answer;
}

/** In the browser of the process the person goes on at once; elsewhere the link only opens the way there. */
async function useLink(context: AuthContext, step: VerificationStep): Promise<ProcessAnswer> {
  const { state } = context.process;
  const identifier = shownIdentifier(context, step);
  if (!isSameBrowser(context, state.deviceHash)) {
    state.step = { ...step, linkOpenedElsewhere: true };
    return { blockBody: continueElsewhere(state.authType, identifier, 'email-link-verified') };
  }
  const answer = await continueVerified(context, step);
  state.openedLink = { identifier };
  return answer;
}

function waitsFor(
  link: VerificationCode,
  step: AuthContext['process']['state']['step'],
): step is VerificationStep {
  return (
    'target' in step &&
    step.name === link.purpose &&
    step.target.type === link.type &&
    step.target.identifier === link.identifier
  );
}
