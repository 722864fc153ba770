import { render, type CSSResult, type RenderOptions, type TemplateResult } from 'lit';

/** Where the screens live: the element's shadow root, or a light-DOM child slotted into it. */
export type RenderRoot = 'shadow' | 'light';

const adopters = new WeakMap<Document | ShadowRoot, Map<CSSStyleSheet, number>>();

function count(root: Document | ShadowRoot, sheet: CSSStyleSheet, change: 1 | -1): void {
  const counts = adopters.get(root) ?? new Map<CSSStyleSheet, number>();
  adopters.set(root, counts);
  const next = (counts.get(sheet) ?? 0) + change;
  counts.set(sheet, next);
  const others = root.adoptedStyleSheets.filter((adopted) => adopted !== sheet);
  root.adoptedStyleSheets = next > 0 ? [...others, sheet] : others;
}

/** The light-DOM child that carries the screens under `render-root="light"`, and the sheet its surroundings adopt. */
export class LightScreen {
  readonly #element: HTMLElement;
  #root: Document | ShadowRoot | undefined;

  constructor(
    private readonly host: HTMLElement,
    private readonly styles: CSSResult,
  ) {
    this.#element = document.createElement('div');
    this.#element.className = 'cbo-screen';
    this.#element.slot = 'cbo-screen';
  }

  /** Renders into the child, putting it in place where a page took it away. */
  render(template: TemplateResult, lang: string, options: RenderOptions): void {
    this.#element.lang = lang;
    if (this.#element.parentNode !== this.host) this.host.append(this.#element);
    render(template, this.#element, options);
  }

  /** The root that must adopt the styles; called whenever the element is connected. */
  connect(): void {
    const root = this.host.getRootNode();
    if (root === this.#root || !(root instanceof Document || root instanceof ShadowRoot)) return;
    this.disconnect();
    this.#root = root;
    const sheet = this.styles.styleSheet;
    if (sheet) count(root, sheet, 1);
  }

  disconnect(): void {
    const sheet = this.styles.styleSheet;
    if (this.#root && sheet) count(this.#root, sheet, -1);
    this.#root = undefined;
  }

  remove(): void {
    this.disconnect();
    this.#element.remove();
  }
}
