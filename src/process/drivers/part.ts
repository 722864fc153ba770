import { ApiError } from '../../api/api-error.js';

/** A part of the kit that is loaded when it is first wanted, and again after a failure. */
export class Part<T> {
  /** The part, once it is there. */
  present: T | undefined;
  #loading: Promise<T> | undefined;

  constructor(private readonly fetch: () => Promise<T>) {}

  /** Throws `ApiError` of kind `network`: to the person it is the same as a request that failed. */
  load(): Promise<T> {
    return (this.#loading ??= this.#load());
  }

  async #load(): Promise<T> {
    try {
      return (this.present = await this.fetch());
    } catch (cause) {
      this.#loading = undefined;
      throw new ApiError('network', 'A part of the kit could not be loaded', { cause });
    }
  }
}
