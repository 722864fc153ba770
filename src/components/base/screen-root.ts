import { render, type CSSResult, type RenderOptions, type TemplateResult } from 'lit';
import { sheetFor } from './document-styles.js';

/** Where the screens live: the element's shadow root, or a light-DOM child slotted into it. */
export type RenderRoot = 'shadow' | 'light';

type Root = Document | ShadowRoot;

const adopters = new WeakMap<Root, Map<CSSStyleSheet, number>>();

function count(root: Root, styles: CSSResult, change: 1 | -1): void {
  const sheet = sheetFor(styles, root);
  if (!sheet) return;
  const counts = adopters.get(root) ?? new Map<CSSStyleSheet, number>();
  adopters.set(root, counts);
  const next = Math.max(0, (counts.get(sheet) ?? 0) + change);
  counts.set(sheet, next);
  const others = root.adoptedStyleSheets.filter((adopted) => adopted !== sheet);
  root.adoptedStyleSheets = next > 0 ? [...others, sheet] : others;
}

/** Also of another frame, whose classes are not ours. */
function isRoot(node: Node): node is Root {
  return 'adoptedStyleSheets' in node;
}

/** The light-DOM child that carries the screens under `render-root="light"`, and the styles its surroundings adopt. */
export class LightScreen {
  readonly #element: HTMLElement;
  readonly #styles = new Set<CSSResult>();
  #root: Root | undefined;

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

  /** Gives the surroundings some styles as long as the screens are in them. */
  adopt(styles: CSSResult): void {
    if (this.#styles.has(styles)) return;
    this.#styles.add(styles);
    if (this.#root) count(this.#root, styles, 1);
  }

  /** Called whenever the element is connected: the root that adopts may be another one. */
  connect(): void {
    const root = this.host.getRootNode();
    if (root === this.#root || !isRoot(root)) return;
    this.disconnect();
    this.#root = root;
    for (const styles of this.#styles) count(root, styles, 1);
  }

  disconnect(): void {
    if (this.#root) for (const styles of this.#styles) count(this.#root, styles, -1);
    this.#root = undefined;
  }

  remove(): void {
    this.disconnect();
    this.#element.remove();
  }
}
