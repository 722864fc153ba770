import type { WebAuthnService } from '../../webauthn/webauthn-service.js';
import { isFields, text } from '../fields.js';

/** The server has said that it does not know the passkey of a ceremony: nobody is to be offered it again. */
export function signalUnknown(webauthn: WebAuthnService, challenge: string, signedChallenge: string): void {
  const unknown = unknownCredential(challenge, signedChallenge);
  if (unknown) void webauthn.signals.unknownCredential(unknown);
}

/** rpId and credential id of a ceremony, read from what went in and what came out. */
function unknownCredential(
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
