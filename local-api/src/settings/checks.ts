/** Says what is wrong with a value, nothing when it may be used. */
export type Check = (value: unknown) => string | undefined;

export function boolean(value: unknown): string | undefined {
  return typeof value === 'boolean' ? undefined : 'must be true or false';
}

export function oneOf(...values: readonly string[]): Check {
  return (value) =>
    values.some((allowed) => allowed === value) ? undefined : `must be one of ${values.join(', ')}`;
}

export function wholeNumber(least: number, most: number): Check {
  return (value) =>
    typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most
      ? undefined
      : `must be a whole number from ${least} to ${most}`;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
