import type { AuthContext, ProcessAnswer } from './auth-context.js';
import { currentBlock } from './current-block.js';
import { sendCode, type VerificationStep } from './send-code.js';

/** Goes to a step that waits for a code or link, and sends one. */
export async function startVerification(
  context: AuthContext,
  step: VerificationStep,
): Promise<ProcessAnswer> {
  const { state } = context.process;
  state.step = step;
  delete state.openedLink;
  const verification = await sendCode(context, step);
  return { blockBody: await currentBlock(context, { verification }) };
}
