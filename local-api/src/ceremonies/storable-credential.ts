import { isoBase64URL } from '@simplewebauthn/server/helpers';
import type { RegisteredCredential } from '../webauthn/verify-registration.js';

type Storable = Omit<RegisteredCredential, 'publicKey'> & { publicKey: string };

/** An accepted credential as JSON text, to be kept until its account can be made. */
export function storableCredential(credential: RegisteredCredential): string {
  const storable: Storable = { ...credential, publicKey: isoBase64URL.fromBuffer(credential.publicKey) };
  return JSON.stringify(storable);
}

export function credentialOf(text: string): RegisteredCredential {
  const { publicKey, ...credential } = JSON.parse(text) as Storable;
  return { ...credential, publicKey: isoBase64URL.toBuffer(publicKey) };
}
