import { createHash } from 'node:crypto';
import type { AssertionOutcome } from '../ceremonies/accept-assertion.js';
import { randomToken } from '../random.js';
import { signToken } from '../session/sign-token.js';
import type { ConnectContext } from './connect-context.js';
import { identifierOf } from './connect-identifier.js';

const LIFETIME_SECONDS = 300;

/** `signedPasskeyData`: a JWT by which a site's own server learns who has signed in. */
export async function signPasskeyData(
  { store, projectId, process, now }: ConnectContext,
  { user, credential, challenge }: Extract<AssertionOutcome, { outcome: 'accepted' }>,
  isCUI: boolean,
): Promise<string> {
  return signToken(store.signingKeys, {
    claims: {
      processId: process.id,
      username: identifierOf(user).identifier,
      credential: credential.id,
      challengeId: challengeId(challenge),
      webauthnId: user.userHandle,
      isCUI,
    },
    subject: user.id,
    issuer: projectId,
    id: randomToken(),
    lifetimeSeconds: LIFETIME_SECONDS,
    now,
  });
}

/** Always the same name for the same challenge, which does not give it away. */
function challengeId(challenge: string): string {
  const number = createHash('sha256').update(challenge).digest().readBigUInt64BE() % 10n ** 18n;
  return `was-${number.toString().padStart(18, '0')}`;
}
