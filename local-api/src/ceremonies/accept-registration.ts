import type { NewCredential } from '../database/credentials.js';
import { describeUserAgent } from '../auth/client-environment.js';
import type { RequestContext } from '../http/request-context.js';
import { defaultPolicy, type CeremonyPolicy } from '../webauthn/policy.js';
import { verifyRegistration, type RegisteredCredential } from '../webauthn/verify-registration.js';
import { challengeOf, parseCeremonyResponse } from './ceremony-response.js';

interface RegistrationRequest {
  /** Process or session the challenge was issued to. */
  owner: string;
  userHandle: string;
  /** JSON text of the new credential. */
  text: string;
  /** Name of the request's field. */
  field: string;
  policy?: CeremonyPolicy;
}

/** Uses the challenge up and verifies the new credential; `undefined` when it must not be stored. */
export async function acceptRegistration(
  { store, allowedOrigins }: RequestContext,
  { owner, userHandle, text, field, policy = defaultPolicy }: RegistrationRequest,
): Promise<RegisteredCredential | undefined> {
  const response = parseCeremonyResponse(text, field);
  const challenge = await store.challenges.consume(challengeOf(response) ?? '', owner, 'create');
  if (!challenge || challenge.userHandle !== userHandle) return undefined;
  const result = await verifyRegistration({
    response,
    expectedChallenge: challenge.challenge,
    allowedOrigins,
    rpId: challenge.rpId,
    policy,
  });
  if (!result.verified) return undefined;
  const known = await store.credentials.findByCredentialId(result.credential.id);
  return known ? undefined : result.credential;
}

/** The row to store for an accepted credential. */
export function newCredential(
  { rpId, headers }: RequestContext,
  userId: string,
  credential: RegisteredCredential,
): NewCredential {
  return {
    credentialId: credential.id,
    userId,
    rpId,
    publicKey: credential.publicKey,
    counter: credential.counter,
    transports: credential.transports,
    aaguid: credential.aaguid,
    attestationFormat: credential.attestationFormat,
    backupEligible: credential.backupEligible,
    backupState: credential.backupState,
    ...describeUserAgent(headers.get('user-agent') ?? ''),
  };
}
