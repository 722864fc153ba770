/** A country that has telephone numbers. */
export interface Country {
  /** ISO 3166-1 alpha-2. */
  readonly code: string;
  /** ITU-T E.164 country code, without `+`. */
  readonly callingCode: string;
}

/** Knowledge of the world's numbering plans. It is large, so it comes only where a phone number is asked for. */
export interface PhoneNumbers {
  readonly countries: readonly Country[];
  /** What a typed number says: the country it names by its international prefix, and its E.164 form when it is valid. */
  read(
    typed: string,
    country: string,
  ): { readonly country: string | undefined; readonly e164: string | undefined };
  /** The number without its international prefix, `''` when too little of it is there yet. */
  national(typed: string, country: string): string;
  /** A number as people of the country write it. */
  example(country: string): string | undefined;
}

interface Registry {
  numbers?: PhoneNumbers;
  readonly waiting: ((numbers: PhoneNumbers) => void)[];
}

const KEY = Symbol.for('corbado-elements.phone');

// On globalThis, because the CDN's file of phone numbers is a bundle of its own.
function registry(): Registry {
  const shared = globalThis as { [KEY]?: Registry };
  return (shared[KEY] ??= { waiting: [] });
}

/** Hands the knowledge to every element on the page that waits for it, or will. */
export function registerPhoneNumbers(numbers: PhoneNumbers): void {
  registry().numbers = numbers;
  for (const tell of registry().waiting.splice(0)) tell(numbers);
}

/** Resolves once the knowledge is registered. */
export function registeredPhoneNumbers(): Promise<PhoneNumbers> {
  const { numbers, waiting } = registry();
  return numbers ? Promise.resolve(numbers) : new Promise((resolve) => waiting.push(resolve));
}
