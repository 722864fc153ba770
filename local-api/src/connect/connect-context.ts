import type { Process } from '../database/processes.js';
import type { RequestContext } from '../http/request-context.js';
import type { ConnectState } from './connect-state.js';

/** The context of an operation that belongs to a running Connect process. */
export interface ConnectContext extends RequestContext {
  /** Operations change `process.state`; it is saved with the answer. */
  process: Process<ConnectState>;
}
