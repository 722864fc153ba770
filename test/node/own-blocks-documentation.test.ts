import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import ts from 'typescript';
import { root } from './package.js';

const page = readFileSync(`${root}docs/own-blocks.md`, 'utf8');
const examples = [...page.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code = '']) => code);

/** What the compiler says of a module in a project that has installed the package. */
function complaintsAbout(code: string): string[] {
  const file = `${root}test/node/example.ts`;
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    paths: { 'corbado-elements': [`${root}dist/index.d.ts`] },
  };
  const host = ts.createCompilerHost(options);
  host.readFile = (path) => (path === file ? code : ts.sys.readFile(path));
  host.fileExists = (path) => path === file || ts.sys.fileExists(path);
  host.getSourceFile = (path, version) => {
    const text = host.readFile(path);
    return text === undefined ? undefined : ts.createSourceFile(path, text, version);
  };
  return ts
    .getPreEmitDiagnostics(ts.createProgram([file], options, host))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

describe('docs/own-blocks.md', () => {
  it('shows types, element and entry that compile together against the package', () => {
    assert.equal(examples.length, 3);
    assert.deepEqual(complaintsAbout(examples.join('\n')), []);
  });

  it('needs its declarations: without them the action is unknown', () => {
    const [, ...others] = examples;
    assert.notDeepEqual(complaintsAbout(others.join('\n')), []);
  });

  it('shows pages without a bundler that load files of the CDN and use names of the kit', async () => {
    // By a name the compiler does not follow: it checks this file before there is a build.
    const entry = 'corbado-elements';
    const kit = (await import(entry)) as Record<string, unknown>;
    const pages = [...page.matchAll(/^```html\n(<!doctype.*?)^```$/gms)].map(([, code = '']) => code);
    assert.equal(pages.length, 2);
    for (const code of pages) {
      const [, names = ''] = /(?:import|const) \{ (.*) \}/.exec(code) ?? [];
      assert.deepEqual(
        names.split(', ').filter((name) => !(name in kit)),
        [],
      );
      for (const [, file = ''] of code.matchAll(/ src="\/cdn\/(.*?)"/g))
        assert.ok(existsSync(`${root}dist/cdn/${file}`), file);
    }
  });
});
