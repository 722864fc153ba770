import { html, nothing, type TemplateResult } from 'lit';
import type { Localization } from '../../../localize/localize-context.js';
import type { Country } from '../../../phone/phone-registry.js';
import { chevronIcon, icon } from '../icon.js';
import { matching, namedCountries, type NamedCountry } from './country-search.js';

/** The screen that the picker is drawn in. */
export interface PickerHost extends HTMLElement {
  requestUpdate(): void;
  readonly updateComplete: Promise<boolean>;
}

export interface PickerOptions {
  /** Id of the input it belongs to. */
  readonly id: string;
  /** ISO code of the present country. */
  readonly country: string;
  readonly localization: Localization;
  readonly onChoose: (country: string) => void;
}

/** The parts of the field: before the input, and below it. */
export interface PickerParts {
  readonly start: TemplateResult;
  readonly below: TemplateResult | typeof nothing;
}

/** A button with the country and its calling code that opens a search over all countries (ARIA combobox with a listbox). It stands in the tree and in the flow of its field, and listens to nothing outside. */
export class CountryPicker {
  #open = false;
  #query = '';
  #active = 0;
  #named: { readonly language: string; readonly countries: readonly NamedCountry[] } | undefined;
  #options: PickerOptions | undefined;

  constructor(
    private readonly host: PickerHost,
    private readonly countries: readonly Country[],
  ) {}

  render(options: PickerOptions): PickerParts {
    this.#options = options;
    return { start: this.#renderButton(options), below: this.#open ? this.#renderPanel(options) : nothing };
  }

  #renderButton({ id, country, localization }: PickerOptions): TemplateResult {
    const { callingCode = '', name = '' } =
      this.#all(localization).find(({ code }) => code === country) ?? {};
    // A name that a person sees is part of the one that they can say (WCAG 2.5.3).
    const code = `${country} +${callingCode}`;
    return html`<button
      class="cbo-button cbo-country"
      part="button country"
      type="button"
      id="${id}-country"
      aria-haspopup="listbox"
      aria-expanded=${this.#open ? 'true' : 'false'}
      aria-controls=${this.#open ? `${id}-countries` : nothing}
      aria-label=${localization.t('phone.country', { country: name, code })}
      @pointerdown=${(event: Event) => this.#open && event.preventDefault()}
      @click=${() => (this.#open ? this.#close('country') : this.#show())}
      @keydown=${(event: KeyboardEvent) => this.#onButtonKey(event)}
    >
      <bdi dir="ltr" .textContent=${code}></bdi>${icon(chevronIcon, 'cbo-icon cbo-country-arrow')}
    </button>`;
  }

  #renderPanel({ id, localization }: PickerOptions): TemplateResult {
    const { t } = localization;
    const found = this.#found(localization);
    const active = found[this.#active];
    return html`<div
      class="cbo-countries"
      part="countries"
      @focusout=${(event: FocusEvent) => this.#onFocusOut(event)}
      @keydown=${(event: KeyboardEvent) => this.#onKey(event)}
      @click=${(event: Event) => this.#onClick(event)}
    >
      <input
        class="cbo-input"
        part="input"
        id="${id}-search"
        type="text"
        role="combobox"
        aria-label=${t('phone.search')}
        aria-expanded="true"
        aria-autocomplete="list"
        aria-controls="${id}-countries"
        aria-activedescendant=${active ? optionId(id, active) : nothing}
        placeholder=${t('phone.searchHint')}
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        enterkeyhint="done"
        .value=${this.#query}
        @input=${(event: InputEvent) => this.#search((event.target as HTMLInputElement).value)}
      />
      <ul
        class="cbo-country-list"
        part="country-list"
        id="${id}-countries"
        role="listbox"
        aria-label=${t('phone.countries')}
        @pointerdown=${(event: Event) => event.preventDefault()}
      >
        ${found.map((country, index) => this.#renderOption(id, country, index))}
      </ul>
      <p class="cbo-hint" role="status" .textContent=${found.length === 0 ? t('phone.noCountry') : ''}></p>
    </div>`;
  }

