import * as auth from '../../api/auth-api.js';
import type { ApiClient } from '../../api/api-client.js';
import { ApiError } from '../../api/api-error.js';
import type { EventCreateReq, ProcessResponse } from '../../api/types.js';
import type { BlockActionMap, ProcessAction } from '../block-actions.js';
import type { DriverContext, DriverResult } from '../process-driver.js';
import { switchTo, type Step } from '../step.js';
import type { AuthContext } from './auth-context.js';

type Row<Type extends keyof BlockActionMap> = (
  action: BlockActionMap[Type],
  context: DriverContext,
) => Promise<DriverResult>;

/** Which request or ceremony serves an action; a row each. */
export class AuthActions {
  readonly #client: ApiClient;
  readonly #rows: { readonly [Type in keyof BlockActionMap]?: Row<Type> };

  constructor(private readonly driver: AuthContext) {
    this.#client = driver.options.client;
    this.#rows = {
      'submit-signup': (action, { signal }) => this.#signup(action, signal),
      'submit-identifier': (action, { signal }) => this.#login(action, signal),
      'forget-identifier': (_, { step }) => this.#forget(step),
      'update-identifier': (action, { signal }) => this.#update(action, signal),
      'choose-alternative': ({ block }, { step, signal }) => this.#choose(step, block, signal),
      continue: (_, { step, signal }) => this.#goOn(step, signal),
      skip: (_, { step, signal }) => this.#skip(step, signal),
      abort: (_, { signal }) => this.#leave(signal),
    };
  }

  /** Serves an action. Throws `ApiError`. */
  perform(action: ProcessAction, context: DriverContext): Promise<DriverResult> {
    const row = (this.#rows as Partial<Record<string, Row<never>>>)[action.type];
    if (!row) throw new TypeError(`${action.type} is not served here`);
    return row(action as never, context);
  }

  #signup(action: BlockActionMap['submit-signup'], signal: AbortSignal): Promise<DriverResult> {
    const { fullName, identifiers } = action;
    const name = fullName === undefined ? {} : { fullName };
    this.driver.typed = { identifiers, ...name };
    return this.#send(auth.signupInit(this.#client, { identifiers: [...identifiers], ...name }, { signal }));
  }

  #login(action: BlockActionMap['submit-identifier'], signal: AbortSignal): Promise<DriverResult> {
    const { identifier, isPhone } = action;
    this.driver.typed = { identifier };
    return this.#send(auth.loginInit(this.#client, { identifierValue: identifier, isPhone }, { signal }));
  }

  #update(action: BlockActionMap['update-identifier'], signal: AbortSignal): Promise<DriverResult> {
    const { identifierType, value } = action;
    const { typed } = this.driver;
    const others = typed.identifiers?.filter(({ type }) => type !== identifierType) ?? [];
    const identifiers = [...others, { type: identifierType, identifier: value }];
    this.driver.typed = { ...typed, identifiers };
    return this.#send(auth.identifierUpdate(this.#client, { identifierType, value }, { signal }));
  }

  #forget(step: Step): Promise<DriverResult> {
    this.driver.store.forgetIdentifier();
    this.driver.typed = {};
    const data = { ...step.data, lastIdentifier: undefined };
    return Promise.resolve({ type: 'step', step: { ...step, data } });
  }

  async #choose(step: Step, block: string, signal: AbortSignal): Promise<DriverResult> {
    if (block === 'completed') return this.#skip(step, signal);
    const switched = switchTo(step, block);
    if (!switched) throw new ApiError('malformed', `The server offers no alternative ${block} here`);
    const verify = verification(switched);
    if (!verify) return { type: 'step', step: switched };
    this.#report(step.type === 'passkey-append' ? 'append-explicit-abort' : 'login-explicit-abort');
    return this.#send(auth.identifierVerifyStart(this.#client, verify, { signal }));
  }

  #skip(step: Step, signal: AbortSignal): Promise<DriverResult> {
    if (step.type === 'passkey-append') this.#report('append-explicit-abort');
    return this.#goOn(step, signal);
  }

  #goOn(step: Step, signal: AbortSignal): Promise<DriverResult> {
    return this.#send(
      step.type === 'passkey-append'
        ? auth.processComplete(this.#client, { signal })
        : auth.blockSkip(this.#client, { signal }),
    );
  }

  #leave(signal: AbortSignal): Promise<DriverResult> {
    this.driver.typed = {};
    return this.#send(auth.processReset(this.#client, { signal }), 'restart');
  }

  /** Tells the server that the person chose another way (EventCreate); nobody waits for it and its failure does not matter. */
  #report(eventType: EventCreateReq['eventType']): void {
    auth.eventCreate(this.#client, { eventType }).catch(() => undefined);
  }

  async #send(call: Promise<ProcessResponse>, how?: 'restart'): Promise<DriverResult> {
    return this.driver.answer(await call, how);
  }
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
