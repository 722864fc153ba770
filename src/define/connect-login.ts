import { ConnectLogin } from '../components/connect-login/connect-login.js';
import { define } from '../process/block-registry.js';

define('connect-login', ConnectLogin);
