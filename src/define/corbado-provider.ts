import { CorbadoProvider } from '../components/corbado-provider/corbado-provider.js';
import { define } from '../process/block-registry.js';

define('corbado-provider', CorbadoProvider);
