/** What a call that failed needs: one chunk, loaded with the first failure. */
export { httpError } from './error-envelope.js';
export { retryDelay } from './retry-policy.js';
export { pause } from './pause.js';
