// Builds the self-contained files for a CDN: dist/cdn/corbado-elements.js (module), .iife.js (classic script),
// locales/<language>.js (one per further language) and integrity.json (an SRI string for each).
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';
import { languages } from './languages.mjs';
import { replaceModules, virtualEntry } from './vite-plugins.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const source = (path) => join(root, 'src', path);
const outDir = join(root, 'dist/cdn');
const integrityFile = join(outDir, 'integrity.json');

const KIT = {
  entry: `export * from ${JSON.stringify(source('index.ts'))};\nimport ${JSON.stringify(source('define.ts'))};\n`,
  formats: ['es', 'iife'],
  fileName: (format) => (format === 'es' ? 'corbado-elements.js' : 'corbado-elements.iife.js'),
};

function languageFile(language) {
  return {
    entry: [
      `import { registerLanguage } from ${JSON.stringify(source('localize/language-registry.ts'))};`,
      `import { ${language} } from ${JSON.stringify(source(`localize/${language}.ts`))};`,
      `registerLanguage('${language}', ${language});`,
    ].join('\n'),
    // Without exports this format serves a classic and a module script alike, and leaves no name behind.
    formats: ['iife'],
    fileName: () => `locales/${language}.js`,
  };
}

async function bundle({ entry, formats, fileName }) {
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    publicDir: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [
      virtualEntry('cdn-entry', entry),
      replaceModules({ [source('localize/languages.ts')]: source('localize/languages.cdn.ts') }),
    ],
    build: {
      outDir,
      emptyOutDir: false,
      target: 'es2022',
      lib: { entry: 'virtual:cdn-entry', name: 'CorbadoElements', formats, fileName },
      rolldownOptions: { input: 'virtual:cdn-entry', output: { minify: true, codeSplitting: false } },
    },
  });
}

function writeIntegrity() {
  const files = readdirSync(outDir, { recursive: true })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.js'))
    .sort();
  const hash = (file) =>
    `sha384-${createHash('sha384')
      .update(readFileSync(join(outDir, file)))
      .digest('base64')}`;
  const integrity = Object.fromEntries(files.map((file) => [file, hash(file)]));
  writeFileSync(integrityFile, `${JSON.stringify(integrity, null, 2)}\n`);
}

/** True when the CDN files are missing or older than a source file. */
export function isCdnStale() {
  if (!existsSync(integrityFile)) return true;
  const built = statSync(integrityFile).mtimeMs;
  return readdirSync(source(''), { recursive: true }).some((file) => statSync(source(file)).mtimeMs > built);
}

export async function buildCdn() {
  rmSync(outDir, { recursive: true, force: true });
  await bundle(KIT);
  for (const language of languages()) await bundle(languageFile(language));
  writeIntegrity();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await buildCdn();
