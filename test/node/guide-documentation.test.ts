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
const tags = (text: string) =>
  [...text.matchAll(/<(connect-[a-z-]+)\b.*?<\/\1>/gs)].map(([tag]) => flat(tag));
/** The shop's markup with the addresses of the guide's site. */
const ofYourSite = (markup: string) =>
  markup
    .replaceAll('frontend-api-url="/"', 'frontend-api-url="http://localhost:8787"')
    .replaceAll('="/shop/', '="/');

describe('docs/guides/add-passkeys-to-a-password-login.md', () => {
  it('shows ts as it stands in the shop', () => {
    const texts = sources.map((file) => flat(read(file)));
    const shown = blocks('ts');
    assert.equal(shown.length, 6);
    assert.deepEqual(
      shown.filter((code) => !texts.some((text) => text.includes(code))),
      [],
    );
  });

  it('shows the file for Corbado whole', () => {
    assert.equal(blocks('ts')[0], flat(read('demo/shop/corbado.ts')));
  });

  it('shows the tags as they stand in the shop, for a site of one’s own', () => {
    const shown = blocks('html').flatMap(tags);
    const inShop = pages.flatMap((page) => tags(ofYourSite(read(page))));
    assert.deepEqual(shown.sort(), inShop.sort());
  });

  it('shows each form that stands in for an element beside it, with the fields it has in the shop', () => {
    const inputs = (markup: string) =>
      [...markup.matchAll(/<input\b.*?>/gs)].map(([input]) =>
        ['name', 'type', 'autocomplete'].map((name) => input.match(`\\b${name}="([^"]*)"`)?.[1]),
      );
    const forms = (markup: string) =>
      new Map(
        [...markup.matchAll(/<form\b[^>]*\bid="([\w-]+)"[^>]*>.*?<\/form>/gs)].map(([form, id]) => [
          id,
          form,
        ]),
      );
    const wanted = blocks('html').filter((markup) => markup.includes('fallback-for'));
    assert.equal(wanted.length, 2);
    for (const markup of wanted) {
      const [, id] = markup.match(/fallback-for="([\w-]+)"/) ?? [];
      const form = forms(markup.split(/<\/connect-[a-z-]+>/)[1] ?? '').get(id) ?? '';
      const inShop = pages
        .map(read)
        .filter((page) => page.includes('fallback-for'))
        .flatMap((page) => forms(page).get(id) ?? [])[0];
      assert.match(form, / data-cbo-message>/);
      assert.deepEqual(inputs(form), inputs(inShop ?? ''));
    }
  });

  it('leaves a way on where there are no scripts, as the shop does', () => {
    const link = '<p><a href="/account">Go to your account</a></p>';
    assert.ok(guide.includes(`</connect-append>\n${link}`));
    assert.ok(ofYourSite(read('demo/shop/pages/welcome.html')).includes(link));
  });

  it('shows every endpoint that its tags name', () => {
    const code = blocks('ts').join('\n');
    const named = [...guide.matchAll(/(?:token|complete)-url="(\/[\w-]+)"/g)];
    assert.equal(named.length, 5);
    for (const [, path] of named) assert.ok(code.includes(`shop.post('${path}'`), path);
  });

  it('shows the policy that the demo runs under', () => {
    const [, policy = ''] = guide.match(/Content-Security-Policy: (.*)/) ?? [];
    const shown = policy.split('; ').filter((directive) => !/^(?:script|connect)-src /.test(directive));
    const demo = read('demo/server/security-headers.ts');
    assert.ok(shown.includes('trusted-types lit-html'));
    assert.deepEqual(
      shown.filter((directive) => !demo.includes(directive)),
      [],
    );
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
