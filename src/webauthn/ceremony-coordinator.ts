import { systemClock, type Clock } from './clock.js';

/** What the page's one slot for ceremonies is doing. */
export type CeremonyState = 'idle' | 'arming' | 'armed' | 'modal' | 'signal' | 'settling';

/**
 * - `modal`: a person asked for it. Takes the slot from anything.
 * - `autofill`: waits in the background for the person to pick a passkey in a field. Takes it from its own owner only.
 * - `conditional-create`, `signal`: short and invisible. Take it from an autofill only.
 */
export type CeremonyKind = 'modal' | 'autofill' | 'conditional-create' | 'signal';

export interface CeremonyRequest<T extends { outcome: string }> {
  kind: CeremonyKind;
  /** Whose ceremony it is: an element, or whatever lives as long as the screen. */
  owner: object;
  signal?: AbortSignal;
  /** Ends the ceremony after so many milliseconds. */
  limitMs?: number;
  /** Questions to the browser ahead of the call; an answer other than undefined is the result, without a call. */
  arm?(): Promise<T | undefined>;
  /** The native call. Runs in the same task as `run()` when nothing is pending, so that the click still counts. */
  call(signal: AbortSignal): Promise<T>;
}

/**
 * Owns `navigator.credentials` of the page: never two live ceremonies. This interface is shared by all copies of the
 * kit on a page, whatever their versions; a change that breaks it needs a new registry key.
 */
export interface CeremonyCoordinator {
  readonly state: CeremonyState;
  /** The result of the request, or undefined when it was ended, or had to stand back for another one. */
  run<T extends { outcome: string }>(request: CeremonyRequest<T>): Promise<T | undefined>;
  /** Ends the live ceremony if it is the owner's, or anyone's without an owner; resolves when it has settled. */
  cancel(owner?: object): Promise<void>;
  /** See `WebAuthnService.onRearm`. */
  onRearm(owner: object, listener: () => void): () => void;
}

interface Ceremony {
  kind: CeremonyKind;
  owner: object;
  state: CeremonyState;
  controller: AbortController;
  settled: Promise<void>;
}

/** How long an aborted call may take to settle before the next one starts regardless. */
const SETTLE_MS = 500;

