import type { ClientStateSource } from '../../api/client-handle.js';
import type { ConnectStorage } from '../../api/connect-storage.js';
import { parseJson } from '../../api/json.js';
import { isPasskeyOperation } from '../../api/passkey-guards.js';
import { isObject } from '../../api/shape-guards.js';

/**
 * What one page of a site passes on to another, such as an app to its web view: base64 of JSON
 * `{ lastLogin?: { data, source, ts }, clientEnvHandle?: { data, source, ts } }` (behaviour.md 4.4), ASCII only.
 */
export function clientStateOf({ lastLogin, clientEnvHandle }: ConnectStorage): string {
  const state = {
    ...(lastLogin && { lastLogin: { data: lastLogin.operation, ...lastLogin.meta } }),
    ...(clientEnvHandle && { clientEnvHandle: { data: clientEnvHandle.value, ...clientEnvHandle.meta } }),
  };
  const ascii = JSON.stringify(state).replace(
    /[^\x20-\x7e]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return btoa(ascii);
}

/** Takes over what is newer than what this browser knows, part by part; what cannot be read is passed over. */
export function adoptClientState(storage: ConnectStorage, state: string, source: ClientStateSource): void {
  const { lastLogin, clientEnvHandle } = read(state);
  if (isEntry(lastLogin) && lastLogin.ts > storage.lastLoginTs) {
    const { data } = lastLogin;
    if (data === undefined || isPasskeyOperation(data))
      storage.setLastLogin(data, past(lastLogin.ts), source);
  }
  const known = storage.clientEnvHandle?.meta.ts ?? 0;
  if (isEntry(clientEnvHandle) && clientEnvHandle.ts > known && typeof clientEnvHandle.data === 'string')
    storage.setClientEnvHandle(clientEnvHandle.data, past(clientEnvHandle.ts), source);
}

/** A time to come would keep out whatever is learnt until then. */
const past = (ts: number): number => Math.min(ts, Date.now());

function isEntry(value: unknown): value is { readonly data?: unknown; readonly ts: number } {
  return isObject(value) && typeof value['ts'] === 'number';
}

function read(state: string): { readonly lastLogin?: unknown; readonly clientEnvHandle?: unknown } {
  try {
    const bytes = Uint8Array.from(atob(state), (character) => character.charCodeAt(0));
    const value = parseJson(new TextDecoder().decode(bytes));
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}
