import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Rolldown } from 'vite';
import { languageFiles } from '../scripts/languages.mjs';
import { slimmedTemplates, virtualEntry } from '../scripts/vite-plugins.mjs';

export type Chunk = Rolldown.OutputChunk;

const root = fileURLToPath(new URL('..', import.meta.url));
const source = (path: string): string => join(root, 'src', path);

/** Bundles and minifies modules of `src` as a customer's production build would; what is lazy stays a file of its own. */
export async function bundle(modules: readonly string[]): Promise<Chunk[]> {
  const entry = modules.map((file) => `export * from ${JSON.stringify(source(file))};`).join('\n');
  const results = (await build({
    configFile: false,
    root,
    logLevel: 'warn',
    plugins: [virtualEntry('bundle', entry), slimmedTemplates()],
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: 'virtual:bundle', formats: ['es'], fileName: 'entry' },
      rolldownOptions: {
        input: 'virtual:bundle',
        // As in a customer's application: nobody imports from its entry, so that what chunks share may live in it.
        preserveEntrySignatures: 'allow-extension',
        checks: { bundlerTimings: false, ineffectiveDynamicImport: false },
        output: { minify: true },
      },
    },
  })) as Rolldown.RolldownOutput[];
  return results.flatMap(({ output }) => output.filter((file) => file.type === 'chunk'));
}

/** The file of a language that a chunk holds, when it holds one. */
export function languageOf({ facadeModuleId }: Chunk): string | undefined {
  return languageFiles().find(({ file }) => facadeModuleId === source(`localize/${file}.ts`))?.file;
}

/** The entry and all it imports without being asked again. */
export function staticImports(chunks: readonly Chunk[]): Chunk[] {
  const loaded = new Set(chunks.filter(({ isEntry }) => isEntry));
  for (const { imports } of loaded)
    for (const chunk of chunks) if (imports.includes(chunk.fileName)) loaded.add(chunk);
  return [...loaded];
}
