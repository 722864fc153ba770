import type { RequestBody, ResponseBody } from '../contract.js';
import type { RequestContext } from '../http/request-context.js';

/** Discards a process that is not going to be used; one that is gone already is no error. */
export async function connectProcessClear(
  { store, pageOrigin }: RequestContext,
  { processId }: RequestBody<'ConnectProcessClear'>,
): Promise<ResponseBody<'ConnectProcessClear'>> {
  const process = await store.connectProcesses.findByToken(processId);
  if (process?.origin === pageOrigin) {
    await store.challenges.deleteOf(process.id);
    await store.connectProcesses.delete(process.id);
  }
  return { processId };
}
