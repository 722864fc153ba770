import * as auth from '../../api/auth-api.js';
import type { ApiClient } from '../../api/api-client.js';
import { ApiError } from '../../api/api-error.js';
import type { ClientStorage } from '../../api/client-storage.js';
import type { BlockType, ProcessResponse } from '../../api/types.js';
import type { WebAuthnService } from '../../webauthn/webauthn-service.js';
import type { BlockActionMap, ProcessAction } from '../block-actions.js';
import type { DriverContext, DriverResult, ProcessDriver } from '../process-driver.js';
import {
  clientStep,
  isStep,
  switchTo,
  toStep,
  type ClientKnowledge,
  type Step,
  type TypedValues,
} from '../step.js';
import { AuthProcessStore } from './auth-process-store.js';
import { PasskeyCeremonies, type PasskeyCeremoniesOptions } from './passkey-ceremonies.js';

export interface AuthDriverOptions extends PasskeyCeremoniesOptions {
  readonly storage: ClientStorage;
  /** Where the page wants to start (hash or attribute), if anywhere. */
  readonly preferredBlock: () => BlockType | undefined;
}

/** Blocks that are of no use without the ceremony. */
const PASSKEY_BLOCKS: ReadonlyMap<string, 'get' | 'create'> = new Map([
  ['passkey-append', 'create'],
  ['passkey-verify', 'get'],
]);

/** Drives `/v2/auth/*`: the block-driven sign-up and sign-in of Corbado Complete. */
export class AuthDriver implements ProcessDriver {
  readonly #client: ApiClient;
  readonly #webauthn: WebAuthnService;
  readonly #store: AuthProcessStore;
  readonly #passkeys: PasskeyCeremonies;
  #typed: TypedValues = {};
  #restartWith: BlockType | undefined;

  constructor(private readonly options: AuthDriverOptions) {
    this.#client = options.client;
    this.#webauthn = options.webauthn;
    this.#store = new AuthProcessStore(options.client, options.storage);
    this.#passkeys = new PasskeyCeremonies(options, this.#store);
  }

  async start(signal: AbortSignal, fresh: boolean): Promise<DriverResult> {
    if (fresh) this.#store.clearProcess();
    const wanted = this.#restartWith ?? this.options.preferredBlock() ?? this.#store.preferredBlock();
    this.#restartWith = undefined;
    const response =
      (await this.#store.resume(wanted, signal)) ??
      (await this.#store.open(this.options.clientInformation, wanted, signal));
    return this.#answer(response);
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
    return (await this.#passkeys.offer(step, signal)) ? { type: 'finish-passkey' } : undefined;
  }

  #serve(action: ProcessAction, { step, signal }: DriverContext): Promise<DriverResult> {
    switch (action.type) {
      case 'submit-signup':
        return this.#signup(action, signal);
      case 'submit-identifier':
        this.#typed = { identifier: action.identifier };
        return this.#send(auth.loginInit(this.#client, loginInitReq(action), { signal }));
      case 'forget-identifier':
        return this.#forget(step);
      case 'use-passkey':
      case 'create-passkey':
      case 'finish-passkey':
        return this.#passkey(action.type, step, signal);
      case 'update-identifier':
        return this.#update(action, signal);
      case 'choose-alternative':
        return this.#choose(step, action.block, signal);
      case 'continue':
      case 'skip':
        return this.#goOn(step, action.type, signal);
      case 'abort':
        this.#typed = {};
        return this.#send(auth.processReset(this.#client, { signal }), 'restart');
      default:
        throw new TypeError(`The controller serves ${action.type} itself`);
    }
  }

  #signup(action: BlockActionMap['submit-signup'], signal: AbortSignal): Promise<DriverResult> {
    const { fullName, identifiers } = action;
    this.#typed = { identifiers, ...(fullName === undefined ? {} : { fullName }) };
    const body = { identifiers: [...identifiers], ...(fullName === undefined ? {} : { fullName }) };
    return this.#send(auth.signupInit(this.#client, body, { signal }));
  }

  #update(action: BlockActionMap['update-identifier'], signal: AbortSignal): Promise<DriverResult> {
    const { identifierType, value } = action;
    const others = this.#typed.identifiers?.filter(({ type }) => type !== identifierType) ?? [];
    this.#typed = { ...this.#typed, identifiers: [...others, { type: identifierType, identifier: value }] };
    return this.#send(auth.identifierUpdate(this.#client, { identifierType, value }, { signal }));
  }

  async #forget(step: Step): Promise<DriverResult> {
    this.#store.forgetIdentifier();
    this.#typed = {};
    return { type: 'step', step: { ...step, data: { ...step.data, lastIdentifier: undefined } } };
  }

  #choose(step: Step, block: string, signal: AbortSignal): Promise<DriverResult> {
    if (block === 'completed') return this.#goOn(step, 'skip', signal);
    const switched = switchTo(step, block);
    if (!switched) throw new ApiError('malformed', `The server offers no alternative ${block} here`);
    const verify = verification(switched);
    if (!verify) return Promise.resolve({ type: 'step', step: switched });
    this.#passkeys.report(step.type === 'passkey-append' ? 'append-explicit-abort' : 'login-explicit-abort');
    return this.#send(auth.identifierVerifyStart(this.#client, verify, { signal }));
  }

  #goOn(step: Step, how: 'continue' | 'skip', signal: AbortSignal): Promise<DriverResult> {
    if (step.type !== 'passkey-append') return this.#send(auth.blockSkip(this.#client, { signal }));
    if (how === 'skip') this.#passkeys.report('append-explicit-abort');
    return this.#send(auth.processComplete(this.#client, { signal }));
  }

  async #passkey(
    type: 'use-passkey' | 'create-passkey' | 'finish-passkey',
    step: Step,
    signal: AbortSignal,
  ): Promise<DriverResult> {
    const result =
      type === 'finish-passkey'
        ? await this.#passkeys.handIn(signal)
        : await this.#passkeys[type === 'use-passkey' ? 'use' : 'create'](step, signal);
    return result.type === 'response' ? this.#answer(result.response) : result;
  }

  async #send(call: Promise<ProcessResponse>, how?: 'restart'): Promise<DriverResult> {
    return this.#answer(await call, how);
  }

  #answer(response: ProcessResponse, how?: 'restart'): DriverResult {
    this.#store.accept(response);
    if (response.blockBody.block === 'completed') this.#typed = {};
    const cannotGet = this.#webauthn.unsupportedReason('get');
    const known: ClientKnowledge = {
      lastIdentifier: this.#store.lastIdentifier(),
      typed: this.#typed,
      passkeys: cannotGet === undefined,
    };
    const step = toStep(response.blockBody, 0, known);
    this.#passkeys.challenges.deliver(step);
    const unusable = PASSKEY_BLOCKS.get(step.type);
    const reason = unusable && this.#webauthn.unsupportedReason(unusable);
    if (reason) {
      const data = { reason: reason === 'not-secure' ? reason : 'unsupported' } as const;
      const substitute = clientStep('client:no-passkey-support', data, step);
      return { type: 'step', step: substitute, common: response.common };
    }
    return { type: 'response', response, known, restarted: how === 'restart' };
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
