import './define/auth-process.js';
import './define/corbado-provider.js';
