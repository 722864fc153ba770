const MINUTE_MS = 60_000;

/** Buckets beyond this number make the full ones go; a full bucket is as good as none. */
const MAX_BUCKETS = 10_000;

interface Bucket {
  tokens: number;
  /** Milliseconds. */
  filledAt: number;
}

/** Token buckets: each key has so many in a minute, at once or spread. Never a lock-out: a bucket fills again. */
export class TokenBuckets {
  #buckets = new Map<string, Bucket>();

  /**
   * Takes a token.
   * @param now milliseconds
   * @returns seconds to wait where there is none, else nothing
   */
  take(key: string, perMinute: number, now: number): number | undefined {
    const tokens = this.#tokens(key, perMinute, now);
    if (tokens < 1) return Math.ceil(((1 - tokens) * 60) / perMinute);
    this.#buckets.set(key, { tokens: tokens - 1, filledAt: now });
    if (this.#buckets.size > MAX_BUCKETS) this.#dropFull(perMinute, now);
    return undefined;
  }

  clear(): void {
    this.#buckets.clear();
  }

  #tokens(key: string, perMinute: number, now: number): number {
    const bucket = this.#buckets.get(key);
    if (!bucket) return perMinute;
    const elapsed = Math.max(0, now - bucket.filledAt);
    return Math.min(perMinute, bucket.tokens + (elapsed * perMinute) / MINUTE_MS);
  }

  #dropFull(perMinute: number, now: number): void {
    for (const key of this.#buckets.keys()) {
      if (this.#tokens(key, perMinute, now) >= perMinute) this.#buckets.delete(key);
    }
  }
}
