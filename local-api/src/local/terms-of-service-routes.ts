import { Hono } from 'hono';
import { processOperation } from '../auth/process-operation.js';
import { termsOfServiceAccept, type TermsOfServiceAcceptReq } from '../auth/terms-of-service.js';
import type { FieldError } from '../http/api-error.js';
import { requireAllowedOrigin } from '../http/origin-policy.js';
import { runOperation, type RunnableOperation, type RunnerDependencies } from '../http/operation-runner.js';

const ID = 'TermsOfServiceAccept';
const accept = processOperation(ID, termsOfServiceAccept);

const operation: RunnableOperation = {
  id: ID,
  successStatus: 200,
  validateBody,
  handler: (context, body) => accept(context, body as TermsOfServiceAcceptReq),
};

/**
 * The operation of the project's own block, NOT part of Corbado's contract: `POST …/accept` with `{ version }` answers the
 * next block, as the operations of the process do.
 */
export function termsOfServiceRoutes(dependencies: RunnerDependencies): Hono {
  const routes = new Hono();
  routes.options('/accept', (c) => c.body(null, 204));
  routes.post('/accept', (c) => {
    const policy = c.get('policy');
    requireAllowedOrigin(c.req.raw, policy);
    return runOperation(c, operation, policy, dependencies);
  });
  return routes;
}

function validateBody(body: unknown): FieldError[] {
  const { version } = Object(body) as Partial<TermsOfServiceAcceptReq>;
  return typeof version === 'string' ? [] : [{ field: 'version', message: 'must be a string' }];
}
