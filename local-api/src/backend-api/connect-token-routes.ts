import { Hono } from 'hono';
import type { ConnectTokenSubject, ConnectTokenType } from '../database/connect-tokens.js';
import type { RequestContext } from '../http/request-context.js';
import { runOperation, type RunnableOperation, type RunnerDependencies } from '../http/operation-runner.js';
import { answerOrFault } from '../local/fault-response.js';
import type { Faults } from '../local/faults.js';
import { connectTokenErrors, type ConnectTokenCreateReq } from './connect-token-request.js';
import { requireBackEnd } from './require-back-end.js';

const DEFAULT_LIFETIME_SECONDS = 300;

/** Answer of `POST /v2/connectTokens`. */
interface ConnectTokenRsp {
  id: string;
  tokenType: ConnectTokenType;
  data: ConnectTokenSubject;
  connectTokenStatus: 'initial';
  /** Unix seconds. */
  expires: number;
  /** What the page gets. */
  secret: string;
}

const operation: RunnableOperation = {
  id: 'ConnectTokenCreate',
  successStatus: 200,
  validateBody: connectTokenErrors,
  handler: async (context, body) => ({ body: await createToken(context, body as ConnectTokenCreateReq) }),
};

/**
 * `POST /v2/connectTokens` of Corbado's Backend API, for the server of a site: HTTP Basic with project id and API
 * secret. No part of the Frontend API's contract.
 */
export function connectTokenRoutes(
  dependencies: RunnerDependencies,
  apiSecret: string,
  faults: Faults,
): Hono {
  const routes = new Hono();
  routes.post('/', (c) => {
    requireBackEnd(c.req.raw, { projectId: dependencies.projectId, apiSecret });
    return answerOrFault(c, operation.id, faults, () =>
      runOperation(c, operation, c.get('policy'), dependencies),
    );
  });
  return routes;
}

async function createToken(
  { store }: RequestContext,
  { type, data, maxLifetimeInSeconds = DEFAULT_LIFETIME_SECONDS }: ConnectTokenCreateReq,
): Promise<ConnectTokenRsp> {
  const { identifier, displayName = identifier, customData } = data;
  const subject: ConnectTokenSubject = { identifier, displayName, ...(customData && { customData }) };
  await store.connectTokens.deleteExpired();
  const { id, secret, expiresAt } = await store.connectTokens.create(
    type,
    subject,
    maxLifetimeInSeconds * 1000,
  );
  return {
    id,
    tokenType: type,
    data: subject,
    connectTokenStatus: 'initial',
    expires: Math.floor(expiresAt / 1000),
    secret,
  };
}
