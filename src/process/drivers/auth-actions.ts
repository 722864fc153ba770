import * as auth from '../../api/auth-api.js';
import type { ApiClient } from '../../api/api-client.js';
import { ApiError } from '../../api/api-error.js';
import type { BlockType, ProcessResponse, VerificationMethod } from '../../api/types.js';
import type { BlockActionMap, ProcessAction } from '../block-actions.js';
import type { Attended, DriverContext, DriverResult } from '../process-driver.js';
import { comesFromProvider, readPasskeyAppend, type PasskeyAppendData } from '../block-data.js';
import { dataOf, requestError } from '../fields.js';
import { offersPasskey } from '../block-types.js';
import { clientStep, type Step } from '../step.js';
import { switchTo } from '../wire-step.js';
import { oneTimeCode } from '../../webauthn/web-otp.js';
import type { AuthContext, EmailLink } from './auth-context.js';
import { current, resume } from './process-get.js';
import { linkOpened, movedOn } from './link-status.js';
import { report } from './report.js';
import { serveBySite } from './site-actions.js';
import { SocialLogin } from './social-login.js';
import { typedBefore } from './typed-before.js';
import { finishVerification, methodOf, provesIdentifier, verifyStartReq } from './verification.js';

type Row<Type extends keyof BlockActionMap> = (
  action: BlockActionMap[Type],
  context: DriverContext,
) => Promise<DriverResult>;

/** Which request or ceremony serves an action; a row each. */
export class AuthActions {
  readonly social: SocialLogin;
  readonly #client: ApiClient;
  readonly #rows: { readonly [Type in keyof BlockActionMap]?: Row<Type> };

