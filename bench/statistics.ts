/** The value below which the given share (0 to 1) of the samples lies. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export interface Row {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly budget?: number;
}

export function printRows(rows: readonly Row[]): void {
  for (const { name, value, unit, budget } of rows) {
    const over = budget !== undefined && value > budget ? '  OVER' : '';
    const limit = budget === undefined ? '' : `(budget ${String(budget)})`;
    console.log(
      `${name.padEnd(58)} ${value
        .toFixed(unit === 'ms' ? 1 : 3)
        .replace(/\.?0+$/, '')
        .padStart(9)} ${unit.padEnd(6)} ${limit}${over}`,
    );
  }
}
