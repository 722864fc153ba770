import {
  html,
  LitElement,
  type CSSResult,
  nothing,
  type PropertyValues,
  type TemplateResult,
  type PropertyDeclarations,
} from 'lit';
import type { ApiError } from '../../api/api-error.js';
import type { RequestError } from '../../api/types.js';
import { speaksAsAsked, type Localization } from '../../localize/localize-context.js';
import type { Translate } from '../../localize/messages.js';
import type { ActionType, BlockAction } from '../../process/block-actions.js';
import type { BlockProperties } from '../../process/block-registry.js';
import { BlockActionEvent } from '../../process/events.js';
import type { Problem } from '../../process/process-state.js';
import type { Step } from '../../process/step.js';
import { loadScreenChange, presentScreenChange } from './announcer.js';
import { LazyPart } from './lazy-part.js';
import type { ErrorTopic } from './problem-message.js';
import { requestFailure } from './request-failure.js';

let instances = 0;

/**
 * Base of every block: draws one step into the tree it stands in, without a shadow root of its own, and speaks by one event.
 */
export abstract class BlockElement<Type extends string = string>
  extends LitElement
  implements BlockProperties<Type>
{
  static override properties: PropertyDeclarations = {
    step: { attribute: false },
    pending: { attribute: false },
    problem: { attribute: false },
    appName: { attribute: false },
    localization: { attribute: false },
  };

  /** Styles beyond those of every screen, under `.cbo-screen`; adopted by the root that the screens live in. */
  static screenStyles: CSSResult | undefined;

  /** What to draw. */
  step!: Step<Type>;
  /** The action under way, if any. */
  pending: ActionType | undefined;
  /** Why the last action did not lead on. */
  problem: Problem | undefined;
  /** Name of the site, for texts. */
  appName = '';

  /** The language to speak. */
  localization!: Localization;

  /** Unique on the page: ids of the light DOM share one name space. */
  protected readonly uid = `cbo-${(++instances).toString(36)}`;
  readonly #problems = new LazyPart(
    this,
    async () => (await loadScreenChange()).problemPart,
    () => presentScreenChange()?.problemPart,
  );

  /** Focuses the first wrong field, else the only field, else the heading. */
  override focus(options?: FocusOptions): void {
    const invalid = this.querySelector<HTMLElement>('[aria-invalid="true"]');
    const fields = this.querySelectorAll<HTMLElement>('input');
    const target =
      invalid ?? (fields.length === 1 ? fields[0] : this.querySelector<HTMLElement>('.cbo-heading'));
    target?.focus(options);
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override shouldUpdate(): boolean {
    return this.step !== undefined && this.localization !== undefined;
  }

  protected override updated(changed: PropertyValues<this>): void {
    // Words of another language than the page's run their own way; it is read from them, because a site may have replaced them.
    this.dir = speaksAsAsked(this.localization) ? '' : 'auto';
    const answered = changed.get('pending') !== undefined && !this.pending;
    // A wrong field needs the styles of errors, whoever has the words for it.
    if (this.querySelector('[aria-invalid="true"]')) this.#problems.get();
    presentScreenChange()?.problemPart.speak(this, answered);
    if (answered) void this.focusInvalid();
  }

  /** Takes the person to the first wrong field once the words for it are there, unless they have gone elsewhere by then. */
  protected async focusInvalid(): Promise<void> {
    const root = this.getRootNode() as Document | ShadowRoot;
    const { activeElement } = root;
    await this.updateComplete;
    await this.#problems.loading;
    await this.updateComplete;
    if (root.activeElement === activeElement)
      this.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }

  protected get t(): Translate {
    return this.localization.t;
  }

  protected get app(): string {
    return this.appName || this.t('common.yourSite');
  }

  protected get busy(): boolean {
    return this.pending !== undefined;
  }

  /** Reports what the person did. */
  protected act(action: BlockAction): void {
    if (this.#problems.failed) this.#problems.again();
    this.dispatchEvent(new BlockActionEvent(action));
  }

  /** Label of the button of these actions: after its own request failed it says what to do about it. */
  protected labelOr(label: string, ...actions: readonly ActionType[]): string {
    const failed = this.problem?.kind === 'request' ? this.problem.action?.type : undefined;
    return failed !== undefined && actions.includes(failed) ? this.t('common.tryAgain') : label;
  }

  /** The message above a form: a failed request, a closed prompt, or the block's own error. */
  protected renderProblem(error = this.step.error, topic?: ErrorTopic): TemplateResult | typeof nothing {
    const { problem } = this;
    if (!problem && !error) return nothing;
    const part = this.#problems.get();
    if (!problem) return (error && part?.error(error, this.localization, topic)) ?? nothing;
    const typed = [...this.querySelectorAll('input')].some(({ value }) => value !== '');
    if (this.#problems.failed && problem.kind === 'request')
      return html`<p class="cbo-alert" .textContent=${this.failureText(problem.error)}></p>`;
    return part?.problem(problem, this, this.app, typed) ?? nothing;
  }

  /** Words for a request that failed, also where those that come later do not come. */
  protected failureText(error: ApiError): string {
    const known = error.kind === 'http' && this.#problems.get()?.refusal(this, error, this.app);
    return known || requestFailure(error, this.t, this.app);
  }

  /** A message above a form, in words of the block's own; `calm` for what is no error. */
  protected renderMessage(text: string, tone: 'danger' | 'calm' = 'danger'): TemplateResult | typeof nothing {
    return this.#problems.get()?.alert(text, tone) ?? nothing;
  }

  /** Words for an error of the server or of a field. */
  protected errorText(error: RequestError, topic?: ErrorTopic): string {
    const part = this.#problems.get();
    if (part) return part.errorText(error, this.localization, topic);
    return this.#problems.failed ? this.t('clientError.lead') : '';
  }

  protected hasAlternative(block: string): boolean {
    return this.step.alternatives.some(({ type }) => type === block);
  }
}
