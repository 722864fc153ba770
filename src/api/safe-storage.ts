import { parseJson } from './json.js';
import type { Guard } from './shape-guards.js';

/**
 * Storage that never throws: what the browser refuses to keep (blocked, full, missing) is kept in memory for as long as
 * this object lives.
 */
export class SafeStorage {
  readonly #storage: Storage | undefined;
  /** Values the storage refused; `null` marks one it refused to remove. */
  readonly #memory = new Map<string, string | null>();

  constructor(storage: Storage | undefined) {
    this.#storage = storage;
  }

  get(key: string): string | undefined {
    const kept = this.#memory.get(key);
    if (kept !== undefined) return kept ?? undefined;
    try {
      return this.#storage?.getItem(key) ?? undefined;
    } catch {
      return undefined;
    }
  }

  set(key: string, value: string | undefined): void {
    try {
      if (!this.#storage) throw new TypeError('no storage');
      if (value === undefined) this.#storage.removeItem(key);
      else this.#storage.setItem(key, value);
      this.#memory.delete(key);
    } catch {
      this.#memory.set(key, value ?? null);
    }
  }

  /** A value kept as JSON; `undefined` when there is none of that shape. */
  read<T>(key: string, guard: Guard<T>): T | undefined {
    try {
      const value = parseJson(this.get(key) ?? '');
      return guard(value) ? value : undefined;
    } catch {
      return undefined;
    }
  }

  /** Keeps a value as JSON. */
  write(key: string, value: object | undefined): void {
    this.set(key, value && JSON.stringify(value));
  }
}

/** `localStorage`, or `undefined` where there is none or the browser denies it. */
export function pageStorage(): Storage | undefined {
  try {
    return globalThis.localStorage;
  } catch {
    return undefined;
  }
}
