/** The ways a code comes out of messages and keyboards. */
export const CODE_FORMS: readonly (readonly [string, (code: string) => string])[] = [
  ['123 456', (code) => `${code.slice(0, 3)} ${code.slice(3)}`],
  ['123-456', (code) => `${code.slice(0, 3)}-${code.slice(3)}`],
  ['in full-width digits', (code) => code.replaceAll(/\d/g, (d) => '０１２３４５６７８９'.charAt(Number(d)))],
  ['with a trailing newline', (code) => `${code}\n`],
];

/** A code of six digits that is not the given one. */
export function otherThan(code: string): string {
  return code === '000000' ? '000001' : '000000';
}
