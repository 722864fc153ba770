import { findProcess } from '../auth/find-process.js';
import { openAnswer, sealAnswer } from '../auth/sealed-answer.js';
import type { Answer, RequestContext } from '../http/request-context.js';
import type { ConnectContext } from './connect-context.js';
import { recordDecision } from './decisions.js';
import { personOf } from './person-of.js';

type Work<Body, Result> = (context: ConnectContext, body: Body) => Promise<Result>;

/** What an answer decided, to be listed under a name. */
interface Decision<Body, Result> {
  name: string;
  describe: (answer: Result, body: Body) => string;
}

/** Makes an operation of a running Connect process out of its work: finds the process and saves its state. */
export function connectOperation<Body, Result>(work: Work<Body, Result>, decision?: Decision<Body, Result>) {
  return async (context: RequestContext, body: Body): Promise<Answer<Result>> => {
    const { process } = await findProcess(context, context.store.connectProcesses);
    return carryOut({ ...context, process }, body, work, decision);
  };
}

/** As above for what uses a challenge up: the very same request gets the same answer again, for two minutes. */
export function repeatableConnectOperation<Body, Result>(
  operationId: string,
  work: Work<Body, Result>,
  decision: Decision<Body, Result>,
) {
  return async (context: RequestContext, body: Body): Promise<Answer<Result>> => {
    const { sealedAnswers, connectProcesses } = context.store;
    const { process, token } = await findProcess(context, connectProcesses);
    const request = { processId: process.id, processToken: token, operationId, body };
    const sealed = await openAnswer<Answer<Result>>(sealedAnswers, request);
    if (sealed) return sealed;
    const answer = await carryOut({ ...context, process }, body, work, decision);
    await sealAnswer(sealedAnswers, request, answer);
    return answer;
  };
}

async function carryOut<Body, Result>(
  context: ConnectContext,
  body: Body,
  work: Work<Body, Result>,
  decision: Decision<Body, Result> | undefined,
): Promise<Answer<Result>> {
  const person = personOf(context.process.state);
  const answer = await work(context, body);
  if (decision) {
    const { name, describe } = decision;
    await recordDecision(context, name, describe(answer, body), personOf(context.process.state) ?? person);
  }
  await context.store.connectProcesses.save(context.process);
  return { body: answer };
}
