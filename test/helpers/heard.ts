import type {} from '../../src/process/connect/append-event.js';
import type { ConnectCompleteEvent } from '../../src/process/connect/connect-events.js';
import type {} from '../../src/process/passkeys/passkey-list-events.js';

/** Events of the Connect elements by name. */
export interface Heard extends Pick<
  HTMLElementEventMap,
  | 'cbo-append'
  | 'cbo-error'
  | 'cbo-fallback'
  | 'cbo-loaded'
  | 'cbo-passkey-append'
  | 'cbo-passkey-delete-cancel'
  | 'cbo-passkey-delete-error'
  | 'cbo-passkey-delete-start'
  | 'cbo-passkey-delete-success'
  | 'cbo-step'
  | 'cbo-unknown-user'
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
