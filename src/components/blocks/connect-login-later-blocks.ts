/** The screens of `<connect-login>` after an answer of the person: one chunk, asked for with the first interaction. */
export { ClientDeveloperErrorBlock } from './client-developer-error/client-developer-error.js';
export { ClientErrorBlock } from './client-error/client-error.js';
export { ClientHybridBlock } from './client-hybrid/client-hybrid.js';
export { ClientPasskeyFailedBlock } from './client-passkey-failed/client-passkey-failed.js';
export { ClientUnknownBlock } from './client-unknown/client-unknown.js';
export { CompletedBlock } from './completed/completed.js';
export { enLater as words } from '../../localize/en-later.js';
