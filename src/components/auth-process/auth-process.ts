import type { PropertyValues, PropertyDeclarations } from 'lit';
import type { ApiClient } from '../../api/api-client.js';
import { clientInformation } from '../../api/client-information.js';
import { ClientStorage } from '../../api/client-storage.js';
import type { BlockType, ProcessResponse } from '../../api/types.js';
import type { BlockAction } from '../../process/block-actions.js';
import type { ProcessDriver } from '../../process/process-driver.js';
import type { ProcessState } from '../../process/process-state.js';
import { AuthDriver } from '../../process/drivers/auth-driver.js';
import { Part } from '../../process/drivers/part.js';
import type { WebAuthnService } from '../../webauthn/webauthn-service.js';
import { unsupportedReason } from '../../webauthn/webauthn-support.js';
import { ProcessElement } from '../base/process-element.js';
import type { Completion } from '../base/completion.js';
import { authBlocks, loadLaterBlocks, preloadIdentity } from '../blocks/default-blocks.js';
import { EMAIL_LINK_ID } from './email-link-id.js';
import { HistoryController } from './history-controller.js';
import { originsIn } from '../../api/redirect-target.js';

/** What follows a completed process: loaded with the later screens, and again after a failure. */
const completions = new Part(() => import('./session-completion.js'));

/**
 * @summary The whole sign-up and sign-in process of Corbado Complete, in one card.
 * @tag auth-process
 * @slot logo - The site's logo, above the screens.
 * @slot header - Anything above the screens, below the logo.
 * @slot footer - Anything below the screens, such as links to terms.
 * @fires {StepEvent} cbo-step - A new screen is shown; carries `block`, `authType` and `previousBlock`.
 * @fires {CompleteEvent} cbo-complete - The process has ended with a session; carries the tokens, the user and the passkey operation; `waitUntil()` holds what follows.
 * @fires {ErrorEvent} cbo-error - Something failed; carries the `ApiError`. The person already sees a way on.
 * @fires {UnknownBlockEvent} cbo-unknown-block - The server sent a block type nobody registered; `preventDefault()` leaves the screen to the page.
 * @csspart frame - Everything the element draws.
 * @csspart card - The card.
 * @csspart screen - The screen inside the card.
 * @csspart heading - The heading of a screen.
 * @csspart lead - The text under the heading.
 * @csspart field - A form field with its label and messages.
 * @csspart label - The label of a field.
 * @csspart input - An input.
 * @csspart field-error - The error of a field.
 * @csspart field-hint - The hint of a field.
 * @csspart button - Every button.
 * @csspart button-primary - The primary button.
 * @csspart button-secondary - A secondary button.
 * @csspart button-quiet - A quiet button.
 * @csspart link - An inline button.
 * @csspart alert - The message above a form.
 * @csspart chip - The identifier a screen is about.
 * @csspart identity - The card of the last identifier.
 * @csspart divider - The line between a form and its alternatives.
 * @csspart progress - A waiting line.
 * @csspart code - The field of a code.
 * @csspart code-frame - The frame around it, with its six places.
 * @csspart social - The marks of providers, side by side.
 * @csspart country - The button with the calling code of a phone field.
 * @csspart countries - The search over all countries.
 * @csspart country-list - The countries found.
 * @csspart foot - The strip that leads to the other form.
 * @csspart badge - The badge under the card.
 * @cssprop --cbo-accent - Colour of the primary action; everything that sits on it follows.
 * @cssprop --cbo-surface - Background of the card.
 * @cssprop --cbo-text - Text; muted text, lines and borders derive from it.
 * @cssprop --cbo-danger - Errors.
 * @cssprop --cbo-success - Success.
 * @cssprop --cbo-focus - Focus ring.
 * @cssprop --cbo-radius - Corner radius of controls (10px); the card's is 1.6 times it.
 * @cssprop --cbo-space - Unit of all spacing (4px).
 * @cssprop --cbo-control-size - Height of primary controls (44px).
 * @cssprop --cbo-max-inline-size - Widest the element gets (25rem).
 */
export class AuthProcess extends ProcessElement {
  static override properties: PropertyDeclarations = {
    initialBlock: { attribute: 'initial-block' },
    history: {},
    redirectUrl: { attribute: 'redirect-url' },
    completeUrl: { attribute: 'complete-url' },
    allowedRedirectOrigins: { attribute: 'allowed-redirect-origins' },
    webauthn: { attribute: false },
    storage: { attribute: false },
    leave: { attribute: false },
  };

