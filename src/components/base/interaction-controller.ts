import type { ReactiveController, ReactiveControllerHost } from 'lit';

const FIRST_INTERACTIONS = ['focusin', 'pointerover', 'pointerdown', 'keydown'] as const;
const EDITS = ['input', 'click'] as const;

export interface InteractionOptions {
  /** The person turns to the element, for the first time since it is on the page. */
  readonly onFirst: () => void;
  /** The person types or presses something; told before the screen hears of it. */
  readonly onEdit: () => void;
}

/** What a person does in the element, whichever screen it shows. */
export class InteractionController implements ReactiveController {
  #listening: AbortController | undefined;

  constructor(
    private readonly host: ReactiveControllerHost & EventTarget,
    private readonly options: InteractionOptions,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    const all = (this.#listening = new AbortController());
    const first = new AbortController();
    const signal = AbortSignal.any([all.signal, first.signal]);
    for (const type of FIRST_INTERACTIONS)
      this.host.addEventListener(
        type,
        () => {
          first.abort();
          this.options.onFirst();
        },
        { signal },
      );
    for (const type of EDITS)
      this.host.addEventListener(type, this.options.onEdit, { signal: all.signal, capture: true });
  }

  hostDisconnected(): void {
    this.#listening?.abort();
  }
}
