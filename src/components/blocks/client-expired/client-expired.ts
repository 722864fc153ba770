import { clockIcon } from '../../ui/later-icons.js';
import { ClientMessageBlock } from '../client-message.js';

/**
 * @summary The process has expired; starts again with the identifier kept.
 * @tag auth-block-client-expired
 */
export class ClientExpiredBlock extends ClientMessageBlock<'client:expired'> {
  protected override readonly icon = clockIcon;
  protected override readonly heading = 'expired.heading';
  protected override readonly action = 'restart';

  protected override lead(): string {
    return this.t('expired.lead');
  }
}
