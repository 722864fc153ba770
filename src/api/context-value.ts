import type { Context } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * What the nearest provider around a host hands down, followed while the host is in the document: the consumer's side of
 * the community protocol for contexts, also where the provider is defined later than its content.
 */
export class ContextValue<T> implements ReactiveController {
  value: T | undefined;
  #leave: (() => void) | undefined;

  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly context: Context<unknown, T>,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('context-provider', this.#onProvider);
    this.#ask();
  }

  /** The host may come back under another provider or none. */
  hostDisconnected(): void {
    document.removeEventListener('context-provider', this.#onProvider);
    this.#leave?.();
    this.#leave = this.value = undefined;
  }

  #ask(): void {
    const { host, context } = this;
    const request = new Event('context-request', { bubbles: true, composed: true });
    host.dispatchEvent(
      Object.assign(request, { context, contextTarget: host, callback: this.#onValue, subscribe: true }),
    );
  }

  readonly #onProvider = (event: Event): void => {
    if ('context' in event && event.context === this.context) this.#ask();
  };

  readonly #onValue = (value: T, leave?: () => void): void => {
    if (this.#leave !== leave) this.#leave?.();
    this.#leave = leave;
    this.value = value;
    this.host.requestUpdate();
  };
}
