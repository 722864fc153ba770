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

type IsTaken = (identifier: LoginIdentifier) => Promise<boolean>;

/**
 * Checks what was typed at sign-up against the project's settings.
 * @param isTaken looks a normalised identifier up
 */
export async function checkSignup(
  typed: SignupValues,
  settings: Settings,
  isTaken: IsTaken,
): Promise<{ values: SignupValues; errors: SignupErrors }> {
  const errors: SignupErrors = { identifiers: {} };
  const identifiers: LoginIdentifier[] = [];
  const types = enabledIdentifiers(settings);
  for (const type of types) {
    const value = typed.identifiers.find((given) => given.type === type)?.identifier ?? '';
    const checked = await checkField(type, value, settings, isTaken);
    if (checked && 'code' in checked) errors.identifiers[type] = checked;
    else if (checked) identifiers.push(checked);
  }
  if (identifiers.length === 0 && !hasErrors(errors)) requireFirst(types, errors);
  const fullName = settings.fullName === 'off' ? '' : typed.fullName.trim();
  if (settings.fullName === 'required' && fullName === '') errors.fullName = signupError('missing_full_name');
  return { values: { fullName, identifiers }, errors };
}

/** Where no identifier is required, one must be given all the same. */
function requireFirst([first]: readonly LoginIdentifierType[], errors: SignupErrors): void {
  if (first) errors.identifiers[first] = signupError('missing_identifier_type');
}

/** The normalised identifier, what is wrong with it, or nothing for an optional field left empty. */
async function checkField(
  type: LoginIdentifierType,
  value: string,
  settings: Settings,
  isTaken: IsTaken,
): Promise<LoginIdentifier | RequestError | undefined> {
  if (value.trim() === '') {
    return settings.identifiers[type].required ? signupError('missing_identifier_type') : undefined;
  }
  const identifier = normalizeIdentifier(type, value);
  if (identifier === undefined) return signupError('identifier_invalid_format');
  return (await isTaken({ type, identifier }))
    ? signupError('identifier_already_in_use')
    : { type, identifier };
}
