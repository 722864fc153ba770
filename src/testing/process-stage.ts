import { AuthProcess } from '../components/auth-process/auth-process.js';
import { loadScreenChange } from '../components/base/announcer.js';
import type { RenderRoot } from '../components/base/screen-root.js';
import type { BlockAction } from '../process/block-actions.js';
import { define, type BlockEntry, type BlockProperties } from '../process/block-registry.js';
import { CompleteEvent } from '../process/complete-event.js';
import { BlockActionEvent, StepEvent } from '../process/events.js';
import type { BlockFixture } from './block-fixture.js';
import { memoryStorage } from './memory-storage.js';
import { scriptedClient, scriptedFetch, type ScriptedAnswer, type ScriptedFetch } from './scripted-fetch.js';
import { scriptedWebAuthn, type ScriptedWebAuthn } from './scripted-webauthn.js';
import { until } from './until.js';
import { emailLinkAddress } from './wire.js';

const AUTH_PROCESS: NonNullable<BlockFixture['element']> = { tag: 'auth-process', element: AuthProcess };

export interface StageOptions {
  readonly renderRoot?: RenderRoot;
  /** Blocks of the site's own. */
  readonly blocks?: readonly BlockEntry[];
  /** Given to requests that the fixture's script lacks; they fail like a network without it. */
  readonly otherwise?: ScriptedAnswer;
}

/** The element that draws the present block. */
export type ScreenElement = HTMLElement & Partial<BlockProperties>;

/** What every public element on a stage has. */
export interface StagedElement extends HTMLElement {
  renderRootMode: RenderRoot;
  readonly updateComplete: Promise<unknown>;
}

/** A real element, `<auth-process>` unless the fixture names another, whose server, authenticator and storage are scripted. */
export class ProcessStage<Staged extends StagedElement = AuthProcess> {
  readonly element: Staged;
  readonly fetch: ScriptedFetch;
  readonly webauthn: ScriptedWebAuthn;
  readonly storage: Storage;
  /** Where the person was sent, in order; the page stays. */
  readonly left: URL[] = [];
  /** What blocks reported since `show()` ended, in order. */
  readonly actions: BlockAction[] = [];
  #told: string | undefined;

  constructor(
    readonly fixture: BlockFixture,
    options: StageOptions = {},
  ) {
    const {
      lastIdentifier,
      withoutProject,
      completionFails,
      storage,
      element: staged = AUTH_PROCESS,
    } = fixture;
    this.fetch = scriptedFetch(fixture.script, options.otherwise);
    this.webauthn = scriptedWebAuthn(fixture.webauthn);
    this.storage = memoryStorage({
      ...(lastIdentifier ? { cbo_last_identifier: JSON.stringify(lastIdentifier) } : {}),
      ...storage,
    });
    define(staged.tag, staged.element);
    const element = document.createElement(staged.tag) as Staged;
    Object.assign(element, {
      webauthn: this.webauthn,
      storage: this.storage,
      history: 'off',
      leave: (target: URL) => this.left.push(target),
      renderRootMode: options.renderRoot ?? 'shadow',
      blocks: options.blocks ?? [],
      ...(withoutProject ? {} : { client: scriptedClient(this.fetch) }),
      ...staged.properties,
    });
    element.addEventListener(BlockActionEvent.eventName, ({ action }) => this.actions.push(action), {
      capture: true,
    });
    element.addEventListener(StepEvent.eventName, ({ block }) => (this.#told = block));
    if (completionFails)
      element.addEventListener(CompleteEvent.eventName, (event) =>
        event.waitUntil(Promise.reject(new Error('The page failed, as scripted'))),
      );
    this.element = element;
  }

  /** The tree the screens live in: the element itself or its shadow root. */
  get root(): ParentNode {
    const { element } = this;
    return element.renderRootMode === 'light' ? element : (element.shadowRoot ?? element);
  }

  /** The present block; `undefined` before the first one. */
  get screen(): ScreenElement | undefined {
    const screen = this.root.querySelector('.cbo-screen')?.firstElementChild;
    return screen instanceof HTMLElement ? screen : undefined;
  }

  /** Focused element in the tree of the screens. */
  get focused(): Element | null {
    return (this.screen?.getRootNode() as Document | ShadowRoot | undefined)?.activeElement ?? null;
  }

  /** Gives the page the address that the fixture opens it by; called right before the element is put on it. */
  visit(): void {
    if (this.fixture.byEmailLink) history.replaceState(history.state, '', emailLinkAddress(location.href));
  }

  /** Puts the element on the page and goes where the fixture leads. */
  show(container: Element = document.body): Promise<this> {
    this.visit();
    container.append(this.element);
    return this.arrive();
  }

  /** Goes where the fixture leads, once somebody has put the element on the page. */
  async arrive(): Promise<this> {
    const { shows, actions = [], pending, completionFails = false } = this.fixture;
    // As when a person has turned to the element before something goes wrong.
    await loadScreenChange();
    await until(() => this.#arrivedAnywhere(), 'a first screen');
    for (const [index, action] of actions.entries())
      await this.act(action, index === actions.length - 1 ? pending : undefined);
    await until(() => {
      const { screen } = this;
      const failed = !completionFails || screen?.problem !== undefined;
      return this.#type === shows && screen?.pending === pending && failed;
    }, `the screen ${shows}`);
    await this.drawn();
    this.actions.length = 0;
    return this;
  }

  /** Performs an action as a block would and waits until it has ended, or until `pending` is under way. */
  async act(action: BlockAction, pending?: string): Promise<void> {
    const before = this.screen;
    const { step, problem } = before ?? {};
    before?.dispatchEvent(new BlockActionEvent(action));
    await until(() => {
      const now = this.screen;
      if (pending !== undefined) return now?.pending === pending;
      return now?.pending === undefined && (now?.step !== step || now?.problem !== problem);
    }, `the end of ${action.type}`);
    await this.drawn();
  }

  /** Resolves when the element and its screen have drawn what they know. */
  async drawn(): Promise<void> {
    await this.element.updateComplete;
    await (this.screen as { updateComplete?: Promise<unknown> } | undefined)?.updateComplete;
    await this.element.updateComplete;
  }

  remove(): void {
    this.element.remove();
  }

  /** Block type on the screen; a block that is a render function has no properties to read it from, and the site's own login none at all. */
  get #type(): string | undefined {
    const { screen } = this;
    if (!screen) return this.#told === 'client:handed-over' ? this.#told : undefined;
    return screen.step?.type ?? this.#told;
  }

  #arrivedAnywhere(): boolean {
    const type = this.#type;
    return type !== undefined && (type !== 'client:loading' || this.fixture.shows === 'client:loading');
  }
}
