import type { ConnectCompleteEvent } from '../../src/process/connect/connect-events.js';

/** Events of the Connect elements by name. */
export interface Heard extends Pick<
  HTMLElementEventMap,
  'cbo-loaded' | 'cbo-fallback' | 'cbo-error' | 'cbo-step' | 'cbo-unknown-user'
> {
  'cbo-complete': ConnectCompleteEvent;
}

/** Events of one name that reach the document, until `end()`. */
export function heard<Name extends keyof Heard>(
  name: Name,
): { readonly events: Heard[Name][]; readonly end: () => void } {
  const events: Heard[Name][] = [];
  const listen = (event: Event) => events.push(event as Heard[Name]);
  document.addEventListener(name, listen);
  return { events, end: () => document.removeEventListener(name, listen) };
}
