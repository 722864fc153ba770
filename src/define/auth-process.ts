import { AuthProcess } from '../components/auth-process/auth-process.js';
import { define } from '../process/block-registry.js';

define('auth-process', AuthProcess);
