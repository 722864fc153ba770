import type { LoginIdentifierType } from '../contract.js';
import type { FieldError } from '../http/api-error.js';
import { boolean, isRecord, oneOf, wholeNumber, type Check } from './checks.js';
import { connectChecks } from './connect-settings.js';
import type { IdentifierSetting, Settings, VerificationMethods } from './settings.js';

/** A partial change; `identifiers` and `verificationMethods` may name single types and single flags. */
export type SettingsPatch = Partial<Omit<Settings, 'identifiers' | 'verificationMethods'>> & {
  verificationMethods?: Partial<VerificationMethods>;
  identifiers?: Partial<Record<LoginIdentifierType, Partial<IdentifierSetting>>>;
};

export type PatchResult = { ok: true; settings: Settings } | { ok: false; errors: FieldError[] };

const IDENTIFIER_TYPES: readonly LoginIdentifierType[] = ['email', 'username', 'phone'];

const SOCIAL_PROVIDERS: readonly unknown[] = ['google', 'microsoft', 'github'];

const METHODS: ReadonlyMap<string, readonly unknown[]> = new Map([
  ['email', ['email-otp', 'email-link']],
  ['phone', ['phone-otp']],
]);

const checks: Record<keyof Settings, Check> = {
  ...connectChecks,
  appName: (value) =>
    typeof value === 'string' && value.trim() !== '' && value.length <= 100
      ? undefined
      : 'must be a text of 1 to 100 characters',
  environment: oneOf('dev', 'live'),
  identifiers: (value) => (isRecord(value) ? undefined : 'must be an object with email, username or phone'),
  identifierOrder: (value) =>
    Array.isArray(value) &&
    value.length === IDENTIFIER_TYPES.length &&
    IDENTIFIER_TYPES.every((type) => value.includes(type))
      ? undefined
      : `must name each of ${IDENTIFIER_TYPES.join(', ')} once`,
  fullName: oneOf('off', 'optional', 'required'),
  publicSignup: boolean,
  verification: oneOf('none', 'at-signup', 'at-login'),
  verificationMethods: (value) =>
    isRecord(value) && Object.entries(value).every(([type, method]) => METHODS.get(type)?.includes(method))
      ? undefined
      : 'must give email (email-otp or email-link) or phone (phone-otp)',
  codeFallback: boolean,
  obfuscate: boolean,
  emailLinkPath: (value) =>
    typeof value === 'string' && /^\/(?![/\\])[^?#\\]*$/.test(value)
      ? undefined
      : 'must be a path such as /complete.html',
  socialProviders: (value) =>
    Array.isArray(value) &&
    new Set(value).size === value.length &&
    value.every((provider) => SOCIAL_PROVIDERS.includes(provider))
      ? undefined
      : `must be a list of ${SOCIAL_PROVIDERS.join(', ')}, each once at most`,
  passkeyAppendAtSignup: oneOf('required', 'optional'),
  passkeyAppendAfterLogin: oneOf('off', 'when-useful', 'always'),
  passkeyAppendIntervalSeconds: wholeNumber(0, 31_536_000),
  passkeyAppendedScreen: boolean,
  autoSubmit: boolean,
  conditionalUi: boolean,
  crossDeviceHint: boolean,
  hideBadge: boolean,
  sessionTokenLifetimeSeconds: wholeNumber(10, 900),
  refreshTokenLifetimeSeconds: wholeNumber(60, 2_592_000),
  codeLifetimeSeconds: wholeNumber(0, 86_400),
  codePauseSeconds: wholeNumber(0, 3600),
  codesPerHour: wholeNumber(1, 1000),
  requestsPerMinute: wholeNumber(1, 1_000_000),
  identifierRequestsPerMinute: wholeNumber(1, 1_000_000),
  processLifetimeSeconds: wholeNumber(10, 86_400),
  ownBlock: (value) =>
    value === null || value === 'terms-of-service' ? undefined : 'must be null or terms-of-service',
  rpId: (value) =>
    value === null ||
    (typeof value === 'string' && /^(?=.{1,253}$)([a-z0-9-]+\.)*[a-z][a-z0-9-]*$/.test(value))
      ? undefined
      : 'must be null or a host name in lower case',
  allowedOrigins: (value) =>
    Array.isArray(value) && value.every(isOrigin)
      ? undefined
      : 'must be a list of origins such as http://localhost:3000',
};

/** Applies a change as a whole or not at all. */
export function patchSettings(settings: Settings, patch: unknown): PatchResult {
  if (!isRecord(patch)) return { ok: false, errors: [{ field: 'body', message: 'must be an object' }] };
  const errors: FieldError[] = [];
  const next: Record<string, unknown> = { ...settings };
  for (const [field, value] of Object.entries(patch)) {
    if (!isSetting(field)) {
      errors.push({ field, message: 'is not a setting' });
      continue;
    }
    const message = checks[field](value);
    if (message !== undefined) errors.push({ field, message });
    else if (field !== 'identifiers') next[field] = value;
  }
  if (isRecord(patch['verificationMethods'])) {
    next['verificationMethods'] = { ...settings.verificationMethods, ...patch['verificationMethods'] };
  }
  if (isRecord(patch['identifiers'])) {
    next['identifiers'] = mergeIdentifiers(settings, patch['identifiers'], errors);
  }
  if (errors.length > 0) return { ok: false, errors };
  const merged = next as unknown as Settings;
  if (!IDENTIFIER_TYPES.some((type) => merged.identifiers[type].enabled)) {
    return { ok: false, errors: [{ field: 'identifiers', message: 'must have at least one enabled' }] };
  }
  return { ok: true, settings: merged };
}

function mergeIdentifiers(settings: Settings, patch: Record<string, unknown>, errors: FieldError[]) {
  const merged = { ...settings.identifiers };
  for (const [type, flags] of Object.entries(patch)) {
    const field = `identifiers.${type}`;
    if (!isIdentifierType(type)) errors.push({ field, message: 'is not an identifier type' });
    else if (!isRecord(flags)) errors.push({ field, message: 'must be an object' });
    else merged[type] = { ...merged[type], ...identifierFlags(field, flags, errors) };
  }
  return merged;
}

function identifierFlags(field: string, flags: Record<string, unknown>, errors: FieldError[]) {
  const checked: Partial<IdentifierSetting> = {};
  for (const [name, value] of Object.entries(flags)) {
    if (name !== 'enabled' && name !== 'required') {
      errors.push({ field: `${field}.${name}`, message: 'is not a setting' });
    } else if (typeof value !== 'boolean') {
      errors.push({ field: `${field}.${name}`, message: 'must be true or false' });
    } else {
      checked[name] = value;
    }
  }
  return checked;
}

function isSetting(field: string): field is keyof Settings {
  return Object.hasOwn(checks, field);
}

function isIdentifierType(type: string): type is LoginIdentifierType {
  return IDENTIFIER_TYPES.some((known) => known === type);
}

function isOrigin(value: unknown): boolean {
  if (typeof value !== 'string' || !URL.canParse(value)) return false;
  const url = new URL(value);
  return (url.protocol === 'https:' || url.protocol === 'http:') && url.origin === value;
}
