import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Module scripts that the demo's pages load, as their pages name them: `/demo/complete.ts`. */
function pageScripts(): readonly string[] {
  const pages = readdirSync(join(root, 'demo'), { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.html'),
  );
  const sources = pages.flatMap((page) =>
    [...readFileSync(join(root, 'demo', page), 'utf8').matchAll(/<script[^>]* src="(\/[^"]+\.ts)"/g)].map(
      ([, source]) => source ?? '',
    ),
  );
  return [...new Set(sources)].filter((source) => existsSync(join(root, source)));
}

/** Bundles the demo as a site would be, into a folder: a page asks for a few files in place of some hundred modules. */
export async function bundleDemo(outDir: string): Promise<void> {
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    publicDir: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir,
      target: 'es2022',
      minify: false,
      modulePreload: false,
      rolldownOptions: {
        input: Object.fromEntries(pageScripts().map((path) => [path.slice(1), join(root, path)])),
        checks: { bundlerTimings: false, ineffectiveDynamicImport: false },
        // What a chunk imports from a page's script must be that script, by its very address.
        output: { entryFileNames: '[name]', chunkFileNames: 'chunks/[name].js' },
      },
    },
  });
}

/** Serves the bundle of a folder in place of the modules it was made of. */
export function bundledDemo(outDir: string): Plugin {
  const scripts = pageScripts();
  return {
    name: 'bundled-demo',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const path = (request.url ?? '').replace(/\?.*/, '');
        if (!scripts.includes(path) && !/^\/chunks\/[\w.-]+\.js$/.test(path)) return next();
        readFile(join(outDir, path)).then(
          (body) => response.writeHead(200, { 'Content-Type': 'text/javascript; charset=utf-8' }).end(body),
          next,
        );
      });
    },
  };
}
