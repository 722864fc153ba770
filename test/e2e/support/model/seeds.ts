import { readFileSync, writeFileSync } from 'node:fs';

/** A scenario that failed once. The scenario itself outlives changes of the generators; seed and path name the run that found it. */
export interface Seed<Scenario> {
  readonly what: string;
  readonly seed: number;
  readonly path: string;
  readonly scenario: Scenario;
}

export function readSeeds<Scenario>(file: URL): readonly Seed<Scenario>[] {
  return JSON.parse(readFileSync(file, 'utf8')) as Seed<Scenario>[];
}

export function keepSeed<Scenario>(file: URL, seed: Seed<Scenario>): void {
  writeFileSync(file, `${JSON.stringify([...readSeeds<Scenario>(file), seed], null, 2)}\n`);
}
