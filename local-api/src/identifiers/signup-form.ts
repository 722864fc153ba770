import type { LoginIdentifier, LoginIdentifierType, RequestError } from '../contract.js';
import { enabledIdentifiers, type Settings } from '../settings/settings.js';
import { normalizeIdentifier } from './identifier.js';

export interface SignupValues {
  fullName: string;
  identifiers: LoginIdentifier[];
}

export interface SignupErrors {
  fullName?: RequestError;
  identifiers: Partial<Record<LoginIdentifierType, RequestError>>;
}

const MESSAGES = {
  missing_identifier_type: 'This field is required.',
  identifier_invalid_format: 'This does not look right.',
  identifier_already_in_use: 'There is an account with this already.',
  missing_full_name: 'The name is required.',
} as const;

export function signupError(code: keyof typeof MESSAGES): RequestError {
  return { code, message: MESSAGES[code] };
}

export function hasErrors(errors: SignupErrors): boolean {
  return errors.fullName !== undefined || Object.keys(errors.identifiers).length > 0;
}

/**
 * Checks what was typed at sign-up against the project's settings.
 * @param isTaken looks a normalised identifier up
 */
export async function checkSignup(
  typed: SignupValues,
  settings: Settings,
  isTaken: (identifier: LoginIdentifier) => Promise<boolean>,
): Promise<{ values: SignupValues; errors: SignupErrors }> {
  const errors: SignupErrors = { identifiers: {} };
  const identifiers: LoginIdentifier[] = [];
  const order = enabledIdentifiers(settings);
  for (const type of order) {
    const value = typed.identifiers.find((given) => given.type === type)?.identifier ?? '';
    if (value.trim() === '') {
      if (settings.identifiers[type].required)
        errors.identifiers[type] = signupError('missing_identifier_type');
      continue;
    }
    const identifier = normalizeIdentifier(type, value);
    if (identifier === undefined) errors.identifiers[type] = signupError('identifier_invalid_format');
    else if (await isTaken({ type, identifier })) {
      errors.identifiers[type] = signupError('identifier_already_in_use');
    } else identifiers.push({ type, identifier });
  }
  const [first] = order;
  if (identifiers.length === 0 && Object.keys(errors.identifiers).length === 0 && first) {
    errors.identifiers[first] = signupError('missing_identifier_type');
  }
  const fullName = settings.fullName === 'off' ? '' : typed.fullName.trim();
  if (settings.fullName === 'required' && fullName === '') errors.fullName = signupError('missing_full_name');
  return { values: { fullName, identifiers }, errors };
}
