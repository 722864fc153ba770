import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import ts from 'typescript';
import { root } from './package.js';

const folder = `${root}dist/cdn`;
const files = readdirSync(folder, { recursive: true })
  .map(String)
  .filter((file) => file.endsWith('.js'));
const isModule = (file: string): boolean => file === 'corbado-elements.js' || file.startsWith('chunks');
const code = (file: string): string => readFileSync(`${folder}/${file}`, 'utf8');

describe('the CDN files', () => {
  it('have the integrity that is published for them', () => {
    const integrity = JSON.parse(readFileSync(`${folder}/integrity.json`, 'utf8')) as Record<string, string>;
    const hash = (file: string) => `sha384-${createHash('sha384').update(code(file)).digest('base64')}`;
    assert.deepEqual(integrity, Object.fromEntries(files.sort().map((file) => [file, hash(file)])));
  });

  for (const file of files) {
    it(`${file} loads nothing but files of the same build`, () => {
      const imported = ts
        .preProcessFile(code(file), true, true)
        .importedFiles.map(({ fileName }) => join(dirname(file), fileName));
      assert.deepEqual(
        imported.filter((name) => isModule(file) && files.includes(name)),
        imported,
      );
    });

    it(`${file} turns no string into markup or code`, () => {
      const sinks =
        /outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function\b|srcdoc|setHTMLUnsafe/g;
      assert.deepEqual(code(file).match(sinks), null);
    });

    it(`${file} depends on no build environment`, () => {
      assert.deepEqual(code(file).match(/process\.env|import\.meta\.env|dev mode/g), null);
    });
  }

  it('have the one innerHTML, in each build of the kit, that Lit passes through its Trusted Types policy', () => {
    const uses = (of: (file: string) => boolean) =>
      files.filter(of).flatMap((file) => code(file).match(/innerHTML/g) ?? []);
    assert.equal(uses(isModule).length, 1);
    assert.equal(uses((file) => !isModule(file)).length, 1);
  });

  const imports = (file: string) =>
    [...code(file).matchAll(/\b(?:from|import)"(\.[^"]+)"/g)].map(([, name = '']) =>
      join(dirname(file), name),
    );
  const present = imports('corbado-elements.js');

  it('import no module that a page may know under another address: it would be loaded twice', () => {
    assert.deepEqual(
      files.filter((file) => imports(file).includes('corbado-elements.js')),
      [],
    );
  });

  for (const name of ['kit', 'signup-init', 'login-init', 'client-identifier', 'connect-login-actions'])
    it(`have ${name} import nothing but what comes with the module`, () => {
      const file = files.find((one) => one.startsWith(`chunks/${name}-`)) ?? name;
      assert.deepEqual(
        imports(file).filter((one) => !present.includes(one)),
        [],
      );
    });

  it('keep numbering plans out of the kit itself', () => {
    const plans = code('phone.js').match(/country_calling_codes/g)?.length ?? 0;
    assert.ok(plans > 0);
    const kit = ['corbado-elements.js', 'corbado-elements.iife.js'];
    assert.deepEqual(
      kit.filter((file) => code(file).includes('country_calling_codes')),
      [],
    );
  });

  it('leave one global name, and only the classic script does', () => {
    const opening = (file: string) => code(file).slice(0, 20).replace(/\(.*/, '');
    assert.equal(opening('corbado-elements.iife.js'), 'var CorbadoElements=');
    const others = files.filter((name) => !isModule(name) && name !== 'corbado-elements.iife.js');
    for (const file of others) assert.equal(opening(file), '');
  });
});
