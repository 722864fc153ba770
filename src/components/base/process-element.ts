import { html, nothing, type PropertyValues, type TemplateResult, type PropertyDeclarations } from 'lit';
import type { CSSResult, CSSResultGroup } from 'lit';
import type { ApiClient } from '../../api/api-client.js';
import { ApiController } from '../../api/api-controller.js';
import { ContextValue } from '../../api/context-value.js';
import type { ApiError } from '../../api/api-error.js';
import type { ProcessResponse } from '../../api/types.js';
import type { Localization } from '../../localize/localize-context.js';
import type { BlockAction } from '../../process/block-actions.js';
import type { BlockEntry, BlockRegistry, SiteAction } from '../../process/block-registry.js';
import { BlockActionEvent, ErrorEvent, StepEvent, UnknownBlockEvent } from '../../process/events.js';
import { ProcessController } from '../../process/process-controller.js';
import type { ProcessDriver } from '../../process/process-driver.js';
import { type ProcessState } from '../../process/process-state.js';
import { clientStep, isStep } from '../../process/step.js';
import { card, tokens } from '../styles/tokens.styles.js';
import { screen } from '../styles/screen.styles.js';
import { announce, loadScreenChange } from './announcer.js';
import { BlockLayers } from './block-layers.js';
import { BlockOutlet } from './block-outlet.js';
import type { CardMotion } from './card-motion.js';
import { CorbadoElement } from './corbado-element.js';
import { tellDeveloper } from './developer-message.js';
import { DisplayController, type DisplayHost } from './display-controller.js';
import { InteractionController } from './interaction-controller.js';
import { ScreenStylesEvent } from './screen-styles-event.js';
import { ScreenPlace } from './screen-place.js';
import type { RenderRoot } from './screen-root.js';
import { telemetryContext, type Telemetry } from './telemetry-context.js';

/** Base of the elements that run a process: client, controller, outlet, focus and announcements. */
export abstract class ProcessElement<Outcome = never> extends CorbadoElement implements DisplayHost {
  static override properties: PropertyDeclarations = {
    projectId: { attribute: 'project-id' },
    frontendApiUrl: { attribute: 'frontend-api-url' },
    client: { attribute: false },
    blocks: { attribute: false },
    renderRootMode: { attribute: 'render-root' },
    autofocus: { type: Boolean },
    telemetry: {},
  };

  static override styles: CSSResultGroup = [tokens, card, screen];

  /** Corbado project, `pro-` and digits. */
  projectId: string | undefined;
  /** Base URL of the Frontend API; without it the project's host at Corbado. May be relative to the page. */
  frontendApiUrl: string | undefined;
  /** Client shared with other elements; takes the place of `project-id` and `frontend-api-url`. */
  client: ApiClient | undefined;
  /** Blocks of the site's own, by type; they win over the built-in ones. */
  blocks: readonly BlockEntry[] = [];
  /** Where the screens live: `shadow` (safe everywhere) or `light` (for password managers that do not look into shadow roots). */
  renderRootMode: RenderRoot = 'shadow';
  /** Whether the first screen takes the focus. */
  override autofocus = false;
  /** `off`: the Frontend API is not told what became of passkey prompts and offers. */
  telemetry: Telemetry | undefined;

