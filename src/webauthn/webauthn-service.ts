import { readCapabilities, type Capabilities } from './capabilities.js';
import { pageCoordinator, type CeremonyCoordinator, type CeremonyRequest } from './ceremony-coordinator.js';
import { loadCodec, readsOptions } from './ceremony-options.js';
import { systemClock, type Clock } from './clock.js';
import {
  createCeremony,
  getCeremony,
  performCeremony,
  type GetCeremony,
  type NativeCeremony,
} from './native-ceremony.js';
import { createSignals, type Signals } from './signals.js';
import type { CeremonyFailure, CeremonyOutcome } from './webauthn-outcome.js';
import { unsupportedReason } from './webauthn-support.js';

export interface CeremonyInit {
  signal?: AbortSignal;
  /** Whose ceremony it is, for `cancel()` and `onRearm()`. All calls without one share one. */
  owner?: object;
}

export interface GetInit extends CeremonyInit {
  /**
   * Only passkeys at hand, else 'no-credential' at once and nothing shown (`uiMode: 'immediate'`). Needs a fresh user
   * gesture and options without allowCredentials; 'unsupported' where the browser cannot.
   */
  immediate?: boolean;
}

/**
 * Passkey ceremonies. Options are the contract's strings `{"publicKey": …}`. One ceremony is live on a page at a
 * time: a modal one (`get`, `create`) ends whatever is live, waits until it has settled, then runs.
 */
export interface WebAuthnService {
  /** Signs in with a prompt. Call it in the click: the native call follows in the same task when nothing is pending. */
  get(options: string, init?: GetInit): Promise<CeremonyOutcome>;

  /**
   * Offers passkeys in the autofill of a field with `autocomplete="… webauthn"`. Pending until a passkey is used, or
   * until it ends as 'aborted': by the owner, by a modal ceremony, by another autofill of the same owner (to renew the
   * challenge), or because the page was hidden. A second owner gets 'aborted' at once while the first one holds it.
   * What happens then is told by `onRearm`. Other failures mean: stay quiet.
   */
  getConditional(options: string, init?: CeremonyInit): Promise<CeremonyOutcome>;

  /** Creates a passkey with a prompt. */
  create(options: string, init?: CeremonyInit): Promise<CeremonyOutcome>;

  /**
   * Creates a passkey without a prompt after a sign-in with a password, where the browser can. Ends within five
   * seconds. Every failure is silent by nature.
   */
  createConditional(options: string, init?: CeremonyInit): Promise<CeremonyOutcome>;

  /** Why this page cannot run such a ceremony at all ('unsupported' or 'not-secure'), or undefined when it can. Answers at once. */
  unsupportedReason(type: 'get' | 'create'): CeremonyFailure | undefined;

  /** Asked once. Never rejects. */
  capabilities(): Promise<Capabilities>;

  readonly signals: Signals;

  /** Ends the owner's live ceremony, or anyone's without an owner, and resolves when it has settled (500 ms at most). */
  cancel(owner?: object): Promise<void>;

  /**
   * Calls back when an autofill that the owner lost, or was refused because another owner held it, may start again: a
   * modal ceremony ended without success for this owner, the other owner left, the page came back from the
   * back/forward cache. The owner then calls `getConditional` with a valid challenge. Subscribe before the first
   * `getConditional`, and once per owner; the returned function ends it.
   */
  onRearm(owner: object, listener: () => void): () => void;
}

export interface WebAuthnServiceDependencies {
  coordinator?: CeremonyCoordinator;
  clock?: Clock;
}

const CONDITIONAL_CREATE_LIMIT_MS = 5000;

export function createWebAuthnService(dependencies: WebAuthnServiceDependencies = {}): WebAuthnService {
  const { clock = systemClock } = dependencies;
  const coordinator = () => dependencies.coordinator ?? pageCoordinator();
  const sharedOwner = {};
  let knownCapabilities: Promise<Capabilities> | undefined;

  const capabilities = () => (knownCapabilities ??= readCapabilities(clock));

  async function run(
    ceremony: NativeCeremony | CeremonyFailure,
    init: CeremonyInit,
    request: Pick<CeremonyRequest<CeremonyOutcome>, 'kind' | 'arm' | 'limitMs'>,
  ): Promise<CeremonyOutcome> {
    if (typeof ceremony === 'string') return failure(ceremony);
    const startedAt = clock.now();
    const outcome = await coordinator().run<CeremonyOutcome>({
      ...request,
      owner: init.owner ?? sharedOwner,
      signal: init.signal,
      call: (signal) => performCeremony(ceremony, signal, clock),
    });
    return outcome ?? { outcome: 'aborted', elapsedMs: clock.now() - startedAt };
  }

  /** Runs the ceremony only where the browser says that it has the capability. */
  const requires = (capability: string) => async () =>
    (await capabilities())[capability] === true ? undefined : failure('unsupported');

  async function getImmediate(ceremony: GetCeremony | CeremonyFailure, init: GetInit) {
    if (typeof ceremony === 'string') return failure(ceremony);
    if (ceremony.publicKey.allowCredentials?.length) return failure('invalid-options');
    const unsupported = await requires('immediateGet')();
    // Without a gesture the browser would refuse; browsers that do not know the member would open a normal prompt.
    if (unsupported || !navigator.userActivation.isActive) return failure('unsupported');
    return run({ ...ceremony, uiMode: 'immediate' }, init, { kind: 'modal' });
  }

  return {
    get: (options, init = {}) =>
      readable(() => {
        const ceremony = getCeremony(options);
        return init.immediate ? getImmediate(ceremony, init) : run(ceremony, init, { kind: 'modal' });
      }),
    getConditional: (options, init = {}) =>
      readable(() =>
        run(getCeremony(options, 'conditional'), init, { kind: 'autofill', arm: requires('conditionalGet') }),
      ),
    create: (options, init = {}) => readable(() => run(createCeremony(options), init, { kind: 'modal' })),
    createConditional: (options, init = {}) =>
      readable(() =>
        run(createCeremony(options, 'conditional'), init, {
          kind: 'conditional-create',
          arm: requires('conditionalCreate'),
          limitMs: CONDITIONAL_CREATE_LIMIT_MS,
        }),
      ),
    unsupportedReason,
    capabilities,
    signals: createSignals(coordinator, clock),
    cancel: (owner) => coordinator().cancel(owner),
    onRearm: (owner, listener) => coordinator().onRearm(owner, listener),
  };
}

/** The service of the page. Importing it calls nothing. */
export const webauthn: WebAuthnService = createWebAuthnService();

/** The service, with all that this browser needs to start a ceremony in the click. Rejects when that cannot be loaded. */
export async function loadWebAuthn(): Promise<WebAuthnService> {
  if (!readsOptions()) await loadCodec();
  return webauthn;
}

/** A browser that cannot read the options itself waits for the code that can, if that is not there. */
function readable(start: () => Promise<CeremonyOutcome>): Promise<CeremonyOutcome> {
  if (readsOptions() || unsupportedReason('get')) return start();
  return loadCodec().then(start, () => failure('failed'));
}

function failure(outcome: CeremonyFailure): CeremonyOutcome {
  return { outcome, elapsedMs: 0 };
}
