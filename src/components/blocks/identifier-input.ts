import type { LoginIdentifierType } from '../../api/types.js';

/** Digits with the signs people put between them. */
export function looksLikePhone(value: string): boolean {
  return /^\+?[\d\s().\-/]+$/.test(value) && countDigits(value) >= 5;
}

/** Whether a typed value is certainly wrong; anything that might be right is the server's to judge. */
export function certainlyWrong(type: LoginIdentifierType, value: string): boolean {
  if (value === '') return false;
  if (type === 'email') return !/^[^@\s]+@[^@\s]+$/.test(value);
  if (type === 'phone')
    return /[^\d\s().\-/+]/.test(value) || countDigits(value) < 5 || countDigits(value) > 15;
  return false;
}

function countDigits(value: string): number {
  return value.replace(/\D/g, '').length;
}
