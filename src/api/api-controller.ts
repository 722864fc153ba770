import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { ApiClient, type ApiClientOptions } from './api-client.js';
import { apiContext } from './api-context.js';
import { ApiError } from './api-error.js';
import { ContextValue } from './context-value.js';

/** A public element that speaks to the Frontend API. Its properties must be reactive, so that a change is noticed. */
export interface ApiHost extends ReactiveControllerHost, HTMLElement {
  readonly client?: ApiClient;
  readonly projectId?: string;
  readonly frontendApiUrl?: string;
  readonly frontendApiUrlSuffix?: string;
  readonly allowedApiOrigins?: readonly string[];
}

const clients = new Map<string, ApiClient>();

/** One client for all elements of a page that are configured alike: what they keep by client, they share. */
function clientOf(options: ApiClientOptions): ApiClient {
  const key = JSON.stringify(options);
  const client = clients.get(key) ?? new ApiClient(options);
  clients.set(key, client);
  return client;
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
  readonly #provided: ContextValue<ApiClient | undefined>;
  #source: ApiClient | string | undefined;

  /** @param onChange called after `client` or `error` has changed */
  constructor(host: ApiHost, onChange?: () => void) {
    this.#host = host;
    this.#onChange = onChange;
    this.#provided = new ContextValue(host, apiContext);
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostUpdate(): void {
    if (!this.#host.isConnected) return;
    const { client, projectId = '', frontendApiUrl, frontendApiUrlSuffix, allowedApiOrigins } = this.#host;
    const options = { projectId, frontendApiUrl, frontendApiUrlSuffix, allowedApiOrigins };
    // A provider that is not defined yet will answer when it is.
    if (!client && !projectId && this.#host.closest('corbado-provider:not(:defined)')) return;
    const shared = client ?? this.#provided.value;
    const source = shared ?? JSON.stringify(options);
    if (source === this.#source) return;
    this.#source = source;
    this.#settle(() => shared ?? clientOf(options));
  }

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
