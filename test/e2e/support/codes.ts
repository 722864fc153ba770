/** A code of six digits that is not the given one. */
export function otherThan(code: string): string {
  return code === '000000' ? '000001' : '000000';
}
