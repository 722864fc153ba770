import { readFileSync } from 'node:fs';

/** Languages beside the built-in English, read off the table of lazy chunks. */
export function languages() {
  const table = readFileSync(new URL('../src/localize/languages.ts', import.meta.url), 'utf8');
  return [...table.matchAll(/import\('\.\/([\w-]+)\.js'\)/g)].map(([, language]) => language);
}
