import { ContextConsumer } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { ApiClient } from './api-client.js';
import { apiContext } from './api-context.js';
import { ApiError } from './api-error.js';

/** A public element that speaks to the Frontend API. Its properties must be reactive, so that a change is noticed. */
export interface ApiHost extends ReactiveControllerHost, HTMLElement {
  readonly client?: ApiClient;
  readonly projectId?: string;
  readonly frontendApiUrl?: string;
  readonly frontendApiUrlSuffix?: string;
  readonly allowedApiOrigins?: readonly string[];
}

/**
 * The one way an element gets its client: its `client` property, else the client of an enclosing `<corbado-provider>`,
 * else one made from its own attributes. Settled before the host's first render and again when any of them changes,
 * never while the host is out of the document.
 */
export class ApiController implements ReactiveController {
  /** Undefined until the host's first update, and while `error` is set. */
  client: ApiClient | undefined;
  /** What is wrong with the configuration; kind `configuration`. */
  error: ApiError | undefined;

  readonly #host: ApiHost;
  readonly #onChange: (() => void) | undefined;
  readonly #consumer: ContextConsumer<typeof apiContext, ApiHost>;
  #provided: ApiClient | undefined;
  #source: ApiClient | string | undefined;

  /** @param onChange called after `client` or `error` has changed */
  constructor(host: ApiHost, onChange?: () => void) {
    this.#host = host;
    this.#onChange = onChange;
    this.#consumer = new ContextConsumer(host, {
      context: apiContext,
      subscribe: true,
      callback: (client) => {
        this.#provided = client;
      },
    });
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('context-provider', this.#onProvider);
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    document.removeEventListener('context-provider', this.#onProvider);
    // Asked for anew on connection; the host may come back under another provider or none.
    this.#provided = undefined;
  }

  hostUpdate(): void {
    if (!this.#host.isConnected) return;
    const { client, projectId = '', frontendApiUrl, frontendApiUrlSuffix, allowedApiOrigins } = this.#host;
    const options = { projectId, frontendApiUrl, frontendApiUrlSuffix, allowedApiOrigins };
    // A provider that is not defined yet will answer when it is.
    if (!client && !projectId && this.#host.closest('corbado-provider:not(:defined)')) return;
    const source = client ?? this.#provided ?? JSON.stringify(options);
    if (source === this.#source) return;
    this.#source = source;
    this.#settle(() => client ?? this.#provided ?? new ApiClient(options));
  }

  /** A provider defined later than its content did not hear the first request. */
  readonly #onProvider = (event: Event): void => {
    if ('context' in event && event.context === apiContext) this.#consumer.hostConnected();
  };

  #settle(create: () => ApiClient): void {
    this.client = undefined;
    this.error = undefined;
    try {
      this.client = create();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      this.error = error;
    }
    this.#onChange?.();
  }
}
