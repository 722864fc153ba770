import type { CSSResult, ReactiveController, ReactiveControllerHost } from 'lit';
import { ScreenStylesEvent } from './screen-styles-event.js';

/** What a lazy part brings along. */
export interface ScreenPart {
  /** Under `.cbo-screen`; adopted before the part is drawn. */
  readonly styles: CSSResult;
}

/** A part of a screen that comes when the screen's data asks for it; the screen draws without it until then. */
export class LazyPart<Part extends ScreenPart> implements ReactiveController {
  /** It could not be loaded; `again()` tries once more. */
  failed = false;
  /** Settles once the part has come, or failed to; `undefined` while nobody waits for it. */
  loading: Promise<void> | undefined;
  #present: Part | undefined;

  constructor(
    private readonly host: ReactiveControllerHost & EventTarget,
    private readonly load: () => Promise<Part>,
    /** The part, where another screen has loaded it before. */
    private readonly present?: () => Part | undefined,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#adopt();
  }

  /** The part when it is at hand; asks for it otherwise, and has the screen drawn again once it has come. */
  get(): Part | undefined {
    if (this.#present) return this.#present;
    this.#present = this.present?.();
    if (this.#present) this.#adopt();
    else if (!this.failed) this.loading ??= this.#load();
    return this.#present;
  }

  again(): void {
    this.failed = false;
    this.host.requestUpdate();
  }

  async #load(): Promise<void> {
    try {
      this.#present = await this.load();
      this.#adopt();
    } catch {
      this.failed = true;
    }
    this.loading = undefined;
    this.host.requestUpdate();
  }

  #adopt(): void {
    if (this.#present) this.host.dispatchEvent(new ScreenStylesEvent(this.#present.styles));
  }
}
