/** The screens of `<connect-append>`: one chunk, loaded when there is an offer. */
import { enConnectAppend } from '../../localize/en-connect-append.js';
import { enLater } from '../../localize/en-later.js';

export { ClientAppendDoneBlock } from './client-append-done/client-append-done.js';
export { ClientAppendOfferBlock } from './client-append-offer/client-append-offer.js';
export { ClientDeveloperErrorBlock } from './client-developer-error/client-developer-error.js';
export { ClientErrorBlock } from './client-error/client-error.js';
export { ClientUnknownBlock } from './client-unknown/client-unknown.js';

export const words = { ...enLater, ...enConnectAppend };
