import * as auth from '../../api/auth-api.js';
import type { ApiClient } from '../../api/api-client.js';
import { ApiError } from '../../api/api-error.js';
import type { ProcessResponse } from '../../api/types.js';
import { pause } from '../../api/pause.js';
import { realClock } from '../../api/timing.js';
import type { Step } from '../step.js';
import { visible } from './visible.js';

/** Resolves after so many milliseconds, or as soon as the signal aborts. Never rejects. */
type Delay = (ms: number, signal: AbortSignal) => Promise<void>;

const realDelay: Delay = (ms, signal) => pause(realClock, ms, signal).catch(() => undefined);

const FIRST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 15_000;
const SLOWER = 1.3;

/**
 * Asks whether the link was opened (IdentifierVerifyStatus), ever more slowly, not while the page is hidden, through failures of
 * the network; resolves with the first answer that leads on. Throws `ApiError` when the process is over.
 */
export async function linkOpened(
  client: ApiClient,
  step: Step,
  signal: AbortSignal,
  clock: { readonly delay: Delay } = { delay: realDelay },
): Promise<ProcessResponse | undefined> {
  return movedOn(() => auth.identifierVerifyStatus(client, { signal }), step, signal, clock);
}

/** As above, by any other question. */
export async function movedOn(
  ask: () => Promise<ProcessResponse>,
  step: Step,
  signal: AbortSignal,
  clock: { readonly delay: Delay } = { delay: realDelay },
): Promise<ProcessResponse | undefined> {
  for (let pause = FIRST_PAUSE_MS; !signal.aborted; pause = Math.min(LONGEST_PAUSE_MS, pause * SLOWER)) {
    await clock.delay(pause, signal);
    await visible(signal);
    if (signal.aborted) return undefined;
    const response = await answered(ask);
    if (response && leadsOn(response, step)) return response;
  }
  return undefined;
}

async function answered(ask: () => Promise<ProcessResponse>): Promise<ProcessResponse | undefined> {
  try {
    return await ask();
  } catch (cause) {
    if (cause instanceof ApiError && cause.type === 'process_not_available') throw cause;
    return undefined;
  }
}

function leadsOn({ blockBody }: ProcessResponse, step: Step): boolean {
  return blockBody.block !== step.type || blockBody.continueOnOtherDevice !== undefined;
}
