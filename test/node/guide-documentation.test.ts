import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { root } from './package.js';

const read = (path: string) => readFileSync(`${root}${path}`, 'utf8');
const guide = read('docs/guides/add-passkeys-to-a-password-login.md');

/** Without the indentation, which depends on where a piece stands. */
const flat = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim();

const files = (folder: string) => readdirSync(`${root}${folder}`).map((file) => `${folder}/${file}`);
const sources = files('demo/shop').filter((file) => file.endsWith('.ts'));
const pages = files('demo/shop/pages');
const blocks = (language: string) =>
  [...guide.matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\``, 'gms'))].map(([, code = '']) =>
    flat(code),
  );

describe('docs/guides/add-passkeys-to-a-password-login.md', () => {
  for (const [language, where, count] of [
    ['ts', sources, 7],
    ['html', pages, 4],
  ] as const)
    it(`shows ${language} as it stands in the shop`, () => {
      const shown = blocks(language);
      assert.equal(shown.length, count);
      const texts = where.map((file) => flat(read(file)));
      assert.deepEqual(
        shown.filter((code) => !texts.some((text) => text.includes(code))),
        [],
      );
    });

  it('shows every endpoint that its tags name', () => {
    const code = blocks('ts').join('\n');
    for (const [, path] of guide.matchAll(/(?:token|complete)-url="\/shop(\/[\w-]+)"/g))
      assert.ok(code.includes(`shop.post('${path}'`), path);
  });

  it('is right that the pages have no script but the kit', () => {
    for (const page of pages)
      for (const [, attributes = ''] of read(page).matchAll(/<script([^>]*)>/g))
        assert.match(
          attributes,
          /^ type="module" nonce="%NONCE%" src="\/src\/define\/connect-[a-z-]+\.ts"$/,
          page,
        );
    assert.ok(!/ on[a-z]+=/.test(pages.map(read).join('')));
  });

  it('names settings, files and pages that exist', () => {
    const settings = read('local-api/src/settings/connect-settings.ts');
    const names = [...guide.matchAll(/`(connect[A-Z]\w+)`/g)].map(([, name = '']) => name);
    assert.notEqual(names.length, 0);
    assert.deepEqual(
      names.filter((name) => !new RegExp(`^  ${name}: `, 'm').test(settings)),
      [],
    );
    const paths = [...guide.matchAll(/`(demo\/[\w/.-]+)`/g)].map(([, path = '']) => path);
    assert.deepEqual(
      paths.filter((path) => !existsSync(`${root}${path}`)),
      [],
    );
    assert.ok(read('demo/settings.html').includes('id="connect"'));
  });

  it('names the options and the secret that the local API has', () => {
    const main = read('local-api/src/main.ts');
    for (const [, option] of guide.matchAll(/ (--[a-z]+) /g))
      if (option !== '--') assert.ok(main.includes(option ?? ''), option);
    assert.ok(main.includes('corbado1_local') && guide.includes('corbado1_local'));
  });
});
