import { readFileSync, writeFileSync } from 'node:fs';
import type { Scenario } from './person-action.js';

const FILE = new URL('seeds.json', import.meta.url);

/** A scenario that failed once. The scenario itself outlives changes of the generators; seed and path name the run that found it. */
export interface Seed {
  readonly what: string;
  readonly seed: number;
  readonly path: string;
  readonly scenario: Scenario;
}

export function readSeeds(): readonly Seed[] {
  return JSON.parse(readFileSync(FILE, 'utf8')) as Seed[];
}

export function keepSeed(seed: Seed): void {
  writeFileSync(FILE, `${JSON.stringify([...readSeeds(), seed], null, 2)}\n`);
}
