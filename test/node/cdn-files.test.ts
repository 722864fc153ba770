import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import ts from 'typescript';
import { root } from './package.js';

const folder = `${root}dist/cdn`;
const files = readdirSync(folder, { recursive: true })
  .map(String)
  .filter((file) => file.endsWith('.js'));
const code = (file: string): string => readFileSync(`${folder}/${file}`, 'utf8');

describe('the CDN files', () => {
  it('have the integrity that is published for them', () => {
    const integrity = JSON.parse(readFileSync(`${folder}/integrity.json`, 'utf8')) as Record<string, string>;
    const hash = (file: string) => `sha384-${createHash('sha384').update(code(file)).digest('base64')}`;
    assert.deepEqual(integrity, Object.fromEntries(files.sort().map((file) => [file, hash(file)])));
  });

  for (const file of files) {
    it(`${file} loads nothing else`, () => {
      assert.deepEqual(ts.preProcessFile(code(file), true, true).importedFiles, []);
    });

    it(`${file} turns no string into markup or code`, () => {
      const sinks =
        /outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function\b|srcdoc|setHTMLUnsafe/g;
      assert.deepEqual(code(file).match(sinks), null);
    });

    it(`${file} has the one innerHTML that Lit passes through its Trusted Types policy`, () => {
      const expected = file.startsWith('locales/') ? 0 : 1;
      assert.equal(code(file).match(/innerHTML/g)?.length ?? 0, expected);
    });

    it(`${file} depends on no build environment`, () => {
      assert.deepEqual(code(file).match(/process\.env|import\.meta\.env|dev mode/g), null);
    });
  }

  it('leave one global name, and only the classic script does', () => {
    const opening = (file: string) => code(file).slice(0, 20).replace(/\(.*/, '');
    assert.equal(opening('corbado-elements.iife.js'), 'var CorbadoElements=');
    for (const file of files.filter((name) => name.startsWith('locales/'))) assert.equal(opening(file), '');
  });
});
