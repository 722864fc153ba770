import { base64URLStringToBuffer } from '@simplewebauthn/browser';

type JSONObject = Record<string, unknown>;

/**
 * Options of `navigator.credentials.get()` from the contract's string `{"publicKey": PublicKeyCredentialRequestOptionsJSON}`,
 * or undefined when they cannot be used.
 */
export function parseRequestOptions(options: string): PublicKeyCredentialRequestOptions | undefined {
  return parse(options, 'parseRequestOptionsFromJSON', (json) => ({
    ...json,
    challenge: bytes(json.challenge),
    ...('allowCredentials' in json && { allowCredentials: descriptors(json.allowCredentials) }),
    ...('extensions' in json && { extensions: extensions(json.extensions) }),
  }));
}

/**
 * Options of `navigator.credentials.create()` from the contract's string
 * `{"publicKey": PublicKeyCredentialCreationOptionsJSON}`, or undefined when they cannot be used.
 */
export function parseCreationOptions(options: string): PublicKeyCredentialCreationOptions | undefined {
  return parse(options, 'parseCreationOptionsFromJSON', (json) => {
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
  });
}

type NativeParser = 'parseRequestOptionsFromJSON' | 'parseCreationOptionsFromJSON';

/** The browser's own parser knows the byte members of every extension it supports; older browsers have none. */
function parse<T>(options: string, parser: NativeParser, decode: (json: JSONObject) => T): T | undefined {
  try {
    const json = object(object(JSON.parse(options)).publicKey);
    const native: unknown = PublicKeyCredential[parser];
    if (typeof native !== 'function') return decode(json);
    return native.call(PublicKeyCredential, json) as T;
  } catch {
    return undefined;
  }
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
