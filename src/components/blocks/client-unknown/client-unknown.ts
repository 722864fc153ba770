import { wrenchIcon } from '../../ui/later-icons.js';
import { ClientMessageBlock } from '../client-message.js';

/**
 * @summary A block type nobody registered; offers the server's alternatives and a new start.
 * @tag auth-block-client-unknown
 */
export class ClientUnknownBlock extends ClientMessageBlock<'client:unknown'> {
  protected override readonly icon = wrenchIcon;
  protected override readonly heading = 'unknown.heading';
  protected override readonly action = 'restart';

  protected override lead(): string {
    return this.t('unknown.lead');
  }
}
