import { readFileSync } from 'node:fs';

/**
 * The modules with the words of languages beside the built-in English, read off the table of lazy chunks: language, area,
 * file name without extension, and name of its export.
 */
export function languageFiles() {
  const table = readFileSync(new URL('../src/localize/languages.ts', import.meta.url), 'utf8');
  const part = /(\w+): async \(\) => \(await import\('\.\/([\w-]+)\.js'\)\)\.(\w+)/g;
  return [...table.matchAll(part)].map(([, area, file, name]) => ({
    language: file.split('-')[0],
    area,
    file,
    name,
  }));
}
