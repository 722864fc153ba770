import type { Hono } from 'hono';
import { answerOrFault } from '../local/fault-response.js';
import type { Faults } from '../local/faults.js';
import { ApiError } from './api-error.js';
import { contractOperations } from './contract-operations.js';
import { runOperation, type RunnerDependencies } from './operation-runner.js';

/** Adds a route for every operation of the contract, and an answer for every other method at its path. */
export function addContractRoutes(app: Hono, dependencies: RunnerDependencies, faults: Faults): void {
  const methodsByPath = new Map<string, string[]>();
  for (const operation of contractOperations()) {
    const path = operation.path.replaceAll(/\{(\w+)\}/g, ':$1');
    methodsByPath.set(path, [...(methodsByPath.get(path) ?? []), operation.method]);
    app.on(operation.method, path, (c) =>
      answerOrFault(c, operation.id, faults, () => runOperation(c, operation, c.get('policy'), dependencies)),
    );
  }
  app.options('*', (c) => c.body(null, 204));
  for (const [path, methods] of methodsByPath) {
    app.all(path, () => {
      throw new ApiError(405, 'method_not_allowed', `Use ${methods.join(' or ')}.`, {
        headers: { Allow: methods.join(', ') },
      });
    });
  }
}
