import { loadCodec } from './ceremony-options.js';

export interface SerializedCredential {
  /** `JSON.stringify` of a RegistrationResponseJSON or AuthenticationResponseJSON. */
  responseJSON: string;
  authenticatorAttachment?: string;
}

/**
 * A credential as the string the server wants, or undefined when it is none: password managers that patch
 * `navigator.credentials` resolve to null, or to objects that lack what WebAuthn demands.
 */
export async function serializeCredential(credential: unknown): Promise<SerializedCredential | undefined> {
  try {
    const { authenticatorAttachment, getClientExtensionResults } = credential as PublicKeyCredential;
    if (typeof getClientExtensionResults !== 'function') return undefined;
    const json =
      nativeJSON(credential as PublicKeyCredential) ??
      (await loadCodec()).encodeCredential(credential as PublicKeyCredential);
    if (!json.id || !json.response.clientDataJSON) return undefined;
    return {
      responseJSON: JSON.stringify(json),
      ...(authenticatorAttachment && { authenticatorAttachment }),
    };
  } catch {
    return undefined;
  }
}

export interface CredentialJSON {
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
