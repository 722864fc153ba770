import type { ProcessResponse } from '../api/types.js';
import type { ProcessState } from './process-state.js';
import type { ClientKnowledge } from './step.js';
import { toStep } from './wire-step.js';

/** The state after an answer of the server. */
export function acceptResponse(
  state: ProcessState,
  response: ProcessResponse,
  known: ClientKnowledge & { readonly byPerson: boolean },
): ProcessState {
  const generation = response.newProcess ? state.generation + 1 : state.generation;
  const step = toStep(response.blockBody, generation, known);
  return {
    status: step.type === 'completed' ? 'completed' : 'ready',
    step,
    common: response.common,
    pending: undefined,
    problem: undefined,
    byPerson: known.byPerson,
    generation,
  };
}
