import type { RequestBody, ResponseBody } from '../contract.js';
import type { ConnectContext } from './connect-context.js';
import { personOf } from './person-of.js';

/**
 * Keeps what was decided about a page, beside what the page reports.
 * @param userId whom it was about before the decision, which may have ended that
 */
export async function recordDecision(
  { process, store }: ConnectContext,
  type: string,
  message: string,
  userId = personOf(process.state),
): Promise<void> {
  await store.events.add({ kind: 'connect-decision', processId: process.id, userId, type, message });
}

/** What the answer of an operation decided, in a few words. */
export const decisions = {
  loginStart: ({
    assertionOptions,
    isCDA,
    fallbackOperationError: fallback,
  }: ResponseBody<'ConnectLoginStart'>) => {
    if (assertionOptions === '') return refusal(fallback);
    return isCDA ? 'asks for a passkey on another device' : 'asks for a passkey';
  },

  loginFinish: ({
    signedPasskeyData,
    fallbackOperationError: fallback,
  }: ResponseBody<'ConnectLoginFinish'>) =>
    signedPasskeyData === '' ? refusal(fallback) : 'accepts the passkey',

  appendStart: ({
    attestationOptions,
    variant,
    autoAppend,
    conditionalAppend,
  }: ResponseBody<'ConnectAppendStart'>) => {
    if (attestationOptions === '') return 'offers no passkey';
    const ways = [conditionalAppend && 'without a prompt first', autoAppend && 'at once'].filter(Boolean);
    return [`offers a passkey (${variant})`, ...ways].join(', ');
  },

  appendFinish: (
    _answer: ResponseBody<'ConnectAppendFinish'>,
    { completionType }: RequestBody<'ConnectAppendFinish'>,
  ) => `stores the passkey (${completionType})`,

  manageList: ({ passkeys: { length } }: ResponseBody<'ConnectManageList'>) =>
    `lists ${length === 1 ? '1 passkey' : `${length} passkeys`}`,

  manageDelete: ({ credentialID }: ResponseBody<'ConnectManageDelete'>) => `deletes ${credentialID}`,
};

type Fallback = ResponseBody<'ConnectLoginStart'>['fallbackOperationError'];

function refusal(fallback: Fallback | undefined): string {
  const code = fallback?.error?.code ?? 'no passkey';
  return fallback?.initFallback === false ? `says ${code}` : `hands over to the site’s own login (${code})`;
}
