import type { LoginIdentifier, LoginIdentifierType } from '../contract.js';
import type { Settings } from '../settings/settings.js';

const normalizers: Record<LoginIdentifierType, (value: string) => string | undefined> = {
  email: normalizeEmail,
  phone: normalizePhone,
  username: normalizeUsername,
};

/** The one form of an identifier that is stored and compared, `undefined` when the format is wrong. */
export function normalizeIdentifier(type: LoginIdentifierType, value: string): string | undefined {
  return normalizers[type](value.normalize('NFKC').trim());
}

/**
 * Which identifier a person means at sign-in: a phone where the page says so, an e-mail address where
 * there is an `@`, a phone where it reads like one in international form, else a username.
 * @returns the normalised identifier, or the code for `fieldError`
 */
export function resolveLoginIdentifier(
  value: string,
  isPhone: boolean,
  settings: Settings,
): LoginIdentifier | 'login_identifier_unknown_user' | 'identifier_not_allowed' {
  if (value.trim() === '') return 'login_identifier_unknown_user';
  const type = loginIdentifierType(value, isPhone, settings);
  if (!settings.identifiers[type].enabled) return 'identifier_not_allowed';
  const identifier = normalizeIdentifier(type, value);
  return identifier === undefined ? 'login_identifier_unknown_user' : { type, identifier };
}

function loginIdentifierType(value: string, isPhone: boolean, settings: Settings): LoginIdentifierType {
  if (isPhone) return 'phone';
  if (value.includes('@')) return 'email';
  if (settings.identifiers.phone.enabled && normalizeIdentifier('phone', value)) return 'phone';
  return settings.identifiers.username.enabled ? 'username' : 'email';
}

function normalizeEmail(value: string): string | undefined {
  const parts =
    /^([^\s\p{C}@,;<>()"\\]{1,64})@((?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+\p{L}[\p{L}\p{N}-]*\p{L})$/u;
  const [, local] = parts.exec(value) ?? [];
  if (local === undefined || value.length > 254) return undefined;
  if (local.startsWith('.') || local.endsWith('.') || local.includes('..')) return undefined;
  return value.toLowerCase();
}

/** E.164 with the separators people type taken out; the country code must be there. */
function normalizePhone(value: string): string | undefined {
  const digits = value.replaceAll(/[\s().\-/\u2010-\u2015]/g, '').replace(/^00/, '+');
  return /^\+[1-9]\d{6,14}$/.test(digits) ? digits : undefined;
}

function normalizeUsername(value: string): string | undefined {
  return /^[\p{L}\p{N}](?:[\p{L}\p{N}._-]{0,62}[\p{L}\p{N}])?$/u.test(value)
    ? value.toLowerCase()
    : undefined;
}
