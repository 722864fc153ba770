/** What serves an answer of the person: one chunk, asked for with the first interaction. */
export { AuthActions } from './auth-actions.js';
export * as passkeyAnswers from './passkey-answers.js';
