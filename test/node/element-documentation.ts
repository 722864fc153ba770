import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
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

export const read = (path: string): string => readFileSync(`${root}${path}`, 'utf8');

/** First groups of all matches, each once. */
export const found = (text: string, pattern: RegExp): string[] => [
  ...new Set([...text.matchAll(pattern)].map(([, name = '']) => name)),
];

const { modules } = JSON.parse(read('custom-elements.json')) as {
  modules: readonly { readonly declarations?: readonly Declaration[] }[];
};
const names = (all: readonly Named[] = []): string[] => all.map(({ name }) => name);

/**
 * Tests that the page of an element (docs/elements/<tag>.md) tells all the manifest knows of it, and what else the code
 * says: names by what they are.
 */
export function describeElementPage(tag: string, more: Readonly<Record<string, readonly string[]>>): void {
  const element = modules
    .flatMap(({ declarations = [] }) => declarations)
    .find(({ tagName }) => tagName === tag);
  const page = read(`docs/elements/${tag}.md`);
  /** Words that stand as code on the page, alone or in a list such as that of the parts. */
  const documented = new Set(
    [...page.matchAll(/`([^`\n]+)`/g)].flatMap(([, code = '']) => [code, ...code.split(/[\s,:(]+/)]),
  );
  const isDocumented = (name: string) =>
    documented.has(name) || [...documented].some((code) => code.startsWith(`${name}-<`));
  const members = (kind: string) => names(element?.members?.filter((member) => member.kind === kind));

  const what: Readonly<Record<string, readonly string[]>> = {
    attribute: names(element?.attributes),
    property: members('field'),
    method: members('method'),
    event: names(element?.events),
    'event class': (element?.events ?? []).map(({ type }) => type?.text ?? ''),
    slot: names(element?.slots),
    part: names(element?.cssParts),
    'CSS property': names(element?.cssProperties),
    ...more,
  };

  describe(`docs/elements/${tag}.md`, () => {
    for (const [kind, wanted] of Object.entries(what))
      it(`names each ${kind}`, () => {
        assert.notEqual(wanted.length, 0);
        assert.deepEqual(
          wanted.filter((name) => !isDocumented(name)),
          [],
        );
      });

    it('names no event that the manifest does not have', () => {
      const rows = found(page, /^\| `(cbo-[a-z-]+)` +\| `\w+Event`/gm);
      assert.deepEqual(rows.sort(), names(element?.events).sort());
    });

    it('gives each event the class it has', () => {
      for (const { name, type } of element?.events ?? [])
        assert.match(page, new RegExp(`\\| \`${name}\` +\\| \`${type?.text}\``));
    });
  });
}
