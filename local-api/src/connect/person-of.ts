import type { ConnectState } from './connect-state.js';

/** Whom a process is about at present: id of a user. */
export function personOf({ append, login, signIn }: ConnectState): string | undefined {
  return append?.userId ?? login?.userId ?? signIn?.userId;
}
