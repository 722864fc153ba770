import type { CSSResult, LitElement } from 'lit';
import { screen } from '../styles/screen.styles.js';
import type { BlockElement } from './block-element.js';
import { sheetFor } from './document-styles.js';
import type { LightScreen, RenderRoot } from './screen-root.js';

/** Where the screens of an element live, shadow tree or light, and the styles that tree adopts for them. */
export class ScreenPlace {
  /** The light-DOM child, where the screens are in one. */
  light: LightScreen | undefined;
  #wanted: RenderRoot = 'shadow';
  readonly #styles = new Set<CSSResult>();

  constructor(private readonly host: LitElement) {}

  async choose(wanted: RenderRoot): Promise<void> {
    this.#wanted = wanted;
    if (wanted !== 'light') {
      this.light?.remove();
      this.light = undefined;
      return;
    }
    // Until it has come, and where it does not come, the screens stay in the shadow tree.
    const part = await import('./screen-root.js').catch(() => undefined);
    if (!part || this.#wanted !== 'light' || this.light) return;
    this.light = new part.LightScreen(this.host);
    for (const styles of [screen, ...this.#styles]) this.light.adopt(styles);
    if (this.host.isConnected) this.light.connect();
    this.host.requestUpdate();
  }

  /** Styles of the block that is drawn next, for whichever tree it is drawn in. */
  adoptOf(tag: string): void {
    const { screenStyles } = (customElements.get(tag) ?? {}) as Partial<typeof BlockElement>;
    if (screenStyles) this.adopt(screenStyles);
  }

  adopt(styles: CSSResult): void {
    if (this.#styles.has(styles)) return;
    this.#styles.add(styles);
    const sheet = sheetFor(styles, this.host);
    if (sheet) this.host.shadowRoot?.adoptedStyleSheets.push(sheet);
    this.light?.adopt(styles);
  }

  /** A document of its own, such as a frame's, needs sheets of its own. */
  renew(own: readonly CSSResult[]): void {
    const sheets = [...own, ...this.#styles].flatMap((one) => sheetFor(one, this.host) ?? []);
    if (this.host.shadowRoot) this.host.shadowRoot.adoptedStyleSheets = sheets;
  }
}
