import { html, nothing, type TemplateResult } from 'lit';
import type { MessageKey } from '../../localize/messages.js';
import { BlockElement } from '../base/block-element.js';
import { button } from '../ui/button.js';
import { mark, type Icon } from '../ui/icon.js';
import { head } from '../ui/layout.js';
import { renderAlternatives } from './alternatives.js';

/** A client state that says one thing and has one way on, beside the ways the server offered. */
export abstract class ClientMessageBlock<Type extends string> extends BlockElement<Type> {
  protected abstract readonly icon: Icon;
  protected abstract readonly heading: MessageKey;
  protected abstract readonly action: 'retry' | 'restart';

  override render(): TemplateResult {
    const label = this.action === 'retry' ? 'common.tryAgain' : 'common.startAgain';
    return html`<div class="cbo-body">
      ${mark(this.icon)} ${head(this.text(this.heading), this.lead())}
      ${this.action === 'restart' ? this.renderProblem() : nothing}
      <div class="cbo-actions">
        ${button({
          label: this.t(label),
          kind: 'primary',
          busy: this.busy,
          onClick: () => this.act({ type: this.action }),
        })}
        ${renderAlternatives(this.step, this.t, this.busy, (action) => this.act(action))}
      </div>
    </div>`;
  }

  protected abstract lead(): string;

  /** A message without parameters, by a key that is data here. */
  protected text(key: MessageKey): string {
    return this.t(key as 'common.continue');
  }
}
