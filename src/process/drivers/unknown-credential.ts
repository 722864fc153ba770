import { isFields, text } from '../fields.js';

/** rpId and credential id of a ceremony, read from what went in and what came out. */
export function unknownCredential(
  challenge: string,
  signedChallenge: string,
): { rpId: string; credentialId: string } | undefined {
  const options: unknown = JSON.parse(challenge);
  const credential: unknown = JSON.parse(signedChallenge);
  const publicKey = isFields(options) && isFields(options['publicKey']) ? options['publicKey'] : {};
  const rpId = text(publicKey['rpId']) || location.hostname;
  const credentialId = isFields(credential) ? text(credential['id']) : '';
  return credentialId === '' ? undefined : { rpId, credentialId };
}
