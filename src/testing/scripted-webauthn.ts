import type { Capabilities } from '../webauthn/capabilities.js';
import type { CeremonyInit, WebAuthnService } from '../webauthn/webauthn-service.js';
import type { CeremonyFailure, CeremonyOutcome } from '../webauthn/webauthn-outcome.js';

/** How a ceremony ends; `open` leaves the prompt open until the kit closes it. */
export type ScriptedOutcome = 'success' | 'open' | CeremonyFailure;

export interface WebAuthnScript {
  /** Sign-ins with a prompt, in order; the last one is given every further time. */
  readonly get?: readonly ScriptedOutcome[];
  /** Creations, in order; the last one is given every further time. */
  readonly create?: readonly ScriptedOutcome[];
  /** Creations without a prompt, in order; the browser cannot do any unless told. */
  readonly createConditional?: readonly ScriptedOutcome[];
  /** What the browser says it can do; nothing unless told. */
  readonly capabilities?: Capabilities;
  /** The page cannot do ceremonies at all. */
  readonly unsupported?: 'unsupported' | 'not-secure';
}

export interface ScriptedCeremony {
  readonly type: 'get' | 'create' | 'conditional-get' | 'conditional-create';
  /** As the server sent them, `{"publicKey": …}`. */
  readonly options: string;
}

export interface ScriptedWebAuthn extends WebAuthnService {
  readonly ceremonies: readonly ScriptedCeremony[];
  /** Credentials a password manager was told the server does not know. */
  readonly unknownCredentials: readonly { readonly rpId: string; readonly credentialId: string }[];
  /** Lists of accepted credentials that password managers were told, oldest first. */
  readonly acceptedCredentials: readonly AllAcceptedCredentialsOptions[];
  /** The person picks a passkey from the field's autofill. Throws when none is offered. */
  pickFromAutofill(): void;
}

const SUCCESS: CeremonyOutcome = {
  outcome: 'success',
  responseJSON: JSON.stringify({ id: 'AQID', rawId: 'AQID', type: 'public-key', response: {} }),
  authenticatorAttachment: 'platform',
  elapsedMs: 1200,
};

/** A WebAuthn service whose outcomes are chosen beforehand: succeeds unless told otherwise. Autofill waits for `pickFromAutofill`. */
export function scriptedWebAuthn(script: WebAuthnScript = {}): ScriptedWebAuthn {
  const ceremonies: ScriptedCeremony[] = [];
  const unknownCredentials: { rpId: string; credentialId: string }[] = [];
  const acceptedCredentials: AllAcceptedCredentialsOptions[] = [];
  const gets = outcomesOf(script.get);
  const creates = outcomesOf(script.create);
  const silentCreates = outcomesOf(script.createConditional ?? ['unsupported']);
  let pick: (() => void) | undefined;

  const note = (type: ScriptedCeremony['type'], options: string) => ceremonies.push({ type, options });
  const run = (outcome: ScriptedOutcome, signal: AbortSignal | undefined) =>
    outcome === 'open' ? untilAborted(signal) : Promise.resolve(outcomeOf(outcome));

  return {
    ceremonies,
    unknownCredentials,
    acceptedCredentials,
    pickFromAutofill() {
      if (!pick) throw new Error('No passkey is offered in a field.');
      pick();
    },
    get(options, init: CeremonyInit = {}) {
      note('get', options);
      return run(gets(), init.signal);
    },
    create(options, init = {}) {
      note('create', options);
      return run(creates(), init.signal);
    },
    async getConditional(options, init = {}) {
      note('conditional-get', options);
      const picked = new Promise<CeremonyOutcome>((resolve) => (pick = () => resolve(SUCCESS)));
      const outcome = await Promise.race([picked, untilAborted(init.signal)]);
      pick = undefined;
      return outcome;
    },
    createConditional(options, init = {}) {
      note('conditional-create', options);
      return run(silentCreates(), init.signal);
    },
    unsupportedReason: () => script.unsupported,
    capabilities: () => Promise.resolve(script.capabilities ?? {}),
    signals: {
      unknownCredential({ rpId, credentialId }) {
        unknownCredentials.push({ rpId, credentialId });
        return Promise.resolve(true);
      },
      allAcceptedCredentials(accepted) {
        acceptedCredentials.push(accepted);
        return Promise.resolve(true);
      },
      currentUserDetails: () => Promise.resolve(false),
    },
    cancel: () => Promise.resolve(),
    onRearm: () => () => undefined,
  };
}

function outcomesOf(outcomes: readonly ScriptedOutcome[] = []): () => ScriptedOutcome {
  let count = 0;
  return () => outcomes[count++] ?? outcomes.at(-1) ?? 'success';
}

function outcomeOf(outcome: Exclude<ScriptedOutcome, 'open'>): CeremonyOutcome {
  return outcome === 'success' ? SUCCESS : { outcome, elapsedMs: 1200 };
}

function untilAborted(signal: AbortSignal | undefined): Promise<CeremonyOutcome> {
  return new Promise((resolve) => {
    const end = () => resolve(outcomeOf('aborted'));
    if (signal?.aborted) end();
    signal?.addEventListener('abort', end, { once: true });
  });
}
