import type { BlockType, ProcessResponse } from '../../api/types.js';
import type { ProcessAction } from '../block-actions.js';
import type { Attended, DriverContext, DriverResult, ProcessDriver } from '../process-driver.js';
import { dataOf, text } from '../fields.js';
import { offersPasskey } from '../block-types.js';
import { clientStep, isStep, type ClientKnowledge, type Step, type TypedValues } from '../step.js';
import { toStep } from '../wire-step.js';
import type { AuthActions } from './auth-actions.js';
import type { AuthContext, AuthDriverOptions, EmailLink } from './auth-context.js';
import { AuthProcessStore } from './auth-process-store.js';
import { Challenges } from './challenges.js';
import { acceptResponse } from '../accept-response.js';
import { Part } from './part.js';
import type { PasskeyCeremonies, PasskeyResult } from './passkey-ceremonies.js';

/** Blocks that need a ceremony, and which one. */
const CEREMONIES: ReadonlyMap<string, 'get' | 'create'> = new Map([
  ['login-init', 'get'],
  ['passkey-append', 'create'],
  ['passkey-append-after-hybrid', 'create'],
  ['passkey-verify', 'get'],
]);

/** Blocks that go on by themselves when something happens elsewhere. */
const WAITING_BLOCKS: ReadonlySet<string> = new Set([
  'email-verify',
  'phone-verify',
  'post-signup-email-verify',
  'conditional-ui-completed',
]);

type Ceremony = (passkeys: PasskeyCeremonies, step: Step, signal: AbortSignal) => Promise<PasskeyResult>;

const CEREMONY_ACTIONS: ReadonlyMap<ProcessAction['type'], Ceremony> = new Map<
  ProcessAction['type'],
  Ceremony
>([
  ['use-passkey', (passkeys, step, signal) => passkeys.use(step, signal)],
  ['create-passkey', (passkeys, step, signal) => passkeys.create(step, signal)],
  ['finish-passkey', (passkeys, _, signal) => passkeys.handIn(signal)],
]);

