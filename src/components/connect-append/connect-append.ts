import type { PropertyDeclarations } from 'lit';
import type { ApiClient } from '../../api/api-client.js';
import type { ApiError } from '../../api/api-error.js';
import { redirectTarget } from '../../api/redirect-target.js';
import { AppendEvent } from '../../process/connect/append-event.js';
import { LoadedEvent } from '../../process/connect/connect-events.js';
import type { ConnectTokenProvider } from '../../process/connect/connect-token.js';
import {
  ConnectAppendDriver,
  type ConnectAppendOutcome,
} from '../../process/drivers/connect-append-driver.js';
import type { ProcessDriver } from '../../process/process-driver.js';
import type { ProcessState } from '../../process/process-state.js';
import { isStep } from '../../process/step.js';
import { ConnectElement } from '../base/connect-element.js';
import { connectToken, preloadConnectTokens } from '../base/connect-token-part.js';
import { connectAppendBlocks, loadConnectAppendBlocks } from '../blocks/connect-append-blocks.js';

/**
 * @summary Offers a passkey after a login the site has already (Corbado Connect); draws nothing where there is nothing to offer.
 * @tag connect-append
 * @slot logo - The site's logo, above the screens.
 * @slot header - Anything above the screens, below the logo.
 * @slot footer - Anything below the screens.
 * @fires {LoadedEvent} cbo-loaded - What there is to offer is known; carries `shown`.
 * @fires {StepEvent} cbo-step - A new screen is shown; carries `block` and `previousBlock`.
 * @fires {AppendEvent} cbo-append - The offer is over; carries `outcome`, the passkey operation, `customData` and `clientState`; `waitUntil()` holds `redirect-url`.
 * @fires {ErrorEvent} cbo-error - Something failed; carries the `ApiError`. Where there is no offer yet, there will be none.
 * @fires {UnknownBlockEvent} cbo-unknown-block - A screen nobody registered; `preventDefault()` leaves it to the page.
 * @csspart frame - Everything the element draws.
 * @csspart card - The card.
 * @csspart screen - The screen inside the card.
 * @csspart heading - The heading of a screen.
 * @csspart lead - The text under the heading.
 * @csspart button - Every button.
 * @csspart button-primary - The primary button.
 * @csspart button-quiet - A quiet button.
 * @csspart link - An inline button.
 * @csspart alert - The message above the buttons.
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
export class ConnectAppend extends ConnectElement<ConnectAppendOutcome> {
  static override properties: PropertyDeclarations = {
    appendTokenUrl: { attribute: 'append-token-url' },
    appendTokenProvider: { attribute: false },
    situation: {},
    auto: { type: Boolean },
    redirectUrl: { attribute: 'redirect-url' },
    allowedRedirectOrigins: { attribute: 'allowed-redirect-origins' },
  };

  /** URL of the site's own origin that answers POST `{ "type": "passkey-append" }` with `{ "token": "…" }`. */
  appendTokenUrl: string | undefined;
  /** The page's own way to a connect token; takes the place of `append-token-url`. */
  appendTokenProvider: ConnectTokenProvider | undefined;
  /** Where in the site the offer is made, such as `post-login`; for the server's decisions. */
  situation: string | undefined;
  /** Whether the prompt opens by itself, once. */
  auto = false;
  /** Where the site goes on, whatever the outcome: same origin, or an origin of `allowed-redirect-origins`. */
  redirectUrl: string | undefined;
  /** Further origins that `redirect-url` may lead to, separated by spaces. */
  allowedRedirectOrigins: string | undefined;

  /** Leaves the page; replaced in catalogues and tests only. @internal */
  leave: (target: URL, unseen: boolean) => void = (target, unseen) =>
    unseen ? location.replace(target) : location.assign(target);

  protected override readonly defaultBlocks = connectAppendBlocks;
  #loaded = false;

  protected override createDriver(client: ApiClient): ProcessDriver<ConnectAppendOutcome> {
    this.#loaded = false;
    preloadConnectTokens();
    const session = this.openSession(client);
    return new ConnectAppendDriver({
      session,
      allowed: async (signal) => (await session.append(signal)).appendAllowed,
      webauthn: () => this.ceremonies(),
      unsupportedReason: () => this.unsupportedReason('create'),
      screens: loadConnectAppendBlocks,
      token: (signal) =>
        connectToken(
          {
            provider: this.appendTokenProvider,
            url: this.appendTokenUrl,
            attribute: 'append-token-url',
            property: 'appendTokenProvider',
          },
          'passkey-append',
          signal,
        ),
      situation: () => this.situation,
      auto: () => this.auto,
      owner: this,
    });
  }

  /** Nothing flashes while the server decides, and nothing is left when the offer is over. */
  protected override isSilent({ step }: ProcessState): boolean {
    return isStep(step, 'client:loading') || isStep(step, 'client:handed-over');
  }

  protected override onStep(next: ProcessState, previous: ProcessState): void {
    super.onStep(next, previous);
    if (isStep(next.step, 'client:append-offer')) this.#tellLoaded(true);
  }

  protected override onEnded({ error, ...result }: ConnectAppendOutcome): void {
    this.#tellLoaded(false);
    if (error) this.onProcessError(error);
    void this.#goOn(new AppendEvent(result, this.clientState ?? ''));
  }

  /** A mistake of the page is told in place; the person goes on all the same. */
  protected override onProcessError(error: ApiError): void {
    super.onProcessError(error);
    if (isStep(this.process.state.step, 'client:developer-error')) this.onEnded({ outcome: 'skip-implicit' });
  }

  #tellLoaded(shown: boolean): void {
    if (this.#loaded) return;
    this.#loaded = true;
    this.dispatchEvent(new LoadedEvent(shown));
  }

  async #goOn(event: AppendEvent): Promise<void> {
    this.dispatchEvent(event);
    try {
      await event.settled();
    } catch (cause) {
      console.error(`<${this.localName}>: the page could not finish the offer of a passkey.`, cause);
    }
    if (this.redirectUrl === undefined) return;
    try {
      // Back must not lead to a page that has nothing to show and leads on again.
      const unseen = event.outcome === 'skip-implicit';
      this.leave(redirectTarget(this.redirectUrl, this.allowedRedirectOrigins, 'redirect-url'), unseen);
    } catch (cause) {
      console.error(`<${this.localName}>: redirect-url leads nowhere it may.`, cause);
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'connect-append': ConnectAppend;
  }
}
