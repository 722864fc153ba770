import type { Settings } from '../settings/settings.js';
import { ApiError } from './api-error.js';
import { TokenBuckets } from './token-buckets.js';

/** How often one address may ask, and how often anybody may ask about one identifier. */
export class RateLimits {
  readonly #addresses = new TokenBuckets();
  readonly #identifiers = new TokenBuckets();

  /** @throws {ApiError} `too_many_requests` */
  limitAddress(address: string, settings: Settings, now: number): void {
    refuseAfter(take(this.#addresses, address, settings.requestsPerMinute, now));
  }

  /** @throws {ApiError} `too_many_requests` */
  limitIdentifier(identifier: string, settings: Settings, now: number): void {
    const key = identifier.trim().toLowerCase();
    refuseAfter(take(this.#identifiers, key, settings.identifierRequestsPerMinute, now));
  }

  clear(): void {
    this.#addresses.clear();
    this.#identifiers.clear();
  }
}

/** A changed limit begins with full buckets: the owner who raises it waits for nothing. */
function take(buckets: TokenBuckets, key: string, perMinute: number, now: number): number | undefined {
  return buckets.take(`${perMinute}:${key}`, perMinute, now);
}

function refuseAfter(seconds: number | undefined): void {
  if (seconds === undefined) return;
  throw new ApiError(429, 'too_many_requests', `Too many requests; try again in ${seconds} seconds.`, {
    headers: { 'Retry-After': String(seconds) },
  });
}
