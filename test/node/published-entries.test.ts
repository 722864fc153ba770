import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, it } from 'node:test';
import { manifest, root } from './package.js';

const elements = readdirSync(`${root}dist/define`)
  .filter((file) => file.endsWith('.js'))
  .map((file) => basename(file, '.js'));

const modules = ['corbado-elements', 'corbado-elements/define', 'corbado-elements/testing'];
const defining = elements.map((element) => `corbado-elements/define/${element}`);

describe('every published entry', () => {
  it('is imported in Node without a DOM', async () => {
    assert.equal('document' in globalThis, false);
    for (const entry of [...modules, ...defining]) await assert.doesNotReject(import(entry), entry);
  });

  it('may be evaluated twice', async () => {
    for (const element of elements) {
      const file = `${root}dist/define/${element}.js`;
      await import(file);
      await assert.doesNotReject(import(`${file}?again`), element);
    }
  });

  it('is one of the entries the package promises', () => {
    const promised = Object.keys(manifest.exports).filter((key) => !/json|cdn/.test(key));
    assert.deepEqual(promised, ['.', './define', './define/*', './testing']);
  });
});

describe('the entry without side effects', () => {
  it('carries the version of the package', async () => {
    const { VERSION } = (await import(modules[0] ?? '')) as { VERSION: string };
    assert.equal(VERSION, manifest.version);
  });

  it('has what the template of an own block needs, from the Lit of the kit', async () => {
    const [kit, lit] = (await Promise.all([import(modules[0] ?? ''), import('lit')])) as [
      Record<string, unknown>,
      Record<string, unknown>,
    ];
    for (const name of ['css', 'html', 'nothing']) assert.equal(kit[name], lit[name], name);
  });

  it('needs four packages at runtime', () => {
    const needed = ['@lit/context', '@simplewebauthn/browser', 'libphonenumber-js', 'lit'];
    assert.deepEqual(Object.keys(manifest.dependencies), needed);
  });
});
