import type { ApiClient } from '../../api/api-client.js';
import { connectEventLowCreate } from '../../api/connect-events-api.js';
import type { ConnectEventLowItem } from '../../api/types.js';

/** How long moments are gathered before they are sent, milliseconds. */
const BATCH_MS = 5_000;
/** Moments of one kind that follow each other within this time are one, with a duration; milliseconds. */
const SAME_MS = 1_000;

/** The interaction around a ceremony, sent in batches (`/v2/connect/eventsLow`, behaviour.md 8.6). Never more than when something happened: no text, no position. */
export class ConnectTrace {
  #items: (ConnectEventLowItem & { readonly timestamp: number })[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #listening = new AbortController();

  constructor(private readonly client: ApiClient) {
    const { signal } = this.#listening;
    const now = (eventType: string) => () => this.note({ eventType, timestamp: Date.now() });
    addEventListener('focus', now('window-focus'), { signal });
    addEventListener('blur', now('window-blur'), { signal });
    addEventListener('pagehide', () => this.#send(), { signal });
    globalThis.visualViewport?.addEventListener('resize', now('visualviewport-resize'), { signal });
    globalThis.visualViewport?.addEventListener('scroll', now('visualviewport-scroll'), { signal });
    document.addEventListener(
      'visibilitychange',
      () => now(`document-visibilitychange-${document.visibilityState}`)(),
      { signal },
    );
  }

  /** @param moment its time in unix milliseconds */
  note({ eventType, timestamp }: { readonly eventType: string; readonly timestamp: number }): void {
    const last = this.#items.at(-1);
    if (last?.eventType === eventType && timestamp - last.timestamp - (last.durationMs ?? 0) < SAME_MS)
      this.#items.splice(-1, 1, { ...last, durationMs: timestamp - last.timestamp });
    else this.#items.push({ eventType, timestamp });
    this.#timer ??= setTimeout(() => this.#send(), BATCH_MS);
  }

  end(): void {
    this.#listening.abort();
    this.#send();
  }

  #send(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const items = this.#items.splice(0);
    if (items.length > 0) connectEventLowCreate(this.client, { items }).catch(() => undefined);
  }
}