  constructor(private readonly driver: AuthContext) {
    this.#client = driver.options.client;
    this.social = new SocialLogin(driver);
    this.#rows = {
      'submit-signup': (action, { signal }) => this.#signup(action, signal),
      'submit-identifier': (action, { signal }) => this.#login(action, signal),
      'use-social': ({ provider }, { step, signal }) => this.social.start(provider, step, signal),
      'forget-identifier': (_, { step }) => this.#forget(step),
      'update-identifier': (action, context) => this.#update(action, context),
      'choose-alternative': ({ block }, { step, signal }) => this.#choose(step, block, signal),
      'submit-code': async ({ code }, { step, signal }) =>
        this.#proved(await finishVerification(this.#client, methodOf(step), code, signal)),
      'resend-code': (_, { step, signal }) => this.#verify(methodOf(step), signal),
      'choose-method': ({ method }, { signal }) => this.#verify(method, signal),
      continue: (_, { step, signal }) => this.#goOn(step, signal),
      skip: ({ forGood = false }, { step, signal }) => this.#skip(step, signal, forGood),
      abort: (_, { signal }) => this.#leave(signal),
    };
  }

  /** Serves an action. Throws `ApiError`. */
  perform(action: ProcessAction, context: DriverContext): Promise<DriverResult> {
    const row = (this.#rows as Partial<Record<string, Row<never>>>)[action.type];
    if (row) return row(action as never, context);
    const serve = this.driver.options.siteAction?.(context.step.type, action.type);
    return this.#send(serveBySite(serve, action, this.#client, context));
  }

  /** Goes on with the stored process, if it can and is where the page wants. Throws `ApiError` when the server cannot be reached. */
  async resume(wanted: BlockType | undefined, signal: AbortSignal): Promise<DriverResult | undefined> {
    this.driver.store.adoptStored();
    const resumed = await resume(this.#client, wanted, signal);
    if (!resumed) return undefined;
    this.driver.typed = { ...typedBefore(resumed.blockBody), ...this.driver.typed };
    return comesFromProvider(resumed) ? this.social.finish(resumed, signal) : this.driver.answer(resumed);
  }

  /** Where the process stands, when an action was refused because it has gone on: in another tab, or with an answer that was lost. */
  async recover(cause: unknown, { step, signal }: DriverContext): Promise<DriverResult | undefined> {
    if (!(cause instanceof ApiError)) return undefined;
    this.#noteEnd(cause, step);
    if (cause.type !== 'validation_error') return undefined;
    const response = await current(this.#client, step.type, signal).catch(() => undefined);
    return response && response.blockBody.block !== step.type ? this.driver.answer(response) : undefined;
  }

  /** Hands in the link a page was opened by: goes on here in the same browser, tells the person where to go on in another one. */
  async openLink(link: EmailLink, signal: AbortSignal): Promise<DriverResult> {
    const { store } = this.driver;
    this.#client.tempProcessId = link.tempProcessId;
    const response = await finishVerification(this.#client, 'email-link', link.code, signal).finally(() => {
      this.#client.tempProcessId = undefined;
    });
    store.adoptStored();
    if (failedLink(response))
      return { type: 'step', step: clientStep('client:link-failed', {}), common: response.common };
    return this.#proved(response);
  }

  /** Waits beside a screen: for the text message with its code, for an email link that is opened elsewhere, or for the server. */
  async attend(step: Step, signal: AbortSignal): Promise<Attended | undefined> {
    if (step.type === 'conditional-ui-completed')
      return this.#attended(step, { type: 'continue' }, async () => {
        const response = await movedOn(() => current(this.#client, step.type, signal), step, signal);
        return response && this.driver.answer(response);
      });
    const method = methodOf(step);
    if (method === 'phone-otp') {
      const { pageCoordinator } = await import('./passkeys.js');
      const { owner } = this.driver.options;
      const code = await oneTimeCode({ owner, signal, coordinator: pageCoordinator() });
      return code === undefined ? undefined : { perform: { type: 'submit-code', code } };
    }
    if (method !== 'email-link') return undefined;
    return this.#attended(step, { type: 'resend-code' }, async () => {
      const response = await linkOpened(this.#client, step, signal);
      return response && this.#proved(response);
    });
  }

  /** What came of a wait; where it failed, what tries again. */
  async #attended(
    step: Step,
    retry: ProcessAction,
    wait: () => Promise<DriverResult | undefined>,
  ): Promise<Attended | undefined> {
    try {
      const show = await wait();
      return show && { show };
    } catch (cause) {
      if (!(cause instanceof ApiError)) throw cause;
      this.#noteEnd(cause, step);
      return { show: { type: 'failed', error: cause, retry } };
    }
  }

  /** The process after one that is over begins where that one did. */
  #noteEnd({ type }: ApiError, { authType }: Step): void {
    if (type !== 'process_not_available') return;
    this.driver.restartWith = authType === 'signup' ? 'signup-init' : 'login-init';
    this.driver.store.clearProcess();
  }

  /** An address is proved: a passkey that is offered for it now may be made without a prompt. */
  #proved(response: ProcessResponse): Promise<DriverResult> {
    this.driver.upgrade = upgradeOf(response);
    return this.driver.answer(response);
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

  async #update(
    action: BlockActionMap['update-identifier'],
    { step, signal }: DriverContext,
  ): Promise<DriverResult> {
    const { identifierType, value } = action;
    const { typed } = this.driver;
    const others = typed.identifiers?.filter(({ type }) => type !== identifierType) ?? [];
    const identifiers = [...others, { type: identifierType, identifier: value }];
    this.driver.typed = { ...typed, identifiers };
    const updated = await auth.identifierUpdate(this.#client, { identifierType, value }, { signal });
    const { blockBody } = updated;
    // A changed address needs a code of its own (behaviour.md 7.4).
    if (blockBody.error || !provesIdentifier(blockBody.block)) return this.driver.answer(updated);
    return this.#verify(methodOf(step), signal);
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
    if (!provesIdentifier(switched.type)) return { type: 'step', step: switched };
    report(this.driver, offersPasskey(step.type) ? 'append-explicit-abort' : 'login-explicit-abort');
    return this.#send(
      auth.identifierVerifyStart(this.#client, verifyStartReq(methodOf(switched)), { signal }),
    );
  }

  #verify(method: VerificationMethod, signal: AbortSignal): Promise<DriverResult> {
    return this.#send(auth.identifierVerifyStart(this.#client, verifyStartReq(method), { signal }));
  }

  #skip(step: Step, signal: AbortSignal, forGood = false): Promise<DriverResult> {
    if (offersPasskey(step.type)) {
      if (forGood) this.#optOut(step.data);
      report(this.driver, 'append-explicit-abort');
    }
    return this.#goOn(step, signal);
  }

  /** Never this offer again: the server learns it for the account, the browser remembers what it must say next time. */
  #optOut({ variant }: Partial<PasskeyAppendData>): void {
    if (variant === 'after-hybrid') {
      this.driver.store.optOutAfterHybrid();
      report(this.driver, 'user-append-after-cross-platform-blacklisted');
    } else if (variant === 'after-error') report(this.driver, 'user-append-after-login-error-blacklisted');
  }

  #goOn(step: Step, signal: AbortSignal): Promise<DriverResult> {
    if (step.type === 'social-verify') return this.social.recheck(step, signal);
    if (step.type === 'conditional-ui-completed') return this.#send(current(this.#client, step.type, signal));
    return this.#send(
      offersPasskey(step.type)
        ? auth.processComplete(this.#client, { signal })
        : auth.blockSkip(this.#client, { signal }),
    );
  }

  async #leave(signal: AbortSignal): Promise<DriverResult> {
    this.driver.typed = {};
    const left = await auth.processReset(this.#client, { signal });
    this.driver.leaving = undefined;
    return this.driver.answer(left, 'restart');
  }

  async #send(call: Promise<ProcessResponse>): Promise<DriverResult> {
    return this.driver.answer(await call);
  }
}

/** Challenge of the offer an answer brings, where nobody has asked for a prompt and the sign-in itself was no passkey's. */
function upgradeOf({ blockBody }: ProcessResponse): string | undefined {
  if (blockBody.block !== 'passkey-append' || blockBody.authType !== 'login') return undefined;
  const { challenge, autoSubmit, variant } = readPasskeyAppend(dataOf(blockBody));
  return autoSubmit || variant === 'after-hybrid' || challenge === '' ? undefined : challenge;
}

/** The server keeps the block and says what is wrong with the link. */
function failedLink({ blockBody }: ProcessResponse): boolean {
  return provesIdentifier(blockBody.block) && requestError(dataOf(blockBody)['error']) !== undefined;
}