  #renderOption(id: string, country: NamedCountry, index: number): TemplateResult {
    const { name, callingCode } = country;
    return html`<li
      class="cbo-country-option"
      id=${optionId(id, country)}
      role="option"
      aria-selected=${index === this.#active ? 'true' : 'false'}
      data-code=${country.code}
    >
      <span .textContent=${name}></span> <bdi dir="ltr" .textContent=${`+${callingCode}`}></bdi>
    </li>`;
  }

  #all({ language }: Localization): readonly NamedCountry[] {
    if (this.#named?.language !== language)
      this.#named = { language, countries: namedCountries(this.countries, language) };
    return this.#named.countries;
  }

  #found(localization: Localization): readonly NamedCountry[] {
    return matching(this.#all(localization), this.#query);
  }

  #show(): void {
    const { country, localization } = this.#options ?? {};
    this.#open = true;
    this.#query = '';
    this.#active = localization
      ? Math.max(
          0,
          this.#all(localization).findIndex(({ code }) => code === country),
        )
      : 0;
    void this.#draw('search');
  }

  /** Closes, with the focus on a part of the field, or where the person has moved it. */
  #close(focus?: 'country' | ''): void {
    this.#open = false;
    void this.#draw(focus);
  }

  #search(query: string): void {
    this.#query = query;
    this.#active = 0;
    void this.#draw();
  }

  #choose(code: string): void {
    this.#options?.onChoose(code);
    this.#close('');
  }

  #onButtonKey(event: KeyboardEvent): void {
    if (event.key === 'ArrowDown' && !this.#open) {
      event.preventDefault();
      this.#show();
    }
  }

  #onKey(event: KeyboardEvent): void {
    const found = this.#options ? this.#found(this.#options.localization) : [];
    const active = found[this.#active];
    const last = found.length - 1;
    const keys: Readonly<Record<string, () => void>> = {
      Escape: () => this.#close('country'),
      Enter: () => active && this.#choose(active.code),
      ArrowDown: () => this.#go(this.#active === last ? 0 : this.#active + 1),
      ArrowUp: () => this.#go(this.#active === 0 ? last : this.#active - 1),
      Home: () => this.#go(0),
      End: () => this.#go(last),
    };
    const act = Object.hasOwn(keys, event.key) ? keys[event.key] : undefined;
    // Composing text in an input method uses the same keys.
    if (!act || event.isComposing) return;
    // Neither the form nor a dialog around it is meant.
    event.preventDefault();
    event.stopPropagation();
    act();
  }

  #onClick({ target }: Event): void {
    const code = target instanceof Element && target.closest<HTMLElement>('[role="option"]')?.dataset['code'];
    if (code) this.#choose(code);
  }

  #go(index: number): void {
    this.#active = Math.max(0, index);
    void this.#draw();
  }

  #onFocusOut({ currentTarget, relatedTarget }: FocusEvent): void {
    const inside = relatedTarget instanceof Node && (currentTarget as Node).contains(relatedTarget);
    if (this.#open && !inside) this.#close();
  }

  async #draw(focus?: 'country' | 'search' | ''): Promise<void> {
    this.host.requestUpdate();
    await this.host.updateComplete;
    const id = this.#options?.id ?? '';
    if (focus !== undefined) this.#part(focus ? `${id}-${focus}` : id)?.focus();
    if (this.#open) this.#reveal();
  }

  #part(id: string): HTMLElement | null {
    return this.host.querySelector(`#${CSS.escape(id)}`);
  }

  /** Scrolls the list alone: `scrollIntoView` would move the page along. */
  #reveal(): void {
    const { id = '' } = this.#options ?? {};
    const list = this.#part(`${id}-countries`);
    const option = list?.querySelector<HTMLElement>('[aria-selected="true"]');
    if (!list || !option) return;
    const [frame, row] = [list.getBoundingClientRect(), option.getBoundingClientRect()];
    if (row.top < frame.top) list.scrollTop -= frame.top - row.top;
    else if (row.bottom > frame.bottom) list.scrollTop += row.bottom - frame.bottom;
  }
}

function optionId(id: string, { code }: Country): string {
  return `${id}-country-${code}`;
}
