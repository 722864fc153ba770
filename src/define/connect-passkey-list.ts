import { ConnectPasskeyList } from '../components/connect-passkey-list/connect-passkey-list.js';
import { define } from '../process/block-registry.js';

define('connect-passkey-list', ConnectPasskeyList);
