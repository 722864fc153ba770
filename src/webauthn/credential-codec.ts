import { base64URLStringToBuffer, bufferToBase64URLString } from '@simplewebauthn/browser';
import type { CredentialJSON } from './credential-json.js';

/** The JSON of WebAuthn Level 3 for browsers that cannot read and write it themselves; loaded by those alone. */
type JSONObject = Record<string, unknown>;

/** `PublicKeyCredential.parseRequestOptionsFromJSON()`. Throws for options that cannot be used. */
export function decodeRequestOptions(json: JSONObject): PublicKeyCredentialRequestOptions {
  return {
    ...json,
    challenge: bytes(json.challenge),
    ...('allowCredentials' in json && { allowCredentials: descriptors(json.allowCredentials) }),
    ...('extensions' in json && { extensions: extensions(json.extensions) }),
  };
}

/** `PublicKeyCredential.parseCreationOptionsFromJSON()`. Throws for options that cannot be used. */
export function decodeCreationOptions(json: JSONObject): PublicKeyCredentialCreationOptions {
  const user = object(json.user);
  return {
    ...json,
    rp: object(json.rp) as unknown as PublicKeyCredentialRpEntity,
    user: { ...user, id: bytes(user.id) } as PublicKeyCredentialUserEntity,
    challenge: bytes(json.challenge),
    pubKeyCredParams: list(json.pubKeyCredParams) as PublicKeyCredentialParameters[],
    ...('excludeCredentials' in json && { excludeCredentials: descriptors(json.excludeCredentials) }),
    ...('extensions' in json && { extensions: extensions(json.extensions) }),
  };
}

function object(value: unknown): JSONObject {
  if (typeof value !== 'object' || value === null) throw new TypeError('An object is required.');
  return value as JSONObject;
}

function list(value: unknown): unknown[] {
  if (!Array.isArray(value)) throw new TypeError('A list is required.');
  return value;
}

/** Strict where `atob` is not: no padding, no `+` or `/`, no white space. */
function bytes(value: unknown): ArrayBuffer {
  if (typeof value !== 'string' || !/^[\w-]*$/.test(value)) throw new TypeError('Base64url is required.');
  return base64URLStringToBuffer(value);
}

function descriptors(value: unknown): PublicKeyCredentialDescriptor[] {
  return list(value).map((entry) => {
    const descriptor = object(entry);
    return { ...descriptor, id: bytes(descriptor.id) } as PublicKeyCredentialDescriptor;
  });
}

/** Byte members of the extension inputs that browsers without a parser support: prf and largeBlob. */
function extensions(value: unknown): AuthenticationExtensionsClientInputs {
  const inputs = { ...object(value) };
  if (inputs.prf !== undefined) inputs.prf = prfInputs(object(inputs.prf));
  if (inputs.largeBlob !== undefined) inputs.largeBlob = byteMembers(object(inputs.largeBlob), ['write']);
  return inputs;
}

function prfInputs(prf: JSONObject): JSONObject {
  const values = (input: unknown) => byteMembers(object(input), ['first', 'second']);
  return {
    ...prf,
    ...(prf.eval !== undefined && { eval: values(prf.eval) }),
    ...(prf.evalByCredential !== undefined && {
      evalByCredential: Object.fromEntries(
        Object.entries(object(prf.evalByCredential)).map(([id, input]) => [id, values(input)]),
      ),
    }),
  };
}

function byteMembers(source: JSONObject, names: string[]): JSONObject {
  const decoded: JSONObject = { ...source };
  for (const name of names) {
    if (source[name] !== undefined) decoded[name] = bytes(source[name]);
  }
  return decoded;
}

/** Members of AuthenticatorAssertionResponse and AuthenticatorAttestationResponse that hold bytes. */
const BYTE_MEMBERS = ['clientDataJSON', 'authenticatorData', 'signature', 'userHandle', 'attestationObject'];

const GETTERS: Record<string, string> = {
  transports: 'getTransports',
  publicKeyAlgorithm: 'getPublicKeyAlgorithm',
  publicKey: 'getPublicKey',
  authenticatorData: 'getAuthenticatorData',
};

/** `PublicKeyCredential.toJSON()`, for browsers without it and for imitations of a credential, on which it throws. */
export function encodeCredential(credential: PublicKeyCredential): CredentialJSON {
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
