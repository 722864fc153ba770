import type { Step } from '../step.js';

/** A challenge is renewed a minute before the server's ceremony time-out of 300 s ends. */
export const FRESH_MS = 240_000;

/** Which challenge a ceremony may use: delivered lately and not handed in yet. Ages by a monotonic clock, so a wrong wall clock does no harm. */
export class Challenges {
  readonly #delivered = new Map<string, number>();
  readonly #spent = new Set<string>();

  constructor(private readonly now: () => number = () => performance.now()) {}

  /** Notes when the server delivered the challenges of these steps. */
  deliver(step: Step): void {
    for (const one of [step, ...step.alternatives]) this.note(challengeOf(one));
  }

  /** Notes one challenge from now on. */
  note(challenge: string): void {
    if (challenge !== '' && !this.#delivered.has(challenge)) this.#delivered.set(challenge, this.now());
  }

  /** The challenge of a step while it may be used; `undefined` when a new one must be asked for. */
  usable(step: Step): string | undefined {
    const challenge = challengeOf(step);
    return this.remaining(challenge) > 0 ? challenge : undefined;
  }

  /** Milliseconds a challenge is still fresh; 0 when unknown, spent or old. */
  remaining(challenge: string): number {
    const at = this.#delivered.get(challenge);
    if (at === undefined || this.#spent.has(challenge)) return 0;
    return Math.max(0, FRESH_MS - (this.now() - at));
  }

  isSpent(challenge: string): boolean {
    return this.#spent.has(challenge);
  }

  /** A challenge works once, even when the answer to it was lost. */
  spend(challenge: string): void {
    this.#spent.add(challenge);
  }
}

/** The options a step brings along: `challenge`, or `conditionalUIChallenge` of an init block; `''` when there are none. */
export function challengeOf(step: Step): string {
  const data: Readonly<Record<string, unknown>> = { ...step.data };
  const challenge = data['challenge'] ?? data['conditionalUIChallenge'];
  return typeof challenge === 'string' ? challenge : '';
}
