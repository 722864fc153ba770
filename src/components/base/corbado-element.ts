import { consume } from '@lit/context';
import { LitElement } from 'lit';
import { property, state } from 'lit/decorators.js';
import { LocalizeController } from '../../localize/localize-controller.js';
import { localeContext } from '../../localize/localize-context.js';
import type { MessageOverrides } from '../../localize/messages.js';
import { themeContext, type Theme } from './theme-context.js';

/** Base of every public element: language and theme, own or the provider's. */
export abstract class CorbadoElement extends LitElement {
  /** Language tag such as `de` or `en-GB`; else the nearest `lang`, else the browser's. */
  @property() locale: string | undefined;
  /** `light`, `dark` or `auto` (the person's setting); absent: the page's own `color-scheme`. */
  @property({ reflect: true }) theme: Theme | undefined;
  /** Single texts to replace, by message key. */
  @property({ attribute: false }) messages: MessageOverrides | undefined;

  /** @internal */
  @consume({ context: localeContext, subscribe: true })
  @state()
  protected providedLocale: string | undefined;

  /** @internal */
  @consume({ context: themeContext, subscribe: true })
  @state()
  protected providedTheme: Theme | undefined;

  protected readonly localize = new LocalizeController(this);

  /** @internal */
  get effectiveLocale(): string | undefined {
    return this.locale ?? this.providedLocale;
  }

  protected get effectiveTheme(): Theme | undefined {
    return this.theme ?? this.providedTheme;
  }
}
