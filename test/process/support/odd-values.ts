/** Values a broken, newer or hostile server may put where the contract wants something else. */
export const ODD_VALUES: readonly unknown[] = [
  undefined,
  null,
  true,
  false,
  0,
  -1,
  Number.NaN,
  '',
  '<img src=x onerror=alert(1)>',
  '\u0000\u202e\ud800',
  'x'.repeat(1_000_000),
  [],
  Array.from({ length: 10_000 }, () => ({ type: 'email', identifier: 'a' })),
  [null, 1, 'text', [[]]],
  {},
  { code: 1 },
  { code: 'toString', message: {} },
  { type: '__proto__', identifier: 7 },
  JSON.parse('{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}'),
];

/** One copy of the fields for each field and odd value, and one for each field left out. */
export function mutationsOf(fields: object): readonly Record<string, unknown>[] {
  const entries = Object.entries(fields);
  const replaced = entries.flatMap(([name]) => ODD_VALUES.map((odd) => ({ ...fields, [name]: odd })));
  const dropped = entries.map(([name]) => Object.fromEntries(entries.filter(([other]) => other !== name)));
  return [...replaced, ...dropped, {}];
}
