import type * as CredentialCodec from './credential-codec.js';

type Codec = typeof CredentialCodec;
type JSONObject = Record<string, unknown>;

let codec: Codec | undefined;

/** Whether options can be read at once: by the browser, or because the kit's own codec is there. */
export function readsOptions(): boolean {
  return (
    codec !== undefined || typeof globalThis.PublicKeyCredential?.parseRequestOptionsFromJSON === 'function'
  );
}

/** The kit's own codec, for browsers without one. Rejects when it cannot be loaded. */
export async function loadCodec(): Promise<Codec> {
  return (codec ??= await import('./credential-codec.js'));
}

/**
 * Options of `navigator.credentials.get()` from the contract's string `{"publicKey": PublicKeyCredentialRequestOptionsJSON}`,
 * or undefined when they cannot be used.
 */
export function parseRequestOptions(options: string): PublicKeyCredentialRequestOptions | undefined {
  return parse(options, 'parseRequestOptionsFromJSON', codec?.decodeRequestOptions);
}

/**
 * Options of `navigator.credentials.create()` from the contract's string
 * `{"publicKey": PublicKeyCredentialCreationOptionsJSON}`, or undefined when they cannot be used.
 */
export function parseCreationOptions(options: string): PublicKeyCredentialCreationOptions | undefined {
  return parse(options, 'parseCreationOptionsFromJSON', codec?.decodeCreationOptions);
}

type NativeParser = 'parseRequestOptionsFromJSON' | 'parseCreationOptionsFromJSON';

/** The browser's own parser knows the byte members of every extension it supports. */
function parse<T>(
  options: string,
  parser: NativeParser,
  decode: ((json: JSONObject) => T) | undefined,
): T | undefined {
  try {
    const { publicKey } = JSON.parse(options) as { publicKey: JSONObject };
    const native: unknown = PublicKeyCredential[parser];
    return typeof native === 'function'
      ? (native.call(PublicKeyCredential, publicKey) as T)
      : decode?.(publicKey);
  } catch {
    return undefined;
  }
}
