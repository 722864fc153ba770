const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Parses JSON text from outside. Members that could reach a prototype are dropped wherever they stand, and so are
 * members that are `null`: the contract has no nullable member, a server that writes `null` means "absent".
 * @throws SyntaxError or RangeError as `JSON.parse` does.
 */
export function parseJson(text: string): unknown {
  return JSON.parse(text, function (this: unknown, key: string, value: unknown): unknown {
    const dropped = FORBIDDEN_KEYS.has(key) || (value === null && key !== '' && !Array.isArray(this));
    return dropped ? undefined : value;
  });
}
