import { ApiError } from '../../api/api-error.js';
import { connectAppendStart } from '../../api/connect-append-api.js';
import { readOffer, type AppendOffer } from '../connect/append-decisions.js';
import type { ConnectSession } from '../connect/connect-session.js';

export interface AppendOffersOptions {
  readonly session: ConnectSession;
  /** A connect token of type `passkey-append`, fresh for each use. Throws `ApiError`. */
  readonly token: (signal: AbortSignal) => Promise<string>;
  /** Whether a passkey may be made at all: the answer of the `init` that governs it. Throws `ApiError`. */
  readonly allowed: (signal: AbortSignal) => Promise<boolean>;
  /** Where in the site the offer is made, such as `post-login`. */
  readonly situation: () => string | undefined;
  /** The person has asked for it: only what makes a passkey impossible counts. */
  readonly forced?: boolean;
  /** Monotonic milliseconds; replaced in tests only. */
  readonly now?: () => number;
}

/** The server's present offer of a passkey: asked for, kept while it is fresh, and renewed when it is not. */
export class AppendOffers {
  /** The offer whose options have not been used. */
  present: AppendOffer | undefined;
  /** Of the last answer, whatever became of it. */
  customData: AppendOffer['customData'];
  /** Whether another browser of this device could have an offer where this one has none. */
  isRestricted = false;
  #freshUntil = 0;
  readonly #loadedMs = Date.now();

  constructor(private readonly options: AppendOffersOptions) {}

  /** What the server offers now; `undefined` when it is nothing. Throws `ApiError`. */
  async open(signal: AbortSignal): Promise<AppendOffer | undefined> {
    try {
      return await this.#ask(signal);
    } catch (cause) {
      if (!(cause instanceof ApiError) || cause.type !== 'process_not_available') throw cause;
      this.options.session.dropProcess();
      return this.#ask(signal);
    }
  }

  /** The offer at hand while it is fresh, else another one, which the person does not notice. Throws `ApiError`. */
  async fresh(signal: AbortSignal): Promise<AppendOffer | undefined> {
    return this.present && this.#freshUntil > this.#now ? this.present : this.open(signal);
  }

  /** A challenge works once. */
  spend(): void {
    this.present = undefined;
  }

  async #ask(signal: AbortSignal): Promise<AppendOffer | undefined> {
    const { session, token, allowed, situation, forced } = this.options;
    this.present = undefined;
    if (!(await allowed(signal))) return undefined;
    const where = situation();
    const body = {
      appendTokenValue: await token(signal),
      loadedMs: this.#loadedMs,
      ...(where && { situation: where }),
      ...(forced && { forcePasskeyAppend: true }),
    };
    const answer = await connectAppendStart(session.client, body, { signal });
    this.present = readOffer(answer, session.client.serverNow ?? Date.now());
    this.#freshUntil = this.#now + (this.present?.freshMs ?? 0);
    this.customData = answer.customData;
    this.isRestricted = answer.isRestrictedBrowser === true;
    return this.present;
  }

  get #now(): number {
    return (this.options.now ?? (() => performance.now()))();
  }
}
