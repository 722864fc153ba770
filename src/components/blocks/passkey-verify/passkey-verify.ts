import { html, nothing, type PropertyValues, type TemplateResult, type PropertyDeclarations } from 'lit';
import type { MessageKey } from '../../../localize/messages.js';
import type { BlockAction } from '../../../process/block-actions.js';
import { BlockElement } from '../../base/block-element.js';
import { later } from '../../styles/later.styles.js';
import { renderAlternatives } from '../alternatives.js';
import { button, linkButton } from '../../ui/button.js';
import { mark, passkeyIcon } from '../../ui/icon.js';
import { phoneIcon } from '../../ui/later-icons.js';
import { head, identityChip, progress } from '../../ui/layout.js';

/** Which of the screens of passkey-verify is due. */
type View = 'background' | 'ready' | 'hybrid' | 'soft' | 'hard';

interface Words {
  readonly heading: MessageKey;
  readonly lead: MessageKey;
  readonly start: MessageKey;
}

const WORDS = {
  background: { heading: 'passkeyVerify.heading', lead: 'passkeyVerify.lead', start: 'passkeyVerify.start' },
  ready: { heading: 'passkeyVerify.heading', lead: 'passkeyVerify.soft.lead', start: 'passkeyVerify.start' },
  hybrid: {
    heading: 'passkeyVerify.hybrid.heading',
    lead: 'passkeyVerify.hybrid.lead',
    start: 'passkeyVerify.hybrid.start',
  },
  soft: { heading: 'passkeyVerify.soft.heading', lead: 'passkeyVerify.soft.lead', start: 'common.tryAgain' },
  hard: { heading: 'passkeyVerify.hard.heading', lead: 'passkeyVerify.hard.lead', start: 'common.tryAgain' },
} as const satisfies Record<View, Words>;

/**
 * @summary Signs in with the passkey of an identifier: by itself, by a click, on another device, and again after a failure.
 * @tag auth-block-passkey-verify
 */
export class PasskeyVerifyBlock extends BlockElement<'passkey-verify'> {
  static override properties: PropertyDeclarations = {
    failures: { state: true },
  };

  static override screenStyles = later;

  private failures = 0;
  #startedBy: string | undefined;
  /** The button that opened the prompt stays, so that the focus has a place. */
  #pressed = false;

  override render(): TemplateResult {
    const view = this.#view;
    const words = WORDS[view];
    const waiting = view === 'background';
    return html`<div class="cbo-body">
      ${mark(view === 'hybrid' ? phoneIcon : passkeyIcon)} ${head(this.t(words.heading), this.t(words.lead))}
      ${this.renderProblem()} ${this.#renderIdentity()}
      ${waiting ? progress(this.t('busy.passkey')) : nothing}
      <div class="cbo-actions">${waiting ? this.#renderWaysOut() : this.#renderActions(view)}</div>
    </div>`;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const failed = this.problem?.kind === 'ceremony' || this.step.error !== undefined;
    if (changed.get('pending') !== undefined && !this.busy && failed) this.failures += 1;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (this.#startsByItself) {
      this.#startedBy = this.step.key;
      this.act({ type: 'use-passkey' });
    }
    // The button that opened the prompt is gone after a prompt that opened by itself.
    const ended = changed.get('pending') !== undefined && !this.busy;
    if (ended && !this.contains((this.getRootNode() as Document | ShadowRoot).activeElement)) this.focus();
  }

  /** Only while the person's gesture lasts: a reload must not open a prompt. */
  get #startsByItself(): boolean {
    const { userActivation } = globalThis.navigator;
    const gesture = userActivation === undefined || userActivation.isActive;
    const first = this.#startedBy !== this.step.key && this.failures === 0;
    return first && gesture && !this.busy && !this.problem && !this.step.error && !this.step.data.loginHint;
  }

  get #view(): View {
    if (this.failures > 1) return 'hard';
    if (this.failures === 1) return this.step.data.loginHint ? 'hard' : 'soft';
    if (this.step.data.loginHint) return 'hybrid';
    const waiting = this.pending === 'use-passkey' || this.pending === 'finish-passkey';
    return (waiting && !this.#pressed) || this.#startsByItself ? 'background' : 'ready';
  }

  #renderIdentity(): TemplateResult | typeof nothing {
    const { identifierValue } = this.step.data;
    if (identifierValue === '') return nothing;
    const leave = linkButton(this.t('common.notYou'), () => this.act({ type: 'abort' }));
    return identityChip(identifierValue, leave);
  }

  #renderActions(view: View): TemplateResult {
    // After the second failure the server's other ways stand in front.
    const otherFirst = view === 'hard' && this.step.alternatives.some(({ type }) => type !== 'completed');
    const act = (action: BlockAction) => this.act(action);
    const others = renderAlternatives(this.step, this.t, this.busy, act, otherFirst);
    const start = button({
      label: this.labelOr(this.t(WORDS[view].start), 'use-passkey', 'finish-passkey'),
      kind: otherFirst ? 'secondary' : 'primary',
      icon: view === 'hybrid' ? phoneIcon : passkeyIcon,
      busy: this.pending === 'use-passkey' || this.pending === 'finish-passkey',
      blocked: this.busy,
      onClick: () => {
        this.#pressed = true;
        this.act({ type: 'use-passkey' });
      },
    });
    const leave = button({
      label: this.t('passkeyVerify.otherAccount'),
      kind: 'quiet',
      blocked: this.busy,
      onClick: () => this.act({ type: 'abort' }),
    });
    return otherFirst
      ? html`${others}${start}${leave}`
      : html`${start}${others}${view === 'hard' ? leave : nothing}`;
  }

  /** While the prompt is up it can be cut off: for the server's other ways, or another account where there are none. */
  #renderWaysOut(): TemplateResult | typeof nothing {
    const act = (action: BlockAction) => this.act(action);
    const alternatives = this.step.alternatives.filter(({ type }) => type !== 'completed');
    if (alternatives.length > 0) return renderAlternatives({ alternatives }, this.t, false, act);
    return button({
      label: this.t('passkeyVerify.otherAccount'),
      kind: 'quiet',
      onClick: () => act({ type: 'abort' }),
    });
  }
}
