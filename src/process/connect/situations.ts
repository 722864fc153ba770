import type { ApiClient } from '../../api/api-client.js';
import { parseJson } from '../../api/json.js';
import { isObject } from '../../api/shape-guards.js';
import type { CeremonyFailure } from '../../webauthn/webauthn-outcome.js';
import type { Simulation } from './simulation.js';

/** How the world is otherwise in a situation. */
interface Situation {
  /** What becomes of a request, by the end of its path; `''` for every one: a status, or `network`. */
  readonly requests?: Readonly<Record<string, number | 'network'>>;
  /** Members that answers have otherwise. */
  readonly answers?: Readonly<Record<string, unknown>>;
  /** How every prompt ends. */
  readonly prompt?: CeremonyFailure;
  readonly unsupported?: CeremonyFailure;
}

const SITUATIONS: Readonly<Record<string, Situation>> = {
  'not-allowed': { answers: { loginAllowed: false, appendAllowed: false, manageAllowed: false } },
  offline: { requests: { '': 'network' } },
  'api-failing': { requests: { '': 400 } },
  'start-failing': { requests: { '/start': 400 } },
  'finish-failing': { requests: { '/finish': 400 } },
  'answer-lost': { requests: { '/finish': 'network' } },
  'unknown-user': { requests: { '/login/start': 404 } },
  'passkey-deleted': { requests: { '/login/finish': 404 } },
  'no-passkey': { answers: { assertionOptions: '', attestationOptions: '' } },
  'other-device': { answers: { isCDA: true } },
  'restricted-browser': { answers: { attestationOptions: '', isRestrictedBrowser: true } },
  'after-hybrid': { answers: { variant: 'after-hybrid' } },
  'after-error': { answers: { variant: 'after-error' } },
  cancelled: { prompt: 'cancelled' },
  'timed-out': { prompt: 'timed-out' },
  'no-credential': { prompt: 'no-credential' },
  'already-registered': { prompt: 'already-registered' },
  busy: { prompt: 'busy' },
  failed: { prompt: 'failed' },
  unsupported: { unsupported: 'unsupported' },
  'not-secure': { unsupported: 'not-secure' },
};

/** The simulation that an address asks for by `?cbo-situation=`, if there is one of that name. */
export function simulationOf(address: string): Simulation | undefined {
  const name = new URL(address).searchParams.get('cbo-situation') ?? '';
  const situation = Object.hasOwn(SITUATIONS, name) ? SITUATIONS[name] : undefined;
  if (!situation) return undefined;
  const clients = new WeakMap<ApiClient, ApiClient>();
  return {
    client(client) {
      const present = clients.get(client) ?? client.fork((fetch) => bent(fetch, situation));
      clients.set(client, present);
      return present;
    },
    webauthn: (service) => {
      const { prompt, unsupported } = situation;
      const end = () => Promise.resolve({ outcome: prompt ?? 'failed', elapsedMs: 0 });
      return {
        ...service,
        ...(prompt && { get: end, create: end, createConditional: end }),
        ...(unsupported && { unsupportedReason: () => unsupported }),
      };
    },
    unsupportedReason: () => situation.unsupported,
    storage: forgetful(),
  };
}

/** A `fetch` whose requests fail, or whose answers are changed, as the situation says. */
function bent(
  fetch: typeof globalThis.fetch,
  { requests = {}, answers }: Situation,
): typeof globalThis.fetch {
  return async (input, init) => {
    const { pathname } = new URL(input instanceof Request ? input.url : input);
    const fate = Object.entries(requests).find(([end]) => pathname.endsWith(end))?.[1];
    if (fate === 'network') throw new TypeError('Simulated: no answer');
    if (fate !== undefined) return new Response('{}', { status: fate });
    const response = await fetch(input, init);
    if (!answers || !response.ok) return response;
    const text = await response.text();
    const body = text === '' ? undefined : parseJson(text);
    if (!isObject(body)) return new Response(text || null, response);
    const changed = Object.entries(answers).filter(([member]) => Object.hasOwn(body, member));
    return new Response(JSON.stringify({ ...body, ...Object.fromEntries(changed) }), response);
  };
}

/** Who was here last is known; the process of a simulation is of no use to the next visit, and nothing is written. */
function forgetful(): Storage {
  const refuse = (): never => {
    throw new TypeError('Simulated: nothing is kept');
  };
  const page = globalThis.localStorage;
  return {
    length: 0,
    key: () => null,
    clear: refuse,
    getItem: (key) => (key.startsWith('cbo_connect_process') ? null : page.getItem(key)),
    setItem: refuse,
    removeItem: refuse,
  };
}
