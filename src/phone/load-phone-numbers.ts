import type { PhoneNumbers } from './phone-registry.js';

/** Loads what is known of phone numbers, in a chunk of its own. Rejects when it does not come. */
export async function loadPhoneNumbers(): Promise<PhoneNumbers> {
  return (await import('./phone-numbers.js')).phoneNumbers;
}
