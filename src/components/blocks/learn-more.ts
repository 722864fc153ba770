import { html, type TemplateResult } from 'lit';
import type { Translate } from '../../localize/messages.js';
import { chevronIcon, icon } from '../ui/icon.js';

const QUESTIONS = [
  { title: 'connectAppend.how', text: 'connectAppend.howText' },
  { title: 'connectAppend.where', text: 'connectAppend.whereText' },
  { title: 'connectAppend.before', text: 'connectAppend.beforeText' },
] as const;

export interface LearnMoreOptions {
  readonly t: Translate;
  /** Of the text that opens, unique on the page. */
  readonly id: string;
  readonly open: boolean;
  readonly onToggle: () => void;
}

/** What a passkey is, for who asks. */
export function learnMore({ t, id, open, onToggle }: LearnMoreOptions): TemplateResult {
  return html`<div class="cbo-more">
    <button
      class="cbo-link cbo-more-button"
      part="link"
      type="button"
      aria-expanded=${open ? 'true' : 'false'}
      aria-controls=${id}
      @click=${onToggle}
    >
      <span .textContent=${t('connectAppend.learnMore')}></span>${icon(chevronIcon)}
    </button>
    <dl id=${id} class="cbo-more-text" ?hidden=${!open}>
      ${QUESTIONS.map(
        ({ title, text }) =>
          html`<dt .textContent=${t(title)}></dt>
            <dd .textContent=${t(text)}></dd>`,
      )}
    </dl>
  </div>`;
}
