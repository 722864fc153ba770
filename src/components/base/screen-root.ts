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

/** The light-DOM child that carries the screens under `render-root="light"`, and the sheets its surroundings adopt. */
export class LightScreen {
  readonly #element: HTMLElement;
  readonly #sheets = new Set<CSSStyleSheet>();
  #root: Document | ShadowRoot | undefined;

  constructor(private readonly host: HTMLElement) {
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

  /** Gives the surroundings a sheet as long as the screens are in them. */
  adopt({ styleSheet }: CSSResult): void {
    if (!styleSheet || this.#sheets.has(styleSheet)) return;
    this.#sheets.add(styleSheet);
    if (this.#root) count(this.#root, styleSheet, 1);
  }

  /** Called whenever the element is connected: the root that adopts may be another one. */
  connect(): void {
    const root = this.host.getRootNode();
    if (root === this.#root || !(root instanceof Document || root instanceof ShadowRoot)) return;
    this.disconnect();
    this.#root = root;
    for (const sheet of this.#sheets) count(root, sheet, 1);
  }

  disconnect(): void {
    if (this.#root) for (const sheet of this.#sheets) count(this.#root, sheet, -1);
    this.#root = undefined;
  }

  remove(): void {
    this.disconnect();
    this.#element.remove();
  }
}
