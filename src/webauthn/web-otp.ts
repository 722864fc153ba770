import type { CeremonyCoordinator } from './ceremony-coordinator.js';

export interface OneTimeCodeInit {
  /** Whose wait it is: it takes its turn among the owner's ceremonies. */
  readonly owner: object;
  readonly signal: AbortSignal;
  readonly coordinator: CeremonyCoordinator;
}

interface OneTimeCode {
  readonly outcome: 'success' | 'failed';
  readonly code?: string;
}

/** `navigator.credentials.get()` with the member of WebOTP, which TypeScript does not know. */
type OtpRequest = CredentialRequestOptions & { readonly otp: { readonly transport: readonly ['sms'] } };

/**
 * Waits for a text message whose last line is bound to this page, `@example.com #123456`, and resolves with its code (WebOTP
 * API, WICG). Stands back for any ceremony. Resolves with undefined when none came, or where the browser cannot read one. Never rejects.
 */
export async function oneTimeCode(init: OneTimeCodeInit): Promise<string | undefined> {
  if (typeof (globalThis as { OTPCredential?: unknown }).OTPCredential !== 'function') return undefined;
  const { owner, signal, coordinator } = init;
  const result = await coordinator.run<OneTimeCode>({ kind: 'autofill', owner, signal, call: receive });
  return result?.code;
}

async function receive(signal: AbortSignal): Promise<OneTimeCode> {
  const request: OtpRequest = { otp: { transport: ['sms'] }, signal };
  try {
    const credential = (await navigator.credentials.get(request)) as { readonly code?: unknown } | null;
    const code = credential?.code;
    return typeof code === 'string' && code !== '' ? { outcome: 'success', code } : { outcome: 'failed' };
  } catch {
    // Refused, or ended by its signal: the field takes the code as well.
    return { outcome: 'failed' };
  }
}
