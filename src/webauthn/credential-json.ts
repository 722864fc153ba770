import { bufferToBase64URLString } from '@simplewebauthn/browser';

export interface SerializedCredential {
  /** `JSON.stringify` of a RegistrationResponseJSON or AuthenticationResponseJSON. */
  responseJSON: string;
  authenticatorAttachment?: string;
}

/**
 * A credential as the string the server wants, or undefined when it is none: password managers that patch
 * `navigator.credentials` resolve to null, or to objects that lack what WebAuthn demands.
 */
export function serializeCredential(credential: unknown): SerializedCredential | undefined {
  try {
    const { authenticatorAttachment, getClientExtensionResults } = credential as PublicKeyCredential;
    if (typeof getClientExtensionResults !== 'function') return undefined;
    const json = nativeJSON(credential as PublicKeyCredential) ?? ownJSON(credential as PublicKeyCredential);
    if (!json.id || !json.response.clientDataJSON) return undefined;
    return {
      responseJSON: JSON.stringify(json),
      ...(authenticatorAttachment && { authenticatorAttachment }),
    };
  } catch {
    return undefined;
  }
}

interface CredentialJSON {
  id: string;
  response: { clientDataJSON?: unknown };
}

/** Undefined in browsers without `toJSON`, and for imitations of a credential, on which the native method throws. */
function nativeJSON(credential: PublicKeyCredential): CredentialJSON | undefined {
  try {
    return credential.toJSON();
  } catch {
    return undefined;
  }
}

/** Members of AuthenticatorAssertionResponse and AuthenticatorAttestationResponse that hold bytes. */
const BYTE_MEMBERS = ['clientDataJSON', 'authenticatorData', 'signature', 'userHandle', 'attestationObject'];

const GETTERS: Record<string, string> = {
  transports: 'getTransports',
  publicKeyAlgorithm: 'getPublicKeyAlgorithm',
  publicKey: 'getPublicKey',
  authenticatorData: 'getAuthenticatorData',
};

function ownJSON(credential: PublicKeyCredential): CredentialJSON {
  const source = credential.response as unknown as Record<string, unknown>;
  const response: Record<string, unknown> = {};
  for (const name of BYTE_MEMBERS) {
    if (source[name]) response[name] = encode(source[name]);
  }
  for (const [name, getter] of Object.entries(GETTERS)) {
    const read = source[getter];
    if (typeof read === 'function') response[name] = encode(read.call(source)) ?? undefined;
  }
  return {
    id: credential.id,
    rawId: encode(credential.rawId),
    type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment ?? undefined,
    clientExtensionResults: encode(credential.getClientExtensionResults()),
    response,
  } as CredentialJSON;
}

/** A copy in which every buffer is base64url, as `toJSON` makes it. */
function encode(value: unknown): unknown {
  if (value instanceof ArrayBuffer) return bufferToBase64URLString(value);
  if (ArrayBuffer.isView(value)) {
    const { buffer, byteOffset, byteLength } = value;
    return bufferToBase64URLString(new Uint8Array(buffer, byteOffset, byteLength).slice().buffer);
  }
  if (Array.isArray(value)) return value.map(encode);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, encode(member)]));
}
