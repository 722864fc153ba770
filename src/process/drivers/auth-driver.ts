import * as auth from '../../api/auth-api.js';
import type { ApiClient } from '../../api/api-client.js';
import { ApiError } from '../../api/api-error.js';
import type { ClientStorage } from '../../api/client-storage.js';
import type {
  BlockBody,
  BlockType,
  ClientInformation,
  EventCreateReq,
  ProcessResponse,
} from '../../api/types.js';
import type { CeremonyOutcome } from '../../webauthn/webauthn-outcome.js';
import type { WebAuthnService } from '../../webauthn/webauthn-service.js';
import type { BlockActionMap, ProcessAction } from '../block-actions.js';
import { isInitBlock } from '../block-types.js';
import type { DriverContext, DriverResult, ProcessDriver } from '../process-driver.js';
import { clientStep, isStep, switchTo, toStep, type ClientKnowledge, type Step } from '../process-state.js';
import { AuthProcessStore } from './auth-process-store.js';
import { autofill } from './autofill.js';
import { challengeOf, Challenges } from './challenges.js';

export interface AuthDriverOptions {
  readonly client: ApiClient;
  readonly storage: ClientStorage;
  readonly webauthn: WebAuthnService;
  readonly clientInformation: () => Promise<ClientInformation>;
  /** Where the page wants to start (hash or attribute), if anywhere. */
  readonly preferredBlock: () => BlockType | undefined;
  /** Identifies the element to the ceremony coordinator. */
  readonly owner: object;
}

/** Blocks that are of no use without the ceremony. */
const PASSKEY_BLOCKS: ReadonlyMap<string, 'get' | 'create'> = new Map([
  ['passkey-append', 'create'],
  ['passkey-verify', 'get'],
]);

type Call = (signal: AbortSignal) => Promise<ProcessResponse>;

/** Drives `/v2/auth/*`: the block-driven sign-up and sign-in of Corbado Complete. */
export class AuthDriver implements ProcessDriver {
  readonly #client: ApiClient;
  readonly #webauthn: WebAuthnService;
  readonly #store: AuthProcessStore;
  readonly #challenges = new Challenges();
  #identifier: string | undefined;
  /** Hands in the last credential; kept until the server has answered, so that a lost answer costs no second prompt. */
  #finish: Call | undefined;
  #restartWith: BlockType | undefined;

  constructor(private readonly options: AuthDriverOptions) {
    this.#client = options.client;
    this.#webauthn = options.webauthn;
    this.#store = new AuthProcessStore(options.client, options.storage);
  }

