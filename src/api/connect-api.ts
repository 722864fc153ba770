/**
 * Operations of the tag CorbadoConnect, named after their operationId. Each rejects with `ApiError` and nothing else; a
 * login that is not possible is no rejection but `fallbackOperationError` (behaviour.md 6.3), older servers answer 404.
 * Retry classes: retry-policy.ts.
 */
export * from './connect-append-api.js';
export * from './connect-events-api.js';
export * from './connect-init-api.js';
export * from './connect-login-api.js';
export * from './connect-manage-api.js';
