import { ConnectSecondFactor } from '../components/connect-second-factor/connect-second-factor.js';
import { define } from '../process/block-registry.js';

define('connect-second-factor', ConnectSecondFactor);
