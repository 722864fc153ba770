import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Localization } from '../../localize/localize-context.js';
import type { ProcessState } from '../../process/process-state.js';
import { announce } from './announcer.js';

/** A wait shorter than this shows no spinner; one that is shown stays long enough to be seen. */
const SPINNER_AFTER_MS = 250;
const SPINNER_STAYS_MS = 400;
const SAY_WORKING_MS = 1_000;
const SAY_STILL_MS = 5_000;

export interface DisplayHost extends ReactiveControllerHost {
  readonly localization: Localization;
}

/** What of the process state is on the screen: holds a shown spinner for its minimum, and speaks while a wait lasts. */
export class DisplayController implements ReactiveController {
  #waiting = false;
  #shown: ProcessState | undefined;
  #spinnerSince: number | undefined;
  #timers: ReturnType<typeof setTimeout>[] = [];

  constructor(private readonly host: DisplayHost) {
    host.addController(this);
  }

  /** Whether the wait is long enough for a spinner. */
  get spinner(): boolean {
    return this.#spinnerSince !== undefined;
  }

  hostDisconnected(): void {
    this.#clear();
    this.#waiting = false;
    this.#shown = undefined;
    this.#spinnerSince = undefined;
  }

  /** The state to draw for the present state. While an element is `silent`, nobody is told to wait either. */
  display(state: ProcessState, silent = false): ProcessState {
    if (silent) {
      this.hostDisconnected();
      return state;
    }
    const waiting = isWaiting(state);
    if (waiting && !this.#waiting) this.#startWaiting();
    this.#waiting = waiting;
    if (waiting) return (this.#shown = state);
    const held =
      this.#spinnerSince === undefined ? 0 : SPINNER_STAYS_MS - (performance.now() - this.#spinnerSince);
    if (held > 0 && this.#shown) {
      this.#clear();
      this.#timers.push(setTimeout(() => this.host.requestUpdate(), held));
      return this.#shown;
    }
    this.#clear();
    this.#spinnerSince = undefined;
    return (this.#shown = state);
  }

  #startWaiting(): void {
    this.#clear();
    const later = (ms: number, run: () => void) => this.#timers.push(setTimeout(run, ms));
    later(SPINNER_AFTER_MS, () => {
      this.#spinnerSince = performance.now();
      this.host.requestUpdate();
    });
    const say = (key: 'busy.working' | 'busy.still') => () => {
      const { t, language } = this.host.localization;
      announce(t(key), language);
    };
    later(SAY_WORKING_MS, say('busy.working'));
    later(SAY_STILL_MS, say('busy.still'));
  }

  #clear(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers = [];
  }
}

function isWaiting({ status }: ProcessState): boolean {
  return status === 'busy' || status === 'loading';
}