  async start(signal: AbortSignal): Promise<DriverResult> {
    const preferredBlock = this.#restartWith ?? this.options.preferredBlock() ?? this.#store.preferredBlock();
    this.#restartWith = undefined;
    const response =
      (await this.#store.resume(preferredBlock, signal)) ??
      (await this.#store.open(this.options.clientInformation, preferredBlock, signal));
    return this.#answer(response, 'start');
  }

  async perform(action: ProcessAction, context: DriverContext): Promise<DriverResult> {
    try {
      return await this.#serve(action, context);
    } catch (cause) {
      if (cause instanceof ApiError && cause.type === 'process_not_available') {
        this.#restartWith = context.step.authType === 'signup' ? 'signup-init' : 'login-init';
        this.#store.clearProcess();
      }
      throw cause;
    }
  }

  async attend({ step, signal }: DriverContext): Promise<ProcessAction | undefined> {
    if (!isStep(step, 'login-init') || !step.data.conditionalUIChallenge) return undefined;
    const { webauthn, owner } = this.options;
    const renew = async () => this.#challengeIn(await this.#store.current(step.type, signal), step.type);
    const first = this.#challenges.usable(step);
    const options = { webauthn, owner, challenges: this.#challenges, first, renew };
    const credential = await autofill(options, signal);
    if (!credential) return undefined;
    this.#handIn(credential.challenge, credential.signedChallenge, auth.passkeyMediationFinish);
    return { type: 'finish-passkey' };
  }

  #serve(action: ProcessAction, { step, signal }: DriverContext): Promise<DriverResult> {
    switch (action.type) {
      case 'submit-signup':
        return this.#signup(action, signal);
      case 'submit-identifier':
        this.#identifier = action.identifier;
        return this.#send(auth.loginInit(this.#client, loginInitReq(action), { signal }));
      case 'forget-identifier':
        return this.#forget(step);
      case 'use-passkey':
        return this.#usePasskey(step, signal);
      case 'create-passkey':
        return this.#createPasskey(step, signal);
      case 'finish-passkey':
        return this.#handedIn(signal);
      case 'update-identifier':
        return this.#update(action, signal);
      case 'choose-alternative':
        return this.#choose(step, action.block, signal);
      case 'continue':
      case 'skip':
        return this.#goOn(step, action.type, signal);
      case 'abort':
        return this.#send(auth.processReset(this.#client, { signal }), 'restart');
      case 'retry':
      case 'restart':
      case 'stay':
        throw new TypeError(`The controller serves ${action.type} itself`);
    }
  }

  #signup(action: BlockActionMap['submit-signup'], signal: AbortSignal): Promise<DriverResult> {
    const { fullName, identifiers } = action;
    this.#identifier = identifiers.find(({ identifier }) => identifier !== '')?.identifier;
    const body = { identifiers: [...identifiers], ...(fullName === undefined ? {} : { fullName }) };
    return this.#send(auth.signupInit(this.#client, body, { signal }));
  }

  #update(action: BlockActionMap['update-identifier'], signal: AbortSignal): Promise<DriverResult> {
    this.#identifier = action.value;
    const { identifierType, value } = action;
    return this.#send(auth.identifierUpdate(this.#client, { identifierType, value }, { signal }));
  }

