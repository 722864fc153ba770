/** The screens of a list of passkeys: one chunk, loaded beside the list itself. */
import { enConnectAppend } from '../../localize/en-connect-append.js';
import { enLater } from '../../localize/en-later.js';
import { enPasskeyList } from '../../localize/en-passkey-list.js';

export { ClientDeveloperErrorBlock } from './client-developer-error/client-developer-error.js';
export { ClientPasskeyListBlock } from './client-passkey-list/client-passkey-list.js';
export { ClientUnknownBlock } from './client-unknown/client-unknown.js';

export const words = { ...enLater, ...enConnectAppend, ...enPasskeyList };
