import { ApiError } from '../../api/api-error.js';
import { connectAppendStart } from '../../api/connect-append-api.js';
import { readOffer, type AppendOffer } from '../connect/append-decisions.js';
import type { ConnectSession } from '../connect/connect-session.js';

export interface AppendOffersOptions {
  readonly session: ConnectSession;
  /** A connect token of type `passkey-append`, fresh for each use. Throws `ApiError`. */
  readonly token: (signal: AbortSignal) => Promise<string>;
  /** Where in the site the offer is made, such as `post-login`. */
  readonly situation: () => string | undefined;
  /** Monotonic milliseconds; replaced in tests only. */
  readonly now?: () => number;
}

/** The server's present offer of a passkey: asked for, kept while it is fresh, and renewed when it is not. */
export class AppendOffers {
  /** The offer whose options have not been used. */
  present: AppendOffer | undefined;
  /** Of the last answer, whatever became of it. */
  customData: AppendOffer['customData'];
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
    const { session, token, situation } = this.options;
    this.present = undefined;
    const { appendAllowed } = await session.append(signal);
    if (!appendAllowed) return undefined;
    const where = situation();
    const body = {
      appendTokenValue: await token(signal),
      loadedMs: this.#loadedMs,
      ...(where && { situation: where }),
    };
    const answer = await connectAppendStart(session.client, body, { signal });
    this.present = readOffer(answer, session.client.serverNow ?? Date.now());
    this.#freshUntil = this.#now + (this.present?.freshMs ?? 0);
    this.customData = answer.customData;
    return this.present;
  }

  get #now(): number {
    return (this.options.now ?? (() => performance.now()))();
  }
}
