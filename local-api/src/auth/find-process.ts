import type { Process, Processes } from '../database/processes.js';
import { processNotAvailable, validationError } from '../http/api-error.js';
import type { RequestContext } from '../http/request-context.js';

const HEADER = 'x-corbado-process-id';

interface Found<State> {
  process: Process<State>;
  token: string;
}

/**
 * The process a request names.
 * @throws {ApiError} `validation_error` without a name, `process_not_available` for one that is none (any more)
 */
export async function findProcess<State>(
  context: RequestContext,
  processes: Processes<State>,
): Promise<Found<State>> {
  if (!context.headers.get(HEADER)) {
    const message = 'names no process';
    throw validationError(`The header ${HEADER} ${message}.`, [{ field: HEADER, message }]);
  }
  const found = await findNamedProcess(context, processes);
  if (!found) throw processNotAvailable();
  return found;
}

/** As above where a process may be named but need not. */
export async function findNamedProcess<State>(
  { headers, pageOrigin }: RequestContext,
  processes: Processes<State>,
): Promise<Found<State> | undefined> {
  const token = headers.get(HEADER) ?? '';
  const process = await processes.findByToken(token);
  return process?.origin === pageOrigin ? { process, token } : undefined;
}
