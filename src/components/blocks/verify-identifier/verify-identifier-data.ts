import type { RequestError } from '../../../api/types.js';
import { isFields, requestError, text, type Fields } from '../../../process/fields.js';

/** How an identifier is proved (schema `verificationMethod`). */
export type VerificationMethod = 'email-otp' | 'email-link' | 'phone-otp';

export interface VerifyIdentifierData {
  readonly method: VerificationMethod;
  /** May be masked by the server; `''` where a block lacks it. */
  readonly identifier: string;
  /** Milliseconds from the answer until a new code may be asked for. */
  readonly resendInMs: number;
  readonly error: RequestError | undefined;
  readonly otherMethods: readonly VerificationMethod[];
  readonly afterLogin: boolean;
}

const METHODS: readonly VerificationMethod[] = ['email-otp', 'email-link', 'phone-otp'];
/** The contract's own pause where the server names none. */
const RESEND_EMAIL_MS = 30_000;

function methodOf(value: unknown, type: string): VerificationMethod {
  return METHODS.find((method) => method === value) ?? (type === 'phone-verify' ? 'phone-otp' : 'email-otp');
}

/** `generalBlockVerifyIdentifier`, whatever of it is there; `post-signup-email-verify` lacks nearly all of it. */
export function readVerifyIdentifier(type: string, fields: Fields): VerifyIdentifierData {
  const method = methodOf(fields['verificationMethod'], type);
  const resend = fields['resendInMs'];
  const others = Array.isArray(fields['alternativeVerificationMethods'])
    ? fields['alternativeVerificationMethods']
        .filter(isFields)
        .flatMap((other) => METHODS.filter((known) => known === other['verificationMethod']))
    : [];
  return {
    method,
    identifier: text(fields['identifier']),
    resendInMs: typeof resend === 'number' ? resend : method === 'phone-otp' ? 0 : RESEND_EMAIL_MS,
    error: requestError(fields['error']),
    otherMethods: [...new Set(others)].filter((other) => other !== method),
    afterLogin: fields['isPostLoginVerification'] === true,
  };
}
