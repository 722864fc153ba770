/** The screens of `<connect-second-factor>`: one chunk, loaded when there is something to confirm with. */
export { ClientDeveloperErrorBlock } from './client-developer-error/client-developer-error.js';
export { ClientErrorBlock } from './client-error/client-error.js';
export { ClientSecondFactorBlock } from './client-second-factor/client-second-factor.js';
export { ClientUnknownBlock } from './client-unknown/client-unknown.js';
export { CompletedBlock } from './completed/completed.js';
export { enLater as words } from '../../localize/en-later.js';
