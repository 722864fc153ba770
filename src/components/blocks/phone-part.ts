import { addEnglish } from '../../localize/english.js';
import { enPhone } from '../../localize/en-phone.js';
import { defaultCountry } from '../../phone/default-country.js';
import { loadPhoneNumbers } from '../../phone/load-phone-numbers.js';
import type { PhoneNumbers } from '../../phone/phone-registry.js';
import type { BlockElement } from '../base/block-element.js';
import type { ScreenPart } from '../base/lazy-part.js';
import { phone } from '../styles/phone.styles.js';
import { CountryPicker } from '../ui/phone/country-picker.js';
import type { TextFieldOptions } from '../ui/text-field.js';

addEnglish(enPhone);

/** The country of a phone field, once what is known of phone numbers has come. Rejects when it does not come. */
export async function loadPhonePart(block: BlockElement): Promise<PhonePart> {
  return new PhonePart(block, await loadPhoneNumbers());
}

export class PhonePart implements ScreenPart {
  readonly styles = phone;
  readonly #picker: CountryPicker;
  #chosen: string | undefined;

  constructor(
    private readonly block: BlockElement,
    private readonly numbers: PhoneNumbers,
  ) {
    this.#picker = new CountryPicker(block, numbers.countries);
  }

  /** The options of a plain field with what the country adds. */
  field(options: TextFieldOptions): TextFieldOptions {
    const { id, value } = options;
    const { localization } = this.block;
    const country = this.#country(value);
    const example = this.numbers.example(country);
    const onChoose = (chosen: string) => this.#choose(chosen, options);
    return {
      ...options,
      ...this.#picker.render({ id, country, localization, onChoose }),
      hint: example ? localization.t('phone.example', { example }) : localization.t('field.phoneHint'),
    };
  }

  /** What is sent: E.164 when the number is valid, as typed otherwise. */
  value(typed: string): string {
    return this.numbers.read(typed, this.#country(typed)).e164 ?? typed;
  }

  /** A number with an international prefix says itself where it belongs. */
  #country(typed: string): string {
    const country = this.#chosen ?? defaultCountry(this.block.localization.locale);
    return this.numbers.read(typed, country).country ?? country;
  }

  #choose(country: string, { value, onInput }: TextFieldOptions): void {
    const { country: named } = this.numbers.read(value, country);
    this.#chosen = country;
    // The prefix of another country would contradict the choice.
    if (named !== undefined && named !== country) onInput(this.numbers.national(value, country));
    this.block.requestUpdate();
  }
}
