import type { RequestError } from '../api/types.js';

/** What arrived where an object was expected: read, never trusted. */
export type Fields = Readonly<Record<string, unknown>>;

/** Longest text of the server that is shown; longer ones are broken or hostile. */
const MAX_TEXT = 1024;

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The data of a block, whatever of it is there. */
export function dataOf({ data }: { readonly data?: unknown }): Fields {
  return isFields(data) ? data : {};
}

/** A string of the wire for display, `''` for anything else. */
export function text(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, MAX_TEXT) : '';
}

/** A `requestError` of the wire, if it is one. */
export function requestError(value: unknown): RequestError | undefined {
  if (!isFields(value) || typeof value['code'] !== 'string') return undefined;
  return { code: value['code'], message: text(value['message']) };
}
