import type { PropertyDeclarations } from 'lit';
import type { ApiClient } from '../../api/api-client.js';
import { UnknownUserEvent } from '../../process/connect/connect-events.js';
import type { ConnectTokenProvider } from '../../process/connect/connect-token.js';
import { ConnectLoginDriver } from '../../process/drivers/connect-login-driver.js';
import type { ConnectLoginOutcome } from '../../process/drivers/connect-login-context.js';
import type { ProcessDriver } from '../../process/process-driver.js';
import { connectLoginBlocks, loadConnectLoginBlocks } from '../blocks/connect-login-blocks.js';
import { connectToken, loadConnectTokens } from '../base/connect-token-part.js';
import { loadCompletion, LoginElement } from '../base/login-element.js';

/**
 * @summary Passkey login in front of the login a site already has (Corbado Connect).
 * @tag connect-login
 * @slot logo - The site's logo, above the screens.
 * @slot header - Anything above the screens, below the logo.
 * @slot footer - Anything below the screens, such as a link to the sign-up.
 * @fires {LoadedEvent} cbo-loaded - The element knows what it has to offer; `shown` says whether it shows a screen.
 * @fires {StepEvent} cbo-step - A new screen is shown; carries `block`, `authType` and `previousBlock`.
 * @fires {ConnectCompleteEvent} cbo-complete - Somebody has signed in; carries `session`, `signedPasskeyData`, `webauthnId`, `clientState` and `passkeyOperation`; a promise given to `waitUntil()` that rejects falls back.
 * @fires {FallbackEvent} cbo-fallback - The site's own login takes over; carries `identifier`, `code` and `message`.
 * @fires {UnknownUserEvent} cbo-unknown-user - There is no account of that name; `preventDefault()` leaves it to the page to say so.
 * @fires {ErrorEvent} cbo-error - Something failed; carries the `ApiError`. The person already has a way on.
 * @fires {UnknownBlockEvent} cbo-unknown-block - A screen nobody registered; `preventDefault()` leaves it to the page.
 * @csspart frame - Everything the element draws.
 * @csspart card - The card.
 * @csspart screen - The screen inside the card.
 * @csspart heading - The heading of a screen.
 * @csspart lead - The text under the heading.
 * @csspart field - The identifier's field with its label and messages.
 * @csspart label - The label of the field.
 * @csspart input - The input.
 * @csspart field-error - The error of the field.
 * @csspart button - Every button.
 * @csspart button-primary - The primary button.
 * @csspart button-secondary - A secondary button.
 * @csspart button-quiet - A quiet button.
 * @csspart link - The link to the site's help.
 * @csspart alert - The message above a form.
 * @csspart chip - The identifier a screen is about.
 * @csspart identity - The card of who was here last.
 * @csspart divider - The line between a form and its alternatives.
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
export class ConnectLogin extends LoginElement {
  static override properties: PropertyDeclarations = {
    prefill: {},
    helpUrl: { attribute: 'help-url' },
    loginConnectToken: { attribute: false },
  };

  /** Identifier the page knows already: in the field from the start. Read when the login starts: after a change call `start()`. */
  prefill: string | undefined;
  /** Page of the site that helps people who cannot sign in; linked where the passkey has failed twice. */
  helpUrl: string | undefined;
  /** Provides a connect token of type `passkey-login` that says who signs in, where the page knows that; asked for each login. */
  loginConnectToken: ConnectTokenProvider | undefined;

  protected override readonly defaultBlocks = connectLoginBlocks;
  protected override readonly topic = 'connectLogin';

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('input', this.#onInput);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener('input', this.#onInput);
  }

  protected override get expected(): string {
    return this.prefill?.trim() ?? '';
  }

  protected override openLogin(client: ApiClient): ProcessDriver<ConnectLoginOutcome> {
    const session = this.openSession(client);
    const first = session.lastLogin || this.loginConnectToken ? 'client:one-tap' : 'client:identifier';
    // Beside the first request, not after it.
    connectLoginBlocks.preload([first]);
    return new ConnectLoginDriver({
      session,
      webauthn: () => this.ceremonies(),
      unsupportedReason: () => this.unsupportedReason('get'),
      screen: (type) => this.#screen(type),
      prepare: () => Promise.all([loadConnectLoginBlocks(), loadCompletion()]),
      prefill: () => this.expected,
      loginToken: () => this.#loginToken(),
      helpUrl: () => webAddress(this.helpUrl),
      onUnknownUser: (identifier) => !this.dispatchEvent(new UnknownUserEvent(identifier)),
      owner: this,
    });
  }

  #loginToken(): ((signal: AbortSignal) => Promise<string>) | undefined {
    const provider = this.loginConnectToken;
    if (!provider) return undefined;
    return (signal) => connectToken({ provider, property: 'loginConnectToken' }, 'passkey-login', signal);
  }

  async #screen(type: string): Promise<void> {
    const block = connectLoginBlocks.resolve(type);
    await Promise.all([
      block?.kind === 'loading' ? block.loaded : undefined,
      // Only few pages say who signs in.
      this.loginConnectToken ? loadConnectTokens() : undefined,
    ]);
  }

  readonly #onInput = (): void => this.session?.trace('input');
}

/** An address that may be linked, absolute; `undefined` for anything else. */
function webAddress(url: string | undefined): string | undefined {
  if (!url || !URL.canParse(url, document.baseURI)) return undefined;
  const { protocol, href } = new URL(url, document.baseURI);
  return protocol === 'https:' || protocol === 'http:' ? href : undefined;
}

declare global {
  interface HTMLElementTagNameMap {
    'connect-login': ConnectLogin;
  }
}
