import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import type { OperationId } from '../contract.js';
import type { Database } from '../database/database.js';
import { createStore } from '../database/store.js';
import type { SessionTokens } from '../session/session-tokens.js';
import type { SettingsSource } from '../settings/settings-source.js';
import { ApiError, validationError } from './api-error.js';
import { contractHandlers } from './contract-handlers.js';
import type { ContractOperation } from './contract-operations.js';
import { readJsonBody } from './json-body.js';
import { requireProject, type OriginPolicy } from './origin-policy.js';
import type { RateLimits } from './rate-limits.js';
import type { Answer, RequestContext } from './request-context.js';

export interface RunnerDependencies {
  database: Database;
  projectId: string;
  settings: SettingsSource;
  sessionTokens: SessionTokens;
  rateLimits: RateLimits;
  now: () => number;
}

type AnyHandler = (context: RequestContext, body: unknown) => Promise<Answer<unknown>>;

/** An operation of the contract, or one beside it that brings its handler. */
export interface RunnableOperation extends Pick<ContractOperation, 'successStatus' | 'validateBody'> {
  id: string;
  handler?: AnyHandler;
}

/** Runs one operation: checks, body, one transaction, answer. */
export async function runOperation(
  c: Context,
  operation: RunnableOperation,
  policy: OriginPolicy,
  dependencies: RunnerDependencies,
): Promise<Response> {
  const settings = await dependencies.settings.read();
  const now = dependencies.now();
  dependencies.rateLimits.limitAddress(addressOf(c), settings, now);
  requireProject(c.req.raw, dependencies.projectId);
  const handler = operation.handler ?? contractHandler(operation.id);
  if (!handler) {
    throw new ApiError(501, 'not_found', `${operation.id} is not implemented in this local API yet.`);
  }
  const body = await requestBody(c.req.raw, operation);
  const outcome = await dependencies.database.transaction(async (connection) => {
    const context: RequestContext = {
      ...policy,
      now,
      projectId: dependencies.projectId,
      headers: c.req.raw.headers,
      query: new URL(c.req.url).searchParams,
      pathParameters: c.req.param(),
      settings,
      store: createStore(connection, now),
      sessionTokens: dependencies.sessionTokens,
      limitIdentifier: (identifier) => {
        dependencies.rateLimits.limitIdentifier(identifier, settings, now);
      },
    };
    return handler(context, body).catch((error: unknown) => {
      if (error instanceof ApiError && error.keepChanges) return error;
      throw error;
    });
  });
  if (outcome instanceof ApiError) throw outcome;
  for (const cookie of outcome.cookies ?? []) c.header('Set-Cookie', cookie, { append: true });
  if (outcome.redirectUrl !== undefined) return c.redirect(outcome.redirectUrl, 302);
  if (operation.successStatus === 204) return c.body(null, 204);
  return c.json(outcome.body ?? {}, 200);
}

function contractHandler(id: string): AnyHandler | undefined {
  return contractHandlers[id as OperationId] as AnyHandler | undefined;
}

/** Address of the caller; requests made in memory have none. */
function addressOf(c: Context): string {
  const { incoming } = (c.env ?? {}) as Partial<HttpBindings>;
  return incoming?.socket.remoteAddress ?? '';
}

async function requestBody(request: Request, { validateBody }: RunnableOperation): Promise<unknown> {
  if (!validateBody) return undefined;
  const body = await readJsonBody(request);
  const errors = validateBody(body);
  if (errors.length > 0) throw validationError('The request does not fit the contract.', errors);
  return body;
}
