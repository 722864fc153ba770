import type { ChallengePurpose } from '../database/challenges.js';
import type { Credential } from '../database/credentials.js';
import type { User } from '../database/users.js';
import type { RequestContext } from '../http/request-context.js';
import { ceremonyType } from '../webauthn/ceremony-type.js';
import { defaultPolicy } from '../webauthn/policy.js';
import { verifyAuthentication } from '../webauthn/verify-authentication.js';
import type { PasskeyOperation } from '../contract.js';
import { challengeOf, parseCeremonyResponse } from './ceremony-response.js';

interface AssertionInput {
  owner: string;
  purpose: Extract<ChallengePurpose, 'get' | 'conditional'>;
  /** Whose people may sign in: those of the auth process, or those of a site with accounts of its own. */
  product: 'auth' | 'connect';
  /** JSON text of the assertion. */
  text: string;
  field: string;
}

export type AssertionOutcome =
  | {
      outcome: 'accepted';
      user: User;
      credential: Credential;
      /** The challenge it answers, base64url. */
      challenge: string;
      ceremonyType: PasskeyOperation['ceremonyType'];
    }
  /** No such passkey here: the page may tell the authenticator so. */
  | { outcome: 'unknown-credential' }
  /** A passkey of this site, but of the other product's: it is in good order and not to be hidden. */
  | { outcome: 'other-product' }
  | { outcome: 'refused' };

/** Uses the challenge up and verifies the assertion. */
export async function acceptAssertion(
  { store, allowedOrigins }: RequestContext,
  { owner, purpose, product, text, field }: AssertionInput,
): Promise<AssertionOutcome> {
  const response = parseCeremonyResponse(text, field);
  const challenge = await store.challenges.consume(challengeOf(response) ?? '', owner, purpose);
  if (!challenge || typeof response['id'] !== 'string') return { outcome: 'refused' };
  const credential = await store.credentials.findByCredentialId(response['id']);
  const user = credential && (await store.users.find(credential.userId));
  if (!credential || !user) return { outcome: 'unknown-credential' };
  if ((user.connectIdentifier !== undefined) !== (product === 'connect')) return { outcome: 'other-product' };
  if (purpose === 'get' && challenge.userHandle !== user.userHandle) return { outcome: 'refused' };
  const result = await verifyAuthentication({
    response,
    expectedChallenge: challenge.challenge,
    allowedOrigins,
    rpId: challenge.rpId,
    policy: defaultPolicy,
    allowCredentials: challenge.credentialIds,
    credential: {
      id: credential.credentialId,
      publicKey: credential.publicKey,
      counter: credential.counter,
      backupEligible: credential.backupEligible,
      userHandle: user.userHandle,
    },
  });
  if (!result.verified) return { outcome: 'refused' };
  await store.credentials.recordUse(credential.id, result.assertion);
  return {
    outcome: 'accepted',
    user,
    credential,
    challenge: challenge.challenge,
    ceremonyType: ceremonyType(result.assertion.attachment, credential.transports),
  };
}
