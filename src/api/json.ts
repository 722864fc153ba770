const FORBIDDEN_KEY = /^(?:__proto__|constructor|prototype)$/;

/** Far beyond any answer of the contract, far below what exhausts an engine's stack. */
const MAX_DEPTH = 100;

/**
 * Parses JSON text from outside. Members that could reach a prototype are dropped wherever they stand, and so are
 * members that are `null`: the contract has no nullable member, a server that writes `null` means "absent".
 * @throws SyntaxError for text that is no JSON, RangeError for values nested more than 100 deep.
 */
export function parseJson(text: string): unknown {
  // No reviver: on deep values WebKit's ends the whole page's process instead of throwing.
  return clean(JSON.parse(text), 0);
}

function clean(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= MAX_DEPTH) throw new RangeError('nested too deep');
  if (Array.isArray(value)) return value.map((item) => clean(item, depth + 1));
  const members = Object.entries(value).filter(
    ([key, member]) => member !== null && !FORBIDDEN_KEY.test(key),
  );
  return Object.fromEntries(members.map(([key, member]) => [key, clean(member, depth + 1)]));
}
