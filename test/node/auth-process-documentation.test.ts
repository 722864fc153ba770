import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { describeElementPage, found, read } from './element-documentation.js';
import { root } from './package.js';

const english = readdirSync(`${root}src/localize`)
  .filter((file) => file.startsWith('en') && !file.startsWith('en-connect'))
  .map((file) => read(`src/localize/${file}`))
  .join('\n');

const errors = read('src/api/api-error.ts');
const union = (name: string, pattern: RegExp) =>
  found(errors.split(`${name} =`)[1]?.split(';')[0] ?? '', pattern);

describeElementPage('auth-process', {
  'kind of error': union('ApiErrorKind', /'(\w+)'/g),
  'configuration error': union('ConfigurationErrorCode', /'(\w+)'/g),
  'error code of a block': found(english, /'errors\.(?!unknown)([\w-]+)/g),
  'storage key': found(
    read('src/api/client-storage.ts') + read('src/api/client-handle.ts'),
    /['`](cbo_(?!refresh_token)\w+)/g,
  ),
  'parameter of an email link': found(
    read('src/components/auth-process/email-link.ts'),
    /searchParams\.get\('(\w+)'\)/g,
  ),
});

describe('docs/elements/auth-process.md', () => {
  it('shows the policy that the demo runs under', () => {
    const policy = read('demo/server/security-headers.ts');
    const page = read('docs/elements/auth-process.md');
    for (const directive of ['require-trusted-types-for', 'trusted-types lit-html', "script-src 'nonce-"])
      assert.ok(policy.includes(directive) && page.includes(directive), directive);
  });
});
