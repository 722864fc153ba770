import * as auth from '../../api/auth-api.js';
import type { ApiClient } from '../../api/api-client.js';
import type { IdentifierVerifyStartReq, ProcessResponse, VerificationMethod } from '../../api/types.js';
import type { Step } from '../step.js';

const METHODS: readonly VerificationMethod[] = ['email-otp', 'email-link', 'phone-otp'];

/** Blocks that prove an identifier. */
export function provesIdentifier(type: string): boolean {
  return type === 'email-verify' || type === 'phone-verify' || type === 'post-signup-email-verify';
}

/** How a block proves an identifier; by code where it does not say. */
export function methodOf(step: Step): VerificationMethod {
  const { verificationMethod } = step.data as { readonly verificationMethod?: unknown };
  const known = METHODS.find((method) => method === verificationMethod);
  return known ?? (step.type === 'phone-verify' ? 'phone-otp' : 'email-otp');
}

/** The request that asks for a code or link. */
export function verifyStartReq(method: VerificationMethod): IdentifierVerifyStartReq {
  return { identifierType: method === 'phone-otp' ? 'phone' : 'email', verificationType: method };
}

/** Hands in a code or the token of a link (IdentifierVerifyFinish). */
export function finishVerification(
  client: ApiClient,
  method: VerificationMethod,
  code: string,
  signal: AbortSignal,
): Promise<ProcessResponse> {
  return auth.identifierVerifyFinish(client, { ...verifyStartReq(method), code }, { signal });
}
