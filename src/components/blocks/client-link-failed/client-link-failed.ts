import { mailIcon } from '../../ui/later-icons.js';
import { ClientMessageBlock } from '../client-message.js';

/**
 * @summary An email link that was used before, has expired, or was replaced.
 * @tag auth-block-client-link-failed
 */
export class ClientLinkFailedBlock extends ClientMessageBlock<'client:link-failed'> {
  protected override readonly icon = mailIcon;
  protected override readonly heading = 'verify.linkFailed.heading';
  protected override readonly action = 'restart';

  protected override lead(): string {
    return this.t('verify.linkFailed.lead');
  }
}
