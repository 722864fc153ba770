import { LitElement, type PropertyDeclarations } from 'lit';
import { ContextValue } from '../../api/context-value.js';
import { LocalizeController } from '../../localize/localize-controller.js';
import { localeContext } from '../../localize/localize-context.js';
import type { Area, MessageOverrides } from '../../localize/messages.js';
import { themeContext, type Theme } from './theme-context.js';

/** Base of every public element: language and theme, own or the provider's. */
export abstract class CorbadoElement extends LitElement {
  static override properties: PropertyDeclarations = {
    locale: {},
    theme: { reflect: true },
    messages: { attribute: false },
  };

  /** Language tag such as `de` or `en-GB`; else the nearest `lang`, else the browser's. */
  locale: string | undefined;
  /** `light`, `dark` or `auto` (the person's setting); absent: the page's own `color-scheme`. */
  theme: Theme | undefined;
  /** Single texts to replace, by message key. */
  messages: MessageOverrides | undefined;

  /** The parts of a language that its screens speak. @internal */
  abstract readonly areas: readonly Area[];

  readonly #locale = new ContextValue(this, localeContext);
  readonly #theme = new ContextValue(this, themeContext);
  protected readonly localize = new LocalizeController(this);

  /** @internal */
  get effectiveLocale(): string | undefined {
    return this.locale ?? this.#locale.value;
  }

  protected get effectiveTheme(): Theme | undefined {
    return this.theme ?? this.#theme.value;
  }
}
