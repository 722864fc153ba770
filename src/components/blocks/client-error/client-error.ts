import { problemMessage } from '../../base/problem-message.js';
import { ClientMessageBlock } from '../client-message.js';

/**
 * @summary Nothing could be loaded; tries again.
 * @tag auth-block-client-error
 */
export class ClientErrorBlock extends ClientMessageBlock<'client:error'> {
  protected override readonly iconName = 'alert';
  protected override readonly heading = 'clientError.heading';
  protected override readonly action = 'retry';

  protected override lead(): string {
    const message = this.problem && problemMessage(this.problem, this.localization, this.app);
    return message?.text ?? this.t('clientError.lead');
  }
}
