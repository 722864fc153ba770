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

/** Rows of a first visit: milliseconds until its field could be used, and how many requests that took, by visit. */
export function firstVisitRows(usable: readonly number[], requests: readonly number[]): Row[] {
  return [
    {
      name: 'definition -> first usable field, median',
      value: percentile(usable, 0.5),
      unit: 'ms',
      budget: 100,
    },
    { name: 'definition -> first usable field, p95', value: percentile(usable, 0.95), unit: 'ms' },
    { name: 'requests before the first screen', value: Math.max(...requests), unit: '', budget: 1 },
  ];
}
