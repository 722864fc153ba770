import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { root } from './package.js';

interface Named {
  readonly name: string;
}

interface Declaration extends Named {
  readonly tagName?: string;
  readonly attributes?: readonly Named[];
  readonly members?: readonly (Named & { readonly kind: string })[];
  readonly events?: readonly (Named & { readonly type?: { readonly text: string } })[];
  readonly slots?: readonly Named[];
  readonly cssParts?: readonly Named[];
  readonly cssProperties?: readonly Named[];
}

const read = (path: string) => readFileSync(`${root}${path}`, 'utf8');
const { modules } = JSON.parse(read('custom-elements.json')) as {
  modules: readonly { readonly declarations?: readonly Declaration[] }[];
};
const element = modules
  .flatMap(({ declarations = [] }) => declarations)
  .find(({ tagName }) => tagName === 'auth-process');
const page = read('docs/elements/auth-process.md');

/** Words that stand as code on the page, alone or in a list such as that of the parts. */
const documented = new Set(
  [...page.matchAll(/`([^`\n]+)`/g)].flatMap(([, code = '']) => [code, ...code.split(/[\s,:(]+/)]),
);
const names = (all: readonly Named[] = []) => all.map(({ name }) => name);
const members = (kind: string) => names(element?.members?.filter((member) => member.kind === kind));
const found = (text: string, pattern: RegExp) => [
  ...new Set([...text.matchAll(pattern)].map(([, name = '']) => name)),
];

const english = readdirSync(`${root}src/localize`)
  .filter((file) => file.startsWith('en'))
  .map((file) => read(`src/localize/${file}`))
  .join('\n');

const WHAT: Readonly<Record<string, readonly string[]>> = {
  attribute: names(element?.attributes),
  property: members('field'),
  method: members('method'),
  event: names(element?.events),
  'event class': (element?.events ?? []).map(({ type }) => type?.text ?? ''),
  slot: names(element?.slots),
  part: names(element?.cssParts),
  'CSS property': names(element?.cssProperties),
  'kind of error': found(
    read('src/api/api-error.ts').split('ApiErrorKind =')[1]?.split(';')[0] ?? '',
    /'(\w+)'/g,
  ),
  'configuration error': found(
    read('src/api/api-error.ts').split('ConfigurationErrorCode =')[1]?.split(';')[0] ?? '',
    /'(\w+)'/g,
  ),
  'error code of a block': found(english, /'errors\.(?!unknown)([\w-]+)/g),
  'storage key': found(
    read('src/api/client-storage.ts') + read('src/api/client-handle.ts'),
    /['`](cbo_(?!refresh_token)\w+)/g,
  ),
  'parameter of an email link': found(
    read('src/components/auth-process/email-link.ts'),
    /searchParams\.get\('(\w+)'\)/g,
  ),
};

describe('docs/elements/auth-process.md', () => {
  for (const [what, wanted] of Object.entries(WHAT)) {
    it(`names each ${what}`, () => {
      assert.notEqual(wanted.length, 0);
      const isDocumented = (name: string) =>
        documented.has(name) || [...documented].some((code) => code.startsWith(`${name}-<`));
      assert.deepEqual(
        wanted.filter((name) => !isDocumented(name)),
        [],
      );
    });
  }

  it('gives each event the class it has', () => {
    for (const { name, type } of element?.events ?? [])
      assert.match(page, new RegExp(`\\| \`${name}\` +\\| \`${type?.text}\``));
  });

  it('shows the policy that the demo runs under', () => {
    const policy = read('demo/server/security-headers.ts');
    for (const directive of ['require-trusted-types-for', 'trusted-types lit-html', "script-src 'nonce-"])
      assert.ok(policy.includes(directive) && page.includes(directive), directive);
  });
});
