import type { ConnectState } from './connect-state.js';

interface NewClientState {
  clientEnvHandle?: { data: string; ts: number };
  lastLogin?: ConnectState['lastLogin'];
}

/**
 * `newClientState`: base64 of the JSON pages pass on to each other; nothing when there is nothing to say. Beyond ASCII
 * the JSON is escaped, so that `atob` alone reads it.
 */
export function newClientState({ clientEnvHandle, lastLogin }: NewClientState): string | undefined {
  if (!clientEnvHandle && !lastLogin) return undefined;
  const state = {
    ...(lastLogin && { lastLogin: { data: lastLogin.operation, source: 'ls', ts: lastLogin.ts } }),
    ...(clientEnvHandle && { clientEnvHandle: { ...clientEnvHandle, source: 'ls' } }),
  };
  const ascii = JSON.stringify(state).replaceAll(
    /[^\x20-\x7e]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return Buffer.from(ascii).toString('base64');
}
