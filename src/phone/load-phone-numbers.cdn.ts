/** The classic CDN script loads nothing by itself: a page adds `cdn/phone.js`, so that each file can carry its integrity hash. Without it, phone numbers are plain text. */
export { registeredPhoneNumbers as loadPhoneNumbers } from './phone-registry.js';