/** Drives `/v2/auth/*`: the block-driven sign-up and sign-in of Corbado Complete. Opens the process; what follows an answer of the person is in `AuthActions`, loaded with the first interaction. */
export class AuthDriver implements ProcessDriver, AuthContext {
  readonly store: AuthProcessStore;
  readonly challenges = new Challenges();
  typed: TypedValues = {};
  upgrade: string | undefined;
  leaving: AuthContext['leaving'];
  restartWith: BlockType | undefined;
  readonly #passkeys = new Part<PasskeyCeremonies>(async () => {
    const [{ PasskeyCeremonies }, webauthn] = await Promise.all([
      import('./passkeys.js'),
      this.options.webauthn(),
    ]);
    return new PasskeyCeremonies(this, webauthn);
  });
  readonly #actions = new Part<AuthActions>(async () => {
    const { AuthActions } = await import('./auth-later.js');
    return new AuthActions(this);
  });
  /** The link this page was opened by, until it is handed in. */
  #link: EmailLink | undefined;

  constructor(readonly options: AuthDriverOptions) {
    this.store = new AuthProcessStore(options.client, options.storage);
  }

  async start(signal: AbortSignal, fresh: boolean): Promise<DriverResult> {
    this.leaving = undefined;
    if (fresh) this.#link = undefined;
    this.#link ??= await this.options.takeEmailLink();
    if (this.#link) return this.#openLink(this.#link, signal);
    if (fresh) this.store.clearProcess();
    const wanted = this.restartWith ?? this.options.preferredBlock() ?? this.store.preferredBlock();
    this.restartWith = undefined;
    const resumed = this.store.isStored && (await this.#resume(wanted, signal));
    if (resumed) return resumed;
    return this.#first(await this.store.open(this.options.clientInformation, wanted, signal));
  }

  async perform(action: ProcessAction, context: DriverContext): Promise<DriverResult> {
    try {
      return await this.#serve(action, context);
    } catch (cause) {
      const actions = await this.#actions.load().catch(() => undefined);
      const moved = await actions?.recover(cause, context);
      if (moved) return moved;
      throw cause;
    }
  }

  async attend({ step, signal }: DriverContext): Promise<Attended | undefined> {
    if (WAITING_BLOCKS.has(step.type)) return (await this.#actions.load()).attend(step, signal);
    const finish: Attended = { perform: { type: 'finish-passkey' } };
    if (this.upgrade !== undefined && offersPasskey(step.type))
      return (await this.#passkeys.present?.upgrade(step, signal)) ? finish : undefined;
    // The card of the last identifier has no field to offer a passkey in.
    if (!isStep(step, 'login-init') || step.data.lastIdentifier || !step.data.conditionalUIChallenge) return;
    const passkeys = this.#passkeys.present ?? (await this.#passkeys.load());
    return (await passkeys.offer(step, signal)) ? finish : undefined;
  }

  async answer(response: ProcessResponse, how?: 'restart'): Promise<DriverResult> {
    await this.#words();
    return this.#first(response, how);
  }

  async #resume(wanted: BlockType | undefined, signal: AbortSignal): Promise<DriverResult | undefined> {
    const here = this.options.isLater() ? undefined : wanted;
    return (await this.#actions.load()).resume(here, signal);
  }

  async #openLink(link: EmailLink, signal: AbortSignal): Promise<DriverResult> {
    const opened = await (await this.#actions.load()).openLink(link, signal);
    this.#link = undefined;
    return opened;
  }

  /** What follows may not be told in the words of the first screen; that they are late is no reason to drop it. */
  async #words(): Promise<void> {
    await this.options.prepare().catch(() => undefined);
  }

  async #first(answered: ProcessResponse, how?: 'restart'): Promise<DriverResult> {
    const response = withSessionCompleted(answered);
    this.store.accept(response);
    if (response.blockBody.block === 'completed') this.typed = {};
    const known = this.#known();
    const step = toStep(response.blockBody, 0, known);
    this.challenges.deliver(step);
    const unusable = this.#unusable(step);
    if (unusable) return { type: 'step', step: unusable, common: response.common };
    if (offersPasskey(step.type) && step.authType === 'login') this.store.noteOffer();
    // The answer counts even when this part is late: a click asks for it again.
    if (CEREMONIES.has(step.type)) await this.#passkeys.load().catch(() => undefined);
    return { type: 'response', response, known, accept: acceptResponse, restarted: how === 'restart' };
  }

  /** Has what follows an answer of the person at hand before it is needed. Never rejects. */
  async prepare(): Promise<void> {
    const coming = [
      this.#actions.load(),
      this.options.prepare(),
      this.#passkeys.load().then((passkeys) => passkeys.prepare()),
    ];
    await Promise.allSettled(coming);
  }

  async #serve(action: ProcessAction, { step, signal }: DriverContext): Promise<DriverResult> {
    const ceremony = CEREMONY_ACTIONS.get(action.type);
    if (!ceremony) {
      this.#passkeys.present?.drop();
      return (await this.#actions.load()).perform(action, { step, signal });
    }
    // At hand already: nothing is loaded between a click and its ceremony.
    const result = await ceremony(this.#passkeys.present ?? (await this.#passkeys.load()), step, signal);
    if (result.type === 'response') return this.answer(result.response);
    await this.#words();
    return result;
  }

  #known(): ClientKnowledge {
    return {
      lastIdentifier: this.store.lastIdentifier(),
      typed: this.typed,
      serverNow: this.options.client.serverNow,
      passkeys: this.options.unsupportedReason('get') === undefined,
      reportsEvents: this.options.reportsEvents(),
    };
  }

  /** The step in place of one that is of no use without a ceremony. */
  #unusable(step: Step): Step | undefined {
    const ceremony = CEREMONIES.get(step.type);
    const reason = ceremony && step.type !== 'login-init' && this.options.unsupportedReason(ceremony);
    if (!reason) return undefined;
    const data = { reason: reason === 'not-secure' ? reason : 'unsupported' } as const;
    return clientStep('client:no-passkey-support', data, step);
  }
}

/** A sign-in by autofill may end under a name of its own: with a session it is the end like any other. */
function withSessionCompleted(response: ProcessResponse): ProcessResponse {
  const { blockBody } = response;
  const { sessionToken, shortSession } = dataOf(blockBody);
  const session = text(sessionToken ?? shortSession);
  if (blockBody.block !== 'conditional-ui-completed' || session === '') return response;
  return { ...response, blockBody: { ...blockBody, block: 'completed' } };
}