class PageCeremonyCoordinator implements CeremonyCoordinator {
  readonly #clock: Clock;
  /** Each start is an epoch of its own, and this record stands for it: a result counts while its record is unaborted. */
  #live?: Ceremony;
  #hidden = false;
  readonly #listeners = new Map<object, () => void>();
  /** Owners whose autofill was ended or refused by others, next one first. */
  #waiting: object[] = [];

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get state(): CeremonyState {
    if (!this.#live) return 'idle';
    return this.#live.controller.signal.aborted ? 'settling' : this.#live.state;
  }

  async run<T extends { outcome: string }>(request: CeremonyRequest<T>): Promise<T | undefined> {
    if (request.signal?.aborted || !this.#admit(request)) return undefined;
    const previous = this.#live;
    if (previous) this.#displace(previous);
    const { ceremony, settle, overdue } = this.#open(request);
    const end = () => ceremony.controller.abort();
    request.signal?.addEventListener('abort', end);
    try {
      const result = await Promise.race([this.#carryOut(request, ceremony, previous), overdue]);
      if (ceremony.controller.signal.aborted) return undefined;
      // The owner got what its autofill was for.
      if (ceremony.kind === 'modal' && result?.outcome === 'success') this.#stopWaiting(ceremony.owner);
      return result;
    } finally {
      request.signal?.removeEventListener('abort', end);
      settle();
      if (this.#live === ceremony) {
        this.#live = undefined;
        this.#offerTurn();
      }
    }
  }

  async cancel(owner?: object): Promise<void> {
    if (owner) this.#stopWaiting(owner);
    else this.#waiting = [];
    const live = this.#live;
    if (!live || (owner && live.owner !== owner)) return;
    live.controller.abort();
    await live.settled;
  }

  onRearm(owner: object, listener: () => void): () => void {
    this.#listeners.set(owner, listener);
    return () => {
      if (this.#listeners.get(owner) !== listener) return;
      this.#listeners.delete(owner);
      this.#stopWaiting(owner);
    };
  }

  /** A pending call keeps the page out of the back/forward cache. */
  hide(): void {
    this.#hidden = true;
    if (this.#live) this.#displace(this.#live);
  }

  show(): void {
    this.#hidden = false;
    this.#offerTurn();
  }

  #admit({ kind, owner }: { kind: CeremonyKind; owner: object }): boolean {
    const admitted = this.#mayStart({ kind, owner });
    if (!admitted && kind === 'autofill') this.#wait(owner, 'last');
    return admitted;
  }

  #mayStart({ kind, owner }: { kind: CeremonyKind; owner: object }): boolean {
    if (this.#hidden) return false;
    const live = this.#live;
    if (!live || kind === 'modal' || live.controller.signal.aborted) return true;
    return live.kind === 'autofill' && (kind !== 'autofill' || live.owner === owner);
  }

  #open({ kind, owner, limitMs }: { kind: CeremonyKind; owner: object; limitMs?: number }) {
    const controller = new AbortController();
    const done = new AbortController();
    let settle = () => {};
    const settled = new Promise<void>((resolve) => {
      settle = () => {
        done.abort();
        resolve();
      };
    });
    const overdue = new Promise<undefined>((resolve) => {
      const wait = () => void this.#clock.delay(SETTLE_MS, done.signal).then(() => resolve(undefined));
      controller.signal.addEventListener('abort', wait, { once: true });
    });
    if (limitMs !== undefined) {
      void this.#clock.delay(limitMs, done.signal).then(() => done.signal.aborted || controller.abort());
    }
    const ceremony: Ceremony = { kind, owner, state: 'settling', controller, settled };
    this.#live = ceremony;
    if (kind === 'autofill') this.#stopWaiting(owner);
    return { ceremony, settle, overdue };
  }

  async #carryOut<T extends { outcome: string }>(
    request: CeremonyRequest<T>,
    ceremony: Ceremony,
    previous: Ceremony | undefined,
  ): Promise<T | undefined> {
    const { signal } = ceremony.controller;
    if (previous) await previous.settled;
    if (signal.aborted) return undefined;
    if (request.arm) {
      ceremony.state = 'arming';
      const answer = await request.arm();
      if (answer || signal.aborted) return answer;
    }
    ceremony.state = request.kind === 'modal' || request.kind === 'signal' ? request.kind : 'armed';
    return request.call(signal);
  }

  #displace(ceremony: Ceremony): void {
    const { kind, owner, controller } = ceremony;
    if (kind === 'autofill' && !controller.signal.aborted) this.#wait(owner, 'first');
    controller.abort();
  }

  #wait(owner: object, place: 'first' | 'last'): void {
    if (!this.#listeners.has(owner)) return;
    this.#stopWaiting(owner);
    if (place === 'first') this.#waiting.unshift(owner);
    else this.#waiting.push(owner);
  }

  #stopWaiting(owner: object): void {
    this.#waiting = this.#waiting.filter((waiting) => waiting !== owner);
  }

  /** Tells everyone in line: the first to start wins, the others are in line again. */
  #offerTurn(): void {
    if (this.#hidden || this.#live) return;
    const owners = this.#waiting;
    this.#waiting = [];
    // A task of its own, so that a listener that throws harms nobody else.
    for (const owner of owners) queueMicrotask(() => this.#listeners.get(owner)?.());
  }
}

/** A coordinator that follows `pagehide` and `pageshow` of the page, where there is one. */
export function createCeremonyCoordinator(
  clock: Clock = systemClock,
  page: Partial<Pick<EventTarget, 'addEventListener'>> = globalThis,
): CeremonyCoordinator {
  const coordinator = new PageCeremonyCoordinator(clock);
  page.addEventListener?.('pagehide', () => coordinator.hide());
  page.addEventListener?.('pageshow', () => coordinator.show());
  return coordinator;
}

const REGISTRY_KEY = Symbol.for('corbado-elements.ceremony-coordinator.v1');

/** The page's coordinator, made on first use and shared by all copies of the kit. */
export function pageCoordinator(): CeremonyCoordinator {
  const registry = globalThis as { [REGISTRY_KEY]?: CeremonyCoordinator };
  return (registry[REGISTRY_KEY] ??= createCeremonyCoordinator());
}