  readonly #telemetry = new ContextValue(this, telemetryContext);
  protected readonly api = new ApiController(this, () => this.#begin());
  protected readonly process = new ProcessController<Outcome>(this, {
    onStep: (next, previous) => this.onStep(next, previous),
    onCompleted: (response) => this.onCompleted?.(response),
    onEnded: (outcome) => this.onEnded?.(outcome),
    onError: (error) => this.onProcessError(error),
  });
  readonly #display = new DisplayController(this);
  #motion: CardMotion | undefined;
  readonly #outlet = new BlockOutlet();
  readonly #place = new ScreenPlace(this);
  readonly #layers = new BlockLayers({
    defaults: () => this.defaultBlocks,
    onChange: () => this.requestUpdate(),
    onMistake: ({ message }, entry) => console.error(`<${this.localName}>: ${message}`, entry),
  });
  #driverClient: ApiClient | undefined;
  #displayed: ProcessState | undefined;
  /** Key of the screen drawn last, and of the one that was given focus and announced last. */
  #drawnKey: string | undefined;
  #shownKey: string | undefined;
  #leftToPage: string | undefined;

  constructor() {
    super();
    this.addEventListener(BlockActionEvent.eventName, (event) => {
      event.stopPropagation();
      this.act(event.action);
    });
    this.addEventListener(ScreenStylesEvent.eventName, (event) => {
      event.stopPropagation();
      this.#place.adopt(event.styles);
    });
    new InteractionController(this, {
      // What comes after the first screen is loaded while they type.
      onFirst: () => {
        this.defaultBlocks.preload();
        this.process.prepare();
        void this.#noticeChanges();
      },
      onEdit: () => this.process.leaveToPerson(),
    });
  }

  protected abstract readonly defaultBlocks: BlockRegistry;
  protected abstract createDriver(client: ApiClient): ProcessDriver<Outcome>;
  protected onCompleted?(response: ProcessResponse): void;
  protected onEnded?(outcome: Outcome): void;

  /** Starts the process, or starts it anew. Runs by itself once the element has a client. */
  start(): Promise<void> {
    const client = this.api.client;
    if (!client) return Promise.resolve();
    this.#driverClient = client;
    return this.process.start(this.createDriver(client));
  }

  /** Leaves the process and starts over; nothing is asked. */
  reset(): Promise<void> {
    return this.process.perform({ type: 'restart' });
  }

  /** Focuses the present screen: its first wrong field, its only field, or its heading. */
  override focus(options?: FocusOptions): void {
    this.screenElement()?.focus(options);
  }

  /** @internal */
  get localization(): Localization {
    return this.localize.value;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#layers.connect();
    this.#place.light?.connect();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#layers.disconnect();
    this.#place.light?.disconnect();
  }

  /** A document of its own, such as a frame's, needs sheets of its own. @internal */
  adoptedCallback(): void {
    this.#place.renew((this.constructor as typeof ProcessElement).elementStyles as CSSResult[]);
  }

  /** Present so that `moveBefore()` keeps the element connected. @internal */
  connectedMoveCallback(): void {
    this.#place.light?.connect();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('blocks')) this.#layers.register(this.blocks);
    if (changed.has('renderRootMode')) void this.#place.choose(this.renderRootMode);
  }

  protected override render(): TemplateResult {
    const state = this.#display.display(this.process.state, this.isSilent(this.process.state));
    this.#displayed = state;
    const content = this.renderScreen(state);
    const light = this.#place.light;
    light?.render(content, this.localization.language, { host: this });
    return html`<div
      class="cbo-frame"
      part="frame"
      lang=${this.localization.language}
      data-theme=${this.effectiveTheme ?? nothing}
      ?hidden=${this.isSilent(state)}
    >
      <div class="cbo-card" part="card" data-waiting=${this.#display.spinner ? '' : nothing}>
        <slot name="logo"></slot>
        <slot name="header"></slot>
        ${
          light
            ? html`<slot name="cbo-screen"></slot>`
            : html`<div class="cbo-screen" part="screen">${content}</div>`
        }
        <slot name="footer"></slot>
      </div>
      ${
        state.common && !state.common.hideBadge
          ? html`<p class="cbo-badge" part="badge" .textContent=${this.localize.value.t('common.badge')}></p>`
          : nothing
      }
    </div>`;
  }

  protected override updated(): void {
    const { step, byPerson, status } = this.process.state;
    const drawn = this.#drawnKey;
    if (this.#displayed?.step !== step || drawn === this.#shownKey || status === 'loading') return;
    const first = this.#shownKey === undefined;
    this.#shownKey = drawn;
    void this.#settle(first, byPerson);
  }

  /** Draws one state; the outlet keeps what was typed. */
  protected renderScreen(state: ProcessState): TemplateResult {
    const { step } = state;
    if (step.key === this.#leftToPage) return html``;
    const drawn = this.#layers.resolve(step);
    if (drawn.block.kind === 'element') this.#place.adoptOf(drawn.block.tag);
    // While the next block loads, the present one stays on the screen; the skeleton is no screen to speak of.
    if (drawn.block.kind !== 'loading' && !isStep(drawn.step, 'client:loading'))
      this.#drawnKey = drawn.step.key;
    const appName = state.common?.appName ?? '';
    return html`${this.#outlet.draw({
      ...drawn,
      pending: state.pending,
      problem: state.problem,
      appName,
      localization: this.localization,
      act: (action) => this.act(action),
    })}`;
  }

  /** Performs an action on behalf of the person. */
  protected act(action: BlockAction): void {
    this.#layers.forgive();
    this.#motion?.remember();
    void this.process.perform(action);
  }

  /** Who serves an action that a block of the site's own reports. */
  protected siteAction(block: string, action: string): SiteAction | undefined {
    return this.#layers.action(block, action);
  }

  protected onStep(next: ProcessState, previous: ProcessState): void {
    this.#motion?.remember();
    if (next.status === 'loading') return;
    const { step } = next;
    const { type, authType, key } = step;
    this.dispatchEvent(new StepEvent(type, authType, previous.step.type));
    if (this.#layers.knows(type)) return;
    const unknown = new UnknownBlockEvent(type);
    if (!this.dispatchEvent(unknown)) this.#leftToPage = key;
    else console.warn(`<${this.localName}>: no block is registered for "${type}".`);
  }

  /** Whether nothing at all is drawn, not even the card. */
  protected isSilent(_state: ProcessState): boolean {
    return false;
  }

  protected onProcessError(error: ApiError): void {
    tellDeveloper(this.localName, error, this.#shownKey === undefined, this.api.client);
    this.dispatchEvent(new ErrorEvent(error));
  }

  protected get reportsEvents(): boolean {
    return (this.telemetry ?? this.#telemetry.value) !== 'off';
  }

  #begin(): void {
    const { client, error } = this.api;
    if (error) {
      this.process.show(clientStep('client:developer-error', { message: error.message }));
      this.onProcessError(error);
    } else if (client && client !== this.#driverClient) void this.start();
  }

  async #settle(first: boolean, byPerson: boolean): Promise<void> {
    const element = this.screenElement();
    await (element as { updateComplete?: Promise<unknown> } | undefined)?.updateComplete;
    if (!this.isConnected) return;
    this.#motion?.play();
    if (byPerson || (first && this.autofocus)) element?.focus({ preventScroll: first });
    else if (!first)
      announce(element?.querySelector('.cbo-heading')?.textContent ?? '', this.localization.language);
  }

  /** The live region is in place before there is something to say, and the card eases from one screen to the next. */
  async #noticeChanges(): Promise<void> {
    const part = await loadScreenChange().catch(() => undefined);
    part?.prepare();
    this.#motion ??= part && new part.CardMotion(() => this.renderRoot.querySelector('.cbo-card'));
  }

  /** The block of the present screen. */
  protected screenElement(): HTMLElement | undefined {
    if (!this.hasUpdated) return undefined;
    const place: ParentNode = this.#place.light ? this : this.renderRoot;
    const element = place.querySelector('.cbo-screen')?.firstElementChild;
    return element instanceof HTMLElement ? element : undefined;
  }
}
