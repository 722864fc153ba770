import type { ProcessResponse } from '../contract.js';
import { processNotAvailable } from '../http/api-error.js';
import type { Answer, RequestContext } from '../http/request-context.js';
import type { AuthContext, ProcessAnswer } from './auth-context.js';
import { findProcess } from './find-process.js';
import { processResponse } from './process-response.js';
import { openAnswer, sealAnswer } from './sealed-answer.js';

type Work<Body, Result> = (context: AuthContext, body: Body) => Promise<Result>;

/**
 * Makes an operation of a running process out of its work: finds the process, saves its state, frames
 * the block, and answers a repeated request whose first answer completed the process.
 * @param whenCompleted what else there is to say about a completed process
 */
export function processOperation<Body>(
  operationId: string,
  work: Work<Body, ProcessAnswer>,
  whenCompleted: (context: AuthContext) => ProcessAnswer | undefined = () => undefined,
) {
  return async (context: RequestContext, body: Body): Promise<Answer<ProcessResponse>> => {
    const { process, token } = await findProcess(context, context.store.processes);
    const request = { processId: process.id, processToken: token, operationId, body };
    if (process.completedAt !== undefined) {
      const answer = await openAnswer<Answer<ProcessResponse>>(context.store.sealedAnswers, request);
      if (answer) return answer;
      const last = whenCompleted({ ...context, process });
      if (!last) throw processNotAvailable();
      return { body: processResponse(context, last) };
    }
    const { cookies, ...answer } = await work({ ...context, process }, body);
    await context.store.processes.save(process);
    const result = { body: processResponse(context, answer), cookies };
    if (process.completedAt !== undefined) {
      await sealAnswer(context.store.sealedAnswers, request, result);
    }
    return result;
  };
}

/** As above for operations without an answer; a completed process takes them silently, as they may come late. */
export function processNotification<Body>(work: Work<Body, void>) {
  return async (context: RequestContext, body: Body): Promise<Answer<undefined>> => {
    const { process } = await findProcess(context, context.store.processes);
    await work({ ...context, process }, body);
    await context.store.processes.save(process);
    return { body: undefined };
  };
}
