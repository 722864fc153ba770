import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, it, mock } from 'node:test';
import ts from 'typescript';
import { root } from './package.js';

const read = (path: string): string => readFileSync(`${root}${path}`, 'utf8');
const sourcesIn = (folder: string): string =>
  readdirSync(`${root}${folder}`, { recursive: true })
    .map(String)
    .filter((file) => file.endsWith('.ts'))
    .map((file) => read(`${folder}/${file}`))
    .join('\n');
const all = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([whole, found = whole]) => found);
const unique = (names: readonly string[]): string[] => [...new Set(names)].sort();

const page = read('docs/blocks.md');
const sections = new Map(
  page
    .split(/^### /m)
    .slice(1)
    .map((section) => [all(section, /^`(.+)`$/gm)[0] ?? '', section.split(/^## /m)[0] ?? '']),
);
const actionsTable = page.split(/^## Actions$/m)[1]?.split(/^## /m)[0] ?? '';
const components = sourcesIn('src/components');

/** Types of the kit's registry, in the order of its table. */
async function registeredTypes(): Promise<string[]> {
  const registry: string = `${root}dist/process/block-registry.js`;
  const blocks: string = `${root}dist/components/blocks/default-blocks.js`;
  const { BlockRegistry } = (await import(registry)) as { BlockRegistry: { prototype: object } };
  const types: string[] = [];
  const setEntry = mock.method(
    BlockRegistry.prototype as { set(entry: { type: string }): void },
    'set',
    function (entry: { type: string }) {
      types.push(entry.type);
    },
  );
  await import(blocks);
  setEntry.mock.restore();
  return types;
}

/** Names of the actions that a block can report. */
function actionTypes(): string[] {
  const file = ts.createSourceFile(
    'block-actions.ts',
    read('src/process/block-actions.ts'),
    ts.ScriptTarget.Latest,
  );
  const map = file.statements.find(
    (statement) => ts.isInterfaceDeclaration(statement) && statement.name.text === 'BlockActionMap',
  ) as ts.InterfaceDeclaration;
  return map.members.map(({ name }) => (name as ts.StringLiteral | ts.Identifier).text);
}

/** A name that is drawn, or the beginning of one whose end is chosen where it is drawn (`cbo-button--${kind}`). */
const isDrawn = (drawn: readonly string[]) => (name: string) =>
  drawn.some((one) => one === name || (one.endsWith('-') && name.startsWith(one)));

describe('docs/blocks.md', () => {
  it('has a section for each block the kit draws, and for no other', async () => {
    assert.deepEqual([...sections.keys()].sort(), (await registeredTypes()).sort());
  });

  it('has a section for each block of the contract', () => {
    const types = all(read('openapi/frontend-api.yaml').split('\n    blockType:')[1] ?? '', /^ {8}- (.+)$/gm);
    const contract = types.slice(0, 12);
    assert.deepEqual(
      contract.filter((type) => !sections.has(type)),
      [],
    );
    assert.ok(contract.includes('login-init'));
  });

  for (const [type, section] of sections) {
    describe(type, () => {
      it('has its picture, told in words', () => {
        const name = type.replace(':', '-');
        const [words] = all(section, new RegExp(`^!\\[(.+)\\]\\(images/blocks/${name}\\.png\\)$`, 'gm'));
        assert.ok(words, 'no picture');
        assert.ok(existsSync(`${root}docs/images/blocks/${name}.png`), 'run "npm run pictures"');
      });

      it('names actions that exist', () => {
        const named = all(all(section, /^- \*\*Actions:\*\* (.+)$/gm).join(), /`([^`]+)`/g);
        assert.deepEqual(
          named.filter((action) => !actionTypes().includes(action)),
          [],
        );
      });

      it('names data that is read', () => {
        const firstCells = all(section, /^\| (`[^|]+)\|/gm);
        const fields = firstCells.flatMap((cell) => all(cell, /`([^`]+)`/g));
        const readers = sourcesIn('src/process') + components;
        assert.deepEqual(
          fields.filter((field) => !new RegExp(`\\b${field}\\b`).test(readers)),
          [],
        );
      });
    });
  }

  it('tells all actions', () => {
    assert.deepEqual(all(actionsTable, /^\| `([^`]+)`/gm).sort(), actionTypes().sort());
  });

  it('names the classes that are drawn, all of them', () => {
    const attributes = all(components, /class="([^"]+)"/g).join(' ');
    const drawn = unique([...all(attributes, /cbo-[\w-]+/g), ...all(components, /\.(cbo-[\w-]+)/g)]);
    const lists = [...all(page, /^- \*\*Classes:\*\* (.+)$/gm), ...all(page, /^\| (`cbo-[^|]+)\|/gm)];
    const named = unique(lists.flatMap((list) => all(list, /`([^`]+)`/g)));
    assert.deepEqual(
      named.filter((name) => !isDrawn(drawn)(name)),
      [],
    );
    assert.deepEqual(
      drawn.filter((name) => !name.endsWith('-') && !named.includes(name)),
      [],
    );
  });

  it('names the parts that are drawn, all of them', () => {
    const drawn = unique(all(components, /part="([^"]+)"/g).flatMap((parts) => parts.split(/\s+/)));
    const beginnings = drawn.map((name) => name.replace(/\$\{.+/, ''));
    const lists = [...all(page, /^- \*\*Parts:\*\* (.+)$/gm), ...all(page, /^\| `cbo-[^|]+\|([^|]+)\|/gm)];
    const named = unique(lists.flatMap((list) => all(list, /`([^`]+)`/g)));
    assert.deepEqual(
      named.filter((name) => !isDrawn(beginnings)(name)),
      [],
    );
    assert.deepEqual(
      drawn.filter((name) => !name.includes('$') && !named.includes(name)),
      [],
    );
  });
});
