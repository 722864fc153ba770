import type { PropertyDeclarations } from 'lit';
import type { ApiClient } from '../../api/api-client.js';
import type { ConnectTokenProvider } from '../../process/connect/connect-token.js';
import type { ConnectLoginOutcome } from '../../process/drivers/connect-login-context.js';
import { SecondFactorDriver } from '../../process/drivers/second-factor-driver.js';
import type { ProcessDriver } from '../../process/process-driver.js';
import { loadSecondFactorBlocks, secondFactorBlocks } from '../blocks/connect-second-factor-blocks.js';
import { connectToken, preloadConnectTokens } from '../base/connect-token-part.js';
import { loadCompletion, LoginElement } from '../base/login-element.js';

/**
 * @summary Confirms with a passkey who is signed in already (Corbado Connect); the site's own factor is one press away.
 * @tag connect-second-factor
 * @slot logo - The site's logo, above the screens.
 * @slot header - Anything above the screens, below the logo.
 * @slot footer - Anything below the screens.
 * @fires {LoadedEvent} cbo-loaded - The element knows what it has to offer; `shown` says whether it shows a screen.
 * @fires {StepEvent} cbo-step - A new screen is shown; carries `block` and `previousBlock`.
 * @fires {ConnectCompleteEvent} cbo-complete - The person is confirmed; carries `session`, `signedPasskeyData`, `webauthnId`, `clientState` and `passkeyOperation`; a promise given to `waitUntil()` that rejects falls back.
 * @fires {FallbackEvent} cbo-fallback - The site's own factor takes over; carries `identifier`, `code` and `message`.
 * @fires {ErrorEvent} cbo-error - Something failed; carries the `ApiError`. The person already has a way on.
 * @fires {UnknownBlockEvent} cbo-unknown-block - A screen nobody registered; `preventDefault()` leaves it to the page.
 * @csspart frame - Everything the element draws.
 * @csspart card - The card.
 * @csspart screen - The screen inside the card.
 * @csspart heading - The heading of a screen.
 * @csspart lead - The text under the heading.
 * @csspart button - Every button.
 * @csspart button-primary - The primary button.
 * @csspart button-quiet - A quiet button.
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
export class ConnectSecondFactor extends LoginElement {
  static override properties: PropertyDeclarations = {
    connectTokenUrl: { attribute: 'connect-token-url' },
    connectTokenProvider: { attribute: false },
  };

  /** URL of the site's own origin that answers POST `{ "type": "passkey-login" }` with `{ "token": "…" }`. */
  connectTokenUrl: string | undefined;
  /** The page's own way to a connect token; takes the place of `connect-token-url`. */
  connectTokenProvider: ConnectTokenProvider | undefined;

  protected override readonly defaultBlocks = secondFactorBlocks;
  protected override readonly topic = 'secondFactor';

  protected override openLogin(client: ApiClient): ProcessDriver<ConnectLoginOutcome> {
    preloadConnectTokens();
    return new SecondFactorDriver({
      session: this.openSession(client),
      webauthn: () => this.ceremonies(),
      unsupportedReason: () => this.unsupportedReason('get'),
      screens: () => Promise.all([loadSecondFactorBlocks(), loadCompletion()]),
      token: (signal) =>
        connectToken(
          {
            provider: this.connectTokenProvider,
            url: this.connectTokenUrl,
            attribute: 'connect-token-url',
            property: 'connectTokenProvider',
          },
          'passkey-login',
          signal,
        ),
      owner: this,
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'connect-second-factor': ConnectSecondFactor;
  }
}
