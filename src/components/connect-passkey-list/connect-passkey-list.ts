import type { PropertyDeclarations } from 'lit';
import type { ApiClient } from '../../api/api-client.js';
import type { BlockAction } from '../../process/block-actions.js';
import { LoadedEvent } from '../../process/connect/connect-events.js';
import type { ConnectTokenProvider } from '../../process/connect/connect-token.js';
import { PasskeyListDriver } from '../../process/drivers/passkey-list-driver.js';
import {
  PasskeyAppendEvent,
  PasskeyDeleteEvent,
  type PasskeyDeletePhase,
} from '../../process/passkeys/passkey-list-events.js';
import type { ProcessDriver } from '../../process/process-driver.js';
import type { ProcessState } from '../../process/process-state.js';
import { isStep } from '../../process/step.js';
import { ConnectElement } from '../base/connect-element.js';
import { connectToken, preloadConnectTokens } from '../base/connect-token-part.js';
import { loadPasskeyListBlocks, passkeyListBlocks } from '../blocks/connect-passkey-list-blocks.js';

/**
 * @summary The passkeys of a signed-in person (Corbado Connect): looks at them, adds one, deletes one.
 * @tag connect-passkey-list
 * @slot logo - The site's logo, above the list.
 * @slot header - Anything above the list, below the logo.
 * @slot footer - Anything below the list.
 * @fires {LoadedEvent} cbo-loaded - The list has come, or what there is instead of it; carries `shown`.
 * @fires {StepEvent} cbo-step - A new screen is shown; carries `block` and `previousBlock`.
 * @fires {PasskeyAppendEvent} cbo-passkey-append - A passkey was made from the list; carries the passkey operation.
 * @fires {PasskeyDeleteEvent} cbo-passkey-delete-start - The person is asked whether a passkey is to be deleted; carries `passkey`.
 * @fires {PasskeyDeleteEvent} cbo-passkey-delete-cancel - They think better of it; carries `passkey`.
 * @fires {PasskeyDeleteEvent} cbo-passkey-delete-success - It is deleted; carries `passkey` and `remainingPasskeys`.
 * @fires {PasskeyDeleteEvent} cbo-passkey-delete-error - It could not be deleted; carries `passkey` and `reason`.
 * @fires {ErrorEvent} cbo-error - Something failed; carries the `ApiError`. The person already sees a way on.
 * @fires {UnknownBlockEvent} cbo-unknown-block - A screen nobody registered; `preventDefault()` leaves it to the page.
 * @csspart frame - Everything the element draws.
 * @csspart card - The card.
 * @csspart screen - The screen inside the card.
 * @csspart heading - The heading of a screen.
 * @csspart lead - The text under the heading.
 * @csspart passkeys - The list.
 * @csspart passkey - A passkey of the list.
 * @csspart delete - The button that deletes a passkey.
 * @csspart empty - What stands in place of an empty list.
 * @csspart dialog - The dialog that asks, or tells.
 * @csspart button - Every button with a text.
 * @csspart button-primary - The primary button.
 * @csspart button-secondary - A secondary button.
 * @csspart button-danger - The button that deletes for good.
 * @csspart link - An inline button.
 * @csspart alert - The message above the list.
 * @cssprop --cbo-accent - Colour of the primary action; everything that sits on it follows.
 * @cssprop --cbo-surface - Background of the card.
 * @cssprop --cbo-text - Text; muted text, lines and borders derive from it.
 * @cssprop --cbo-danger - Errors, and what deletes.
 * @cssprop --cbo-success - Success.
 * @cssprop --cbo-focus - Focus ring.
 * @cssprop --cbo-radius - Corner radius of controls (10px); the card's is 1.6 times it.
 * @cssprop --cbo-space - Unit of all spacing (4px).
 * @cssprop --cbo-control-size - Height of primary controls (44px).
 * @cssprop --cbo-max-inline-size - Widest the element gets (25rem).
 */
export class ConnectPasskeyList extends ConnectElement<never> {
  static override properties: PropertyDeclarations = {
    connectTokenUrl: { attribute: 'connect-token-url' },
    connectTokenProvider: { attribute: false },
  };

  /** URL of the site's own origin that answers POST `{ "type": "…" }` with `{ "token": "…" }`; types are `passkey-list`, `passkey-append` and `passkey-delete`. */
  connectTokenUrl: string | undefined;
  /** The page's own way to a connect token; takes the place of `connect-token-url`. */
  connectTokenProvider: ConnectTokenProvider | undefined;

  protected override readonly defaultBlocks = passkeyListBlocks;
  #loaded = false;

  protected override createDriver(client: ApiClient): ProcessDriver {
    this.#loaded = false;
    preloadConnectTokens();
    return new PasskeyListDriver({
      session: this.openSession(client),
      webauthn: () => this.ceremonies(),
      unsupportedReason: () => this.unsupportedReason('create'),
      screens: loadPasskeyListBlocks,
      token: (type, signal) =>
        connectToken(
          {
            provider: this.connectTokenProvider,
            url: this.connectTokenUrl,
            attribute: 'connect-token-url',
            property: 'connectTokenProvider',
          },
          type,
          signal,
        ),
      onAdded: (operation) => this.dispatchEvent(new PasskeyAppendEvent(operation)),
      onDeleted: (row, remaining) => this.dispatchEvent(new PasskeyDeleteEvent('success', row, remaining)),
      onDeleteFailed: (row, error) =>
        this.dispatchEvent(new PasskeyDeleteEvent('error', row, undefined, error)),
      owner: this,
    });
  }

  protected override act(action: BlockAction): void {
    if (action.type === 'ask-delete') this.#tell('start', action.id);
    const { step } = this.process.state;
    const asked = isStep(step, 'client:passkey-list') ? step.data.asked : undefined;
    if (action.type === 'close-dialog' && asked !== undefined) this.#tell('cancel', asked);
    super.act(action);
  }

  protected override onStep(next: ProcessState, previous: ProcessState): void {
    super.onStep(next, previous);
    if (this.#loaded || next.status === 'loading') return;
    this.#loaded = true;
    this.dispatchEvent(new LoadedEvent(isStep(next.step, 'client:passkey-list')));
  }

  #tell(phase: PasskeyDeletePhase, id: string): void {
    const { step } = this.process.state;
    const rows = isStep(step, 'client:passkey-list') ? step.data.passkeys : [];
    const row = rows.find((one) => one.id === id);
    if (row) this.dispatchEvent(new PasskeyDeleteEvent(phase, row));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'connect-passkey-list': ConnectPasskeyList;
  }
}
