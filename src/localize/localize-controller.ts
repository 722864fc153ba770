import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { ENGLISH, languageFor, loadLanguage, onLanguageRegistered } from './language-registry.js';
import type { Localization } from './localize-context.js';
import { createTranslate, type Area, type MessageOverrides } from './messages.js';

/** What the controller asks of its element. */
export interface LocalizeHost extends ReactiveControllerHost, HTMLElement {
  /** `locale` attribute, or the provider's. */
  readonly effectiveLocale: string | undefined;
  readonly messages: MessageOverrides | undefined;
  /** The parts of a language that its screens speak. */
  readonly areas: readonly Area[];
}

/** Owns which language an element speaks: `locale`, else the nearest `lang`, else the browser's. */
export class LocalizeController implements ReactiveController {
  #connection: AbortController | undefined;
  /** Notices that the page changes a `lang` that counts. */
  #langs: MutationObserver | undefined;
  #overrides: MessageOverrides | undefined;
  #value: Localization = { locale: 'en', ...ENGLISH, t: createTranslate(ENGLISH.catalogue) };

  constructor(private readonly host: LocalizeHost) {
    host.addController(this);
  }

  /** The present localization; one object per change. */
  get value(): Localization {
    return this.#value;
  }

  hostConnected(): void {
    const draw = () => this.host.requestUpdate();
    this.#connection = new AbortController();
    onLanguageRegistered(draw, this.#connection.signal);
    this.#langs = new MutationObserver(draw);
    // Another place may speak another language.
    draw();
  }

  hostDisconnected(): void {
    this.#connection?.abort();
    this.#langs?.disconnect();
    this.#langs = undefined;
  }

  hostUpdate(): void {
    const locale = this.#locale();
    const known = languageFor(locale, this.host.areas);
    if (!known) void loadLanguage(locale, this.host.areas);
    const { language, catalogue } = known ?? this.#value;
    const unchanged =
      locale === this.#value.locale &&
      catalogue === this.#value.catalogue &&
      this.host.messages === this.#overrides;
    if (unchanged) return;
    this.#overrides = this.host.messages;
    this.#value = { locale, language, catalogue, t: createTranslate(catalogue, this.#overrides) };
  }

  #locale(): string {
    let lang: string | null = this.host.effectiveLocale ?? null;
    for (let at: Element | undefined = this.host; at && lang === null; at = parentOf(at)) {
      this.#langs?.observe(at, { attributeFilter: ['lang'] });
      lang = at.getAttribute('lang');
    }
    return lang || (globalThis.navigator?.language ?? 'en');
  }
}

function parentOf(element: Element): Element | undefined {
  const root = element.getRootNode();
  return element.parentElement ?? (root instanceof ShadowRoot ? root.host : undefined);
}