  async #forget(step: Step): Promise<DriverResult> {
    this.#store.forgetIdentifier();
    this.#identifier = undefined;
    return { type: 'step', step: { ...step, data: { ...step.data, lastIdentifier: undefined } } };
  }

  async #usePasskey(step: Step, signal: AbortSignal): Promise<DriverResult> {
    const discoverable = isInitBlock(step.type);
    let challenge = this.#challenges.usable(step);
    if (challenge === undefined) {
      const response = discoverable
        ? await this.#store.current(step.type, signal)
        : await auth.passkeyLoginStart(this.#client, {}, { signal });
      challenge = this.#challengeIn(response, step.type);
      if (challenge === undefined) return this.#answer(response);
    }
    const outcome = await this.#webauthn.get(challenge, { signal, owner: this.options.owner });
    if (outcome.outcome !== 'success') {
      this.#report('login-error', challenge, outcome);
      return { type: 'ceremony', outcome: outcome.outcome };
    }
    const finish = discoverable ? auth.passkeyMediationFinish : auth.passkeyLoginFinish;
    this.#handIn(challenge, outcome.responseJSON, finish);
    return this.#handedIn(signal);
  }

  async #createPasskey(step: Step, signal: AbortSignal): Promise<DriverResult> {
    let challenge = this.#challenges.usable(step);
    if (challenge === undefined) {
      const clientInformation = await this.options.clientInformation();
      const response = await auth.passkeyAppendStart(this.#client, { clientInformation }, { signal });
      challenge = this.#challengeIn(response, step.type);
      if (challenge === undefined) return this.#answer(response);
    }
    const outcome = await this.#webauthn.create(challenge, { signal, owner: this.options.owner });
    if (outcome.outcome !== 'success') {
      const exists = outcome.outcome === 'already-registered';
      this.#report(exists ? 'append-credential-exists' : 'append-error', challenge, outcome);
      return { type: 'ceremony', outcome: outcome.outcome };
    }
    this.#handIn(challenge, outcome.responseJSON, auth.passkeyAppendFinish);
    return this.#handedIn(signal);
  }

  #handIn(challenge: string, signedChallenge: string, finish: typeof auth.passkeyAppendFinish): void {
    this.#challenges.spend(challenge);
    this.#finish = (signal) => finish(this.#client, { signedChallenge }, { signal });
  }

  async #handedIn(signal: AbortSignal): Promise<DriverResult> {
    const finish = this.#finish;
    if (!finish) return { type: 'ceremony', outcome: 'aborted' };
    try {
      const response = await finish(signal);
      this.#finish = undefined;
      return this.#answer(response);
    } catch (cause) {
      const lost = cause instanceof ApiError && cause.kind !== 'aborted' && cause.type === undefined;
      if (lost) return { type: 'failed', error: cause, retry: { type: 'finish-passkey' } };
      this.#finish = undefined;
      throw cause;
    }
  }

  #choose(step: Step, block: string, signal: AbortSignal): Promise<DriverResult> {
    if (block === 'completed') return this.#goOn(step, 'skip', signal);
    const switched = switchTo(step, block);
    if (!switched) throw new ApiError('malformed', `The server offers no alternative ${block} here`);
    const verify = verification(switched);
    if (!verify) return Promise.resolve({ type: 'step', step: switched });
    this.#report(step.type === 'passkey-append' ? 'append-explicit-abort' : 'login-explicit-abort');
    return this.#send(auth.identifierVerifyStart(this.#client, verify, { signal }));
  }

  #goOn(step: Step, how: 'continue' | 'skip', signal: AbortSignal): Promise<DriverResult> {
    if (step.type !== 'passkey-append') return this.#send(auth.blockSkip(this.#client, { signal }));
    if (how === 'skip') this.#report('append-explicit-abort');
    return this.#send(auth.processComplete(this.#client, { signal }));
  }

  async #send(call: Promise<ProcessResponse>, how?: 'restart'): Promise<DriverResult> {
    return this.#answer(await call, how);
  }

  #answer(response: ProcessResponse, how?: 'start' | 'restart'): DriverResult {
    this.#store.accept(response);
    const cannotGet = this.#webauthn.unsupportedReason('get');
    const known: ClientKnowledge = {
      lastIdentifier: this.#store.lastIdentifier(),
      identifier: this.#identifier,
      passkeys: cannotGet === undefined,
    };
    const step = toStep(response.blockBody, 0, known);
    this.#challenges.deliver(step);
    const unusable = PASSKEY_BLOCKS.get(step.type);
    const reason = unusable && this.#webauthn.unsupportedReason(unusable);
    if (reason) {
      const data = { reason: reason === 'not-secure' ? reason : 'unsupported' } as const;
      const substitute = clientStep('client:no-passkey-support', data, step);
      return { type: 'step', step: substitute, common: response.common };
    }
    return { type: 'response', response, known, restarted: how === 'restart' };
  }

  /** The challenge of a start answer; none when the server went on to another block. */
  #challengeIn(response: ProcessResponse, type: string): string | undefined {
    const body = [response.blockBody, ...(response.blockBody.alternatives ?? [])].find(
      ({ block }: BlockBody) => block === type,
    );
    if (!body || response.blockBody.error) return undefined;
    const challenge = challengeOf(toStep(body, 0));
    this.#challenges.note(challenge);
    return this.#challenges.remaining(challenge) > 0 ? challenge : undefined;
  }

  /** Tells the server what became of a ceremony; nobody waits for it and its failure does not matter. */
  #report(eventType: EventCreateReq['eventType'], challenge?: string, outcome?: CeremonyOutcome): void {
    if (outcome?.outcome === 'aborted') return;
    const body = challenge === undefined ? { eventType } : { eventType, challenge };
    auth.eventCreate(this.#client, body).catch(() => undefined);
  }
}

function loginInitReq({ identifier, isPhone }: BlockActionMap['submit-identifier']) {
  return { identifierValue: identifier, isPhone };
}

/** The request that an alternative of type email-verify or phone-verify stands for. */
function verification(step: Step) {
  const method = (step.data as { verificationMethod?: unknown }).verificationMethod;
  if (step.type === 'phone-verify')
    return { identifierType: 'phone', verificationType: 'phone-otp' } as const;
  if (step.type !== 'email-verify') return undefined;
  const verificationType = method === 'email-link' ? 'email-link' : 'email-otp';
  return { identifierType: 'email', verificationType } as const;
}