  /** @internal */
  override readonly areas = ['common', 'auth'] as const;

  /** First screen: `signup-init` or `login-init`; else sign-in where this device has a passkey, else the project's choice. */
  initialBlock: 'signup-init' | 'login-init' | undefined;
  /** `hash`: one history entry per screen, so that back, forward and reload work; `off`: none. */
  history: 'hash' | 'off' = 'hash';
  /** Where to go after completion: same origin, or an origin of `allowed-redirect-origins`. */
  redirectUrl: string | undefined;
  /** Same-origin URL of the site's back end that gets the session token by POST (JSON) before `redirect-url`. */
  completeUrl: string | undefined;
  /** Further origins a person may be sent to, by `redirect-url` or to sign in with a provider; separated by spaces. */
  allowedRedirectOrigins: string | undefined;
  /** Ceremonies; replaced in catalogues and tests only. @internal */
  webauthn: WebAuthnService | undefined;
  /** What this browser remembers; replaced in catalogues and tests only. @internal */
  storage: Storage | undefined;

  /** Leaves the page for a provider; replaced in catalogues and tests only. @internal */
  leave: (target: URL) => void = (target) => location.assign(target);

  protected override readonly defaultBlocks = authBlocks;
  readonly #history = new HistoryController(this, {
    enabled: () => this.history !== 'off',
    state: () => this.process.state,
    perform: (action) => void this.process.perform(action),
  });
  #completed: ProcessResponse | undefined;
  #completion: Completion | undefined;

  protected override createDriver(client: ApiClient): ProcessDriver {
    this.#completed = undefined;
    this.#completion = undefined;
    const storage = new ClientStorage(client.projectId, this.storage);
    const preferredBlock = (): BlockType | undefined => this.#history.preferredBlock() ?? this.initialBlock;
    // Beside the first request, not after it.
    const known = storage.lastIdentifier !== undefined;
    this.defaultBlocks.preload([preferredBlock() ?? (known ? 'login-init' : 'signup-init')]);
    if (known) preloadIdentity();
    return new AuthDriver({
      client: client.fork(),
      storage,
      webauthn: async () =>
        this.webauthn ?? (await import('../../process/drivers/passkeys.js')).loadWebAuthn(),
      unsupportedReason: (type) => (this.webauthn ?? { unsupportedReason }).unsupportedReason(type),
      owner: this,
      clientInformation: () => {
        const handle = storage.clientEnvHandle;
        return clientInformation(handle ? { handle } : {});
      },
      takeEmailLink: async () =>
        location.search.includes(EMAIL_LINK_ID)
          ? (await import('./email-link.js')).takeEmailLink(client.projectId)
          : undefined,
      allowedOrigins: () => originsIn(this.allowedRedirectOrigins),
      leave: (target) => this.leave(target),
      reportsEvents: () => this.reportsEvents,
      prepare: () => Promise.all([loadLaterBlocks(), completions.load()]),
      siteAction: (block, action) => this.siteAction(block, action),
      preferredBlock,
      isLater: () => this.#history.isLater,
    });
  }

  protected override act(action: BlockAction): void {
    if (action.type !== 'retry' || this.process.state.status !== 'completed') super.act(action);
    // A promise does not settle otherwise the second time: only a new sign-in asks the page again.
    else if (this.#completion?.rejected) super.act({ type: 'restart' });
    else void this.#finish();
  }

  protected override onStep(next: ProcessState, previous: ProcessState): void {
    super.onStep(next, previous);
    this.#history.follow(next);
  }

  protected override onCompleted(response: ProcessResponse): void {
    this.#completed = response;
    this.#completion = undefined;
    void this.#finish();
  }

  protected override updated(changed?: PropertyValues<this>): void {
    super.updated();
    if (changed?.has('history')) this.#history.follow(this.process.state);
  }

  async #finish(): Promise<void> {
    const response = this.#completed;
    this.process.completion('pending');
    try {
      const { sessionCompletion } = completions.present ?? (await completions.load());
      if (!response || response !== this.#completed) return;
      this.#completion ??= this.#announce(sessionCompletion(response, this));
      const left = await this.#completion.finish();
      if (response === this.#completed && !left) this.process.completion('done');
    } catch (cause) {
      if (response !== this.#completed) return;
      console.error(`<${this.localName}>: the page could not finish the sign-in.`, cause);
      this.process.completion('failed');
    }
  }

  #announce(completion: Completion): Completion {
    this.dispatchEvent(completion.event);
    return completion;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'auth-process': AuthProcess;
  }
}
