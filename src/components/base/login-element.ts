import type { PropertyDeclarations, PropertyValues } from 'lit';
import type { ApiClient } from '../../api/api-client.js';
import { ApiError } from '../../api/api-error.js';
import {
  FallbackEvent,
  LoadedEvent,
  type ConnectCompleteEvent,
} from '../../process/connect/connect-events.js';
import type { ConnectLoginOutcome } from '../../process/drivers/connect-login-context.js';
import { Part } from '../../process/drivers/part.js';
import type { ProcessDriver } from '../../process/process-driver.js';
import type { ProcessState } from '../../process/process-state.js';
import { clientStep, isStep } from '../../process/step.js';
import { ConnectElement } from './connect-element.js';
import { FallbackForm } from './fallback-form.js';
import { fallbackMessage, type FallbackTopic } from './fallback-message.js';

/** What follows a login: loaded with the later screens. */
const completions = new Part(() => import('./login-completion.js'));

/** Has what follows a login at hand. Throws `ApiError`. */
export const loadCompletion = (): Promise<unknown> => completions.load();

/** What these elements tell the page, by name. */
type LoginEventMap = Omit<HTMLElementEventMap, 'cbo-complete'> & { 'cbo-complete': ConnectCompleteEvent };

type Complete = Extract<ConnectLoginOutcome, { readonly type: 'complete' }>;
type Fallback = Extract<ConnectLoginOutcome, { readonly type: 'fallback' }>;

/** Base of the elements that sign in with a passkey where the site has a way of its own: the way there, and what follows. */
export abstract class LoginElement extends ConnectElement<ConnectLoginOutcome> {
  static override properties: PropertyDeclarations = {
    fallbackFor: { attribute: 'fallback-for' },
    completeUrl: { attribute: 'complete-url' },
    redirectUrl: { attribute: 'redirect-url' },
    leave: { attribute: false },
  };

  /** Id of the site's own form: hidden at first, shown on fallback with the identifier filled in, and the reason where it has a place for it (`data-cbo-message`). */
  fallbackFor: string | undefined;
  /** Same-origin URL of the site's back end that gets `{ session, signedPasskeyData, passkeyOperation }` by POST (JSON) before `redirect-url`. */
  completeUrl: string | undefined;
  /** Where to go after completion, same origin. */
  redirectUrl: string | undefined;
  /** Leaves the page for `redirect-url`; replaced in catalogues and tests only. @internal */
  leave: (target: URL) => void = (target) => location.assign(target);

  readonly #form = new FallbackForm(this, () => this.fallbackFor);
  /** The outcome being finished; an older one is of no account any more. */
  #outcome: ConnectLoginOutcome | undefined;
  #loaded = false;

  /** For the types alone: `cbo-complete` is another event here than on `<auth-process>`. @internal */
  override addEventListener<Type extends keyof LoginEventMap>(
    type: Type,
    listener: (this: this, event: LoginEventMap[Type]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  override addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
  /** @internal */
  override addEventListener(...parameters: Parameters<HTMLElement['addEventListener']>): void {
    super.addEventListener(...parameters);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.#outcome?.type !== 'fallback') this.#form.hide();
  }

  /** Whose words tell that the site's own login takes over. */
  protected abstract readonly topic: FallbackTopic;

  protected abstract openLogin(client: ApiClient): ProcessDriver<ConnectLoginOutcome>;

  /** Who wants to sign in, as far as the page knows. */
  protected get expected(): string {
    return '';
  }

  protected override createDriver(client: ApiClient): ProcessDriver<ConnectLoginOutcome> {
    this.#outcome = undefined;
    this.#loaded = false;
    this.#form.hide();
    return this.openLogin(client);
  }

  protected override isSilent({ step }: ProcessState): boolean {
    return isStep(step, 'client:loading') || isStep(step, 'client:handed-over');
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('fallbackFor') && this.#outcome?.type !== 'fallback') this.#form.hide();
  }

  protected override onStep(next: ProcessState, previous: ProcessState): void {
    super.onStep(next, previous);
    if (!this.isSilent(next)) this.#takeBack(next);
    if (this.#loaded || next.status === 'loading') return;
    this.#loaded = true;
    this.dispatchEvent(new LoadedEvent(!this.isSilent(next)));
  }

  protected override onEnded(outcome: ConnectLoginOutcome): void {
    this.#outcome = outcome;
    if (outcome.type === 'complete') void this.#finish(outcome);
    else this.#handOver(outcome);
  }

  /** A mistake of the page is told in place; the site's own login is there all the same. */
  protected override onProcessError(error: ApiError): void {
    super.onProcessError(error);
    if (!isStep(this.process.state.step, 'client:developer-error')) return;
    const { message } = error;
    this.#outcome = {
      type: 'fallback',
      identifier: this.expected,
      code: 'misconfigured',
      message,
      error,
    };
    this.#tell(this.#outcome);
  }

  /** Reset after the site's own login took over, and with something to offer again. */
  #takeBack({ step }: ProcessState): void {
    if (this.#outcome?.type !== 'fallback' || isStep(step, 'client:developer-error')) return;
    this.#outcome = undefined;
    this.#form.hide();
  }

  #handOver(outcome: Fallback, byPerson = this.process.state.byPerson): void {
    if (outcome.error) super.onProcessError(outcome.error);
    this.#tell(outcome, byPerson);
  }

  #tell({ identifier: named, code, message }: Fallback, byPerson = false): void {
    // Whatever failed: what stands in the field was not typed in vain, though it was never sent.
    const field = this.screenElement()?.querySelector<HTMLInputElement>('input[name="identifier"]');
    const identifier = named || (field?.value.trim() ?? '');
    const words = fallbackMessage({ code, message, byPerson }, this.localization.t, this.topic);
    this.#form.show(identifier, byPerson, words);
    this.dispatchEvent(new FallbackEvent(identifier, code, words));
  }

  async #finish(outcome: Complete): Promise<void> {
    try {
      const { loginCompletion } = completions.present ?? (await completions.load());
      const completion = loginCompletion(outcome, this.clientState ?? '', this, this.leave);
      this.dispatchEvent(completion.event);
      const left = await completion.finish();
      if (outcome === this.#outcome && !left) this.process.completion('done');
    } catch (cause) {
      if (outcome !== this.#outcome) return;
      console.error(`<${this.localName}>: the page did not take the login over.`, cause);
      const identifier = outcome.passkeyOperation?.identifierValue ?? '';
      const error = cause instanceof ApiError ? cause : undefined;
      const fallback = {
        type: 'fallback',
        identifier,
        code: 'completion_failed',
        message: undefined,
        error,
      } as const;
      this.#outcome = fallback;
      this.process.show(clientStep('client:handed-over', {}));
      this.#handOver(fallback, true);
    }
  }
}
