import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

interface PackageManifest {
  readonly version: string;
  readonly exports: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  readonly dependencies: Readonly<Record<string, string>>;
}

export const root = fileURLToPath(new URL('../..', import.meta.url));

export const manifest = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as PackageManifest;
