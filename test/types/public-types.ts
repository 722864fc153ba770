/**
 * What TypeScript must know about the kit without a cast. Compiled by the type check, never run.
 */
import '../../src/define.js';
import {
  BlockElement,
  css,
  html,
  nothing,
  registerBlock,
  type AuthProcess,
  type CompleteEvent,
  type ConnectCompleteEvent,
  type ConnectLogin,
  type CorbadoProvider,
  type MessageOverrides,
} from '../../src/index.js';

type Equal<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
/** Fails to compile unless the type argument is `true`. */
declare function holds(claim: true): void;

// Elements by tag name.
const element = document.createElement('auth-process');
holds(true satisfies Equal<typeof element, AuthProcess>);
export const provider: CorbadoProvider | null = document.querySelector('corbado-provider');

// Events by name.
element.addEventListener('cbo-complete', (event) => {
  holds(true satisfies Equal<typeof event, CompleteEvent>);
  event.waitUntil(Promise.resolve(event.sessionToken satisfies string));
});
element.addEventListener('cbo-error', ({ error }) => error.kind);

const login = document.createElement('connect-login');
holds(true satisfies Equal<typeof login, ConnectLogin>);
login.addEventListener('cbo-complete', (event) => {
  holds(true satisfies Equal<typeof event, ConnectCompleteEvent>);
  event.waitUntil(Promise.resolve(event.signedPasskeyData satisfies string));
});
login.addEventListener('cbo-fallback', ({ identifier, code, message }) => [identifier, code, message]);

// Attributes with a closed set of values.
element.initialBlock = 'login-init';
// @ts-expect-error No other block can be the first.
element.initialBlock = 'completed';
// @ts-expect-error History is kept in the hash or not at all.
element.history = 'path';

// Messages by key.
export const messages: MessageOverrides = { 'common.continue': 'Go on' };
// @ts-expect-error There is no such message.
export const misspelt: MessageOverrides = { 'common.contiune': 'Go on' };

registerBlock({ type: 'terms', tag: 'my-terms', load: () => Promise.resolve(class extends HTMLElement {}) });
// @ts-expect-error A block needs an element, a loader or a function that draws it.
registerBlock({ type: 'terms' });

// A block without Lit of its own.
export class TermsBlock extends BlockElement {
  static override screenStyles = css`
    .terms {
      color: inherit;
    }
  `;
  override render() {
    return html`<h2 class="cbo-heading terms" tabindex="-1">Terms</h2>
      ${this.busy ? html`<p>One moment</p>` : nothing}`;
  }
}
