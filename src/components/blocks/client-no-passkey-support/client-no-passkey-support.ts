import { passkeyIcon } from '../../ui/icon.js';
import { ClientMessageBlock } from '../client-message.js';

/**
 * @summary This browser or page cannot use passkeys; offers the server's alternatives.
 * @tag auth-block-client-no-passkey-support
 */
export class ClientNoPasskeySupportBlock extends ClientMessageBlock<'client:no-passkey-support'> {
  protected override readonly icon = passkeyIcon;
  protected override readonly heading = 'noPasskeySupport.heading';
  protected override readonly action = 'restart';

  protected override lead(): string {
    return this.t(this.step.data.reason === 'not-secure' ? 'notSecure.lead' : 'noPasskeySupport.lead');
  }
}
