import { ConnectAppend } from '../components/connect-append/connect-append.js';
import { define } from '../process/block-registry.js';

define('connect-append', ConnectAppend);
