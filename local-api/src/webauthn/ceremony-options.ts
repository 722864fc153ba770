import { generateAuthenticationOptions, generateRegistrationOptions } from '@simplewebauthn/server';
import { isoBase64URL } from '@simplewebauthn/server/helpers';
import type { AuthenticatorTransport } from '@simplewebauthn/server';
import { CEREMONY_TIMEOUT_MS, defaultPolicy, type CeremonyPolicy } from './policy.js';

export interface CredentialDescriptor {
  credentialId: string;
  transports: readonly string[];
}

export interface CreationRequest {
  challenge: string;
  rpId: string;
  rpName: string;
  /** base64url */
  userHandle: string;
  userName: string;
  displayName: string;
  excludeCredentials: readonly CredentialDescriptor[];
  timeoutMs?: number;
  userVerification?: CeremonyPolicy['userVerification'];
}

export interface AssertionRequest {
  challenge: string;
  rpId: string;
  /** Empty: the person chooses any passkey of this site. */
  allowCredentials: readonly CredentialDescriptor[];
}

/** The `{"publicKey": …}` text the contract sends for `navigator.credentials.create()`. */
export async function creationOptions(request: CreationRequest): Promise<string> {
  const publicKey = await generateRegistrationOptions({
    rpName: request.rpName,
    rpID: request.rpId,
    userName: request.userName,
    userID: isoBase64URL.toBuffer(request.userHandle),
    userDisplayName: request.displayName,
    challenge: isoBase64URL.toBuffer(request.challenge),
    timeout: request.timeoutMs ?? CEREMONY_TIMEOUT_MS,
    attestationType: 'none',
    excludeCredentials: request.excludeCredentials.map(descriptor),
    authenticatorSelection: {
      residentKey: 'required',
      userVerification: request.userVerification ?? defaultPolicy.userVerification,
    },
    supportedAlgorithmIDs: [...defaultPolicy.algorithms],
  });
  return JSON.stringify({ publicKey });
}

/** The `{"publicKey": …}` text the contract sends for `navigator.credentials.get()`. */
export async function requestOptions(request: AssertionRequest): Promise<string> {
  const publicKey = await generateAuthenticationOptions({
    rpID: request.rpId,
    challenge: isoBase64URL.toBuffer(request.challenge),
    timeout: CEREMONY_TIMEOUT_MS,
    userVerification: defaultPolicy.userVerification,
    allowCredentials: request.allowCredentials.map(descriptor),
  });
  return JSON.stringify({ publicKey });
}

/** Transports go out as they came in, also those this library does not know. */
function descriptor({ credentialId, transports }: CredentialDescriptor) {
  return { id: credentialId, transports: [...transports] as AuthenticatorTransport[] };
}
