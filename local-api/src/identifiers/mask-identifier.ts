import type { LoginIdentifierType } from '../contract.js';

/** Calling codes of one and two digits (ITU-T E.164); all others have three. */
const SHORT_CALLING_CODE = /^\+(1|7|2[07]|3[0-4]|36|39|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/;

/**
 * An identifier as it is shown to somebody who may not be its owner: enough to recognise, not enough to
 * learn it.
 * @param identifier normalised
 */
export function maskIdentifier(type: LoginIdentifierType, identifier: string): string {
  if (type === 'email') return maskEmail(identifier);
  if (type === 'phone') return maskPhone(identifier);
  return `${first(identifier)}***`;
}

/** `ada@example.com` is `a***@e*****.com`. */
function maskEmail(email: string): string {
  const [local = '', domain = ''] = email.split('@');
  return `${first(local)}***@${first(domain)}*****${domain.slice(domain.lastIndexOf('.'))}`;
}

/** `+491512345612` is `+49 *** **12`. */
function maskPhone(phone: string): string {
  const callingCode = SHORT_CALLING_CODE.exec(phone)?.[0] ?? phone.slice(0, 4);
  return `${callingCode} *** **${phone.slice(-2)}`;
}

function first(text: string): string {
  return text.slice(0, String.fromCodePoint(text.codePointAt(0) ?? 0).length);
}
