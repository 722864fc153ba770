import { verifyAuthenticationResponse, type AuthenticationResponseJSON } from '@simplewebauthn/server';
import { isoBase64URL, parseAuthenticatorData } from '@simplewebauthn/server/helpers';
import {
  checkAuthenticatorData,
  checkClientData,
  isBase64Url,
  isRecord,
  refuse,
  type CeremonyExpectation,
  type Refusal,
} from './ceremony-checks.js';

/** The part of a stored credential that an assertion is checked against. */
export interface StoredCredential {
  /** base64url */
  id: string;
  publicKey: Uint8Array<ArrayBuffer>;
  counter: number;
  backupEligible: boolean;
  /** WebAuthn `user.id` of its owner, base64url. */
  userHandle: string;
}

export interface AuthenticationInput extends CeremonyExpectation {
  /** `PublicKeyCredential.toJSON()` of the assertion, parsed. */
  response: unknown;
  credential: StoredCredential;
  /** Ids sent in `allowCredentials`; when empty the person chose freely and the user handle must be present. */
  allowCredentials: readonly string[];
}

export interface VerifiedAssertion {
  counter: number;
  /** The counter did not rise although one of the two is not zero. */
  counterRegressed: boolean;
  backupState: boolean;
  userVerified: boolean;
  attachment?: string;
}

export type AuthenticationResult = { verified: true; assertion: VerifiedAssertion } | Refusal;

/**
 * Verifies an assertion (WebAuthn Level 3, section 7.2) with no state but its arguments, so that
 * recorded ceremonies can be replayed. Never throws on bad input.
 */
export async function verifyAuthentication(input: AuthenticationInput): Promise<AuthenticationResult> {
  const response = authenticationResponse(input.response);
  if (!response) return refuse('malformed-response', 'not an authentication response');
  try {
    return await verifyParsed(response, input);
  } catch (error) {
    return refuse('malformed-response', String(error));
  }
}

async function verifyParsed(
  response: AuthenticationResponseJSON,
  input: AuthenticationInput,
): Promise<AuthenticationResult> {
  const { credential, policy } = input;
  const ownerRefusal = checkOwner(response, input);
  if (ownerRefusal) return ownerRefusal;
  const clientDataRefusal = checkClientData(response.response.clientDataJSON, 'webauthn.get', input);
  if (clientDataRefusal) return clientDataRefusal;
  const data = parseAuthenticatorData(isoBase64URL.toBuffer(response.response.authenticatorData));
  const dataRefusal = await checkAuthenticatorData(data, input);
  if (dataRefusal) return dataRefusal;
  if (data.flags.be !== credential.backupEligible) {
    return refuse('backup-eligibility-changed', 'backup eligibility never changes');
  }
  if (!(await hasValidSignature(response, input))) {
    return refuse('wrong-signature', 'the signature does not verify');
  }
  const counterRegressed = (data.counter > 0 || credential.counter > 0) && data.counter <= credential.counter;
  if (counterRegressed && policy.counterRegression === 'refuse') {
    return refuse('counter-not-increased', `${data.counter} after ${credential.counter}`);
  }
  return {
    verified: true,
    assertion: {
      counter: data.counter,
      counterRegressed,
      backupState: data.flags.bs,
      userVerified: data.flags.uv,
      attachment: response.authenticatorAttachment,
    },
  };
}

function checkOwner(
  { id, response }: AuthenticationResponseJSON,
  { credential, allowCredentials }: AuthenticationInput,
): Refusal | undefined {
  if (id !== credential.id || (allowCredentials.length > 0 && !allowCredentials.includes(id))) {
    return refuse('credential-not-allowed', 'not one of the credentials asked for');
  }
  const { userHandle } = response;
  if (!userHandle) {
    return allowCredentials.length > 0
      ? undefined
      : refuse('missing-user-handle', 'a freely chosen credential must name its user');
  }
  return userHandle === credential.userHandle
    ? undefined
    : refuse('wrong-user-handle', 'the credential belongs to somebody else');
}

async function hasValidSignature(
  response: AuthenticationResponseJSON,
  { expectedChallenge, allowedOrigins, rpId, policy, credential }: AuthenticationInput,
): Promise<boolean> {
  try {
    const { verified } = await verifyAuthenticationResponse({
      response,
      expectedChallenge,
      expectedOrigin: [...allowedOrigins],
      expectedRPID: rpId,
      expectedTopOrigin: [...policy.topOrigins],
      requireUserVerification: policy.userVerification === 'required',
      // The library throws on a counter that does not rise; -1 leaves the judgement to the policy.
      credential: { id: credential.id, publicKey: credential.publicKey, counter: -1 },
    });
    return verified;
  } catch {
    return false;
  }
}

function authenticationResponse(value: unknown): AuthenticationResponseJSON | undefined {
  if (!isRecord(value) || !isRecord(value['response'])) return undefined;
  const { id, rawId, type, response } = value;
  if (!isBase64Url(id) || rawId !== id || type !== 'public-key' || !isRecord(response)) return undefined;
  const { clientDataJSON, authenticatorData, signature, userHandle } = response;
  if (![clientDataJSON, authenticatorData, signature].every(isBase64Url)) return undefined;
  if (userHandle !== undefined && userHandle !== null && typeof userHandle !== 'string') return undefined;
  return value as unknown as AuthenticationResponseJSON;
}
