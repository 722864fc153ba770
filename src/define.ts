import './define/auth-process.js';
import './define/connect-append.js';
import './define/connect-login.js';
import './define/connect-passkey-list.js';
import './define/connect-second-factor.js';
import './define/corbado-provider.js';
