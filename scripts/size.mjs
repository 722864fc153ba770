// `npm run size`: what a visitor downloads, as a table. Fails when something is more than 10 % over its budget.
// The figures are also written to .cache/size.json.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build } from 'vite';
import { buildCdn, isCdnStale } from './build-cdn.mjs';
import { languages } from './languages.mjs';
import { virtualEntry } from './vite-plugins.mjs';

/** Kilobytes (1,000 bytes) after gzip. */
const BUDGETS = {
  'auth-process, first screen': 22,
  'CDN module': 40,
  'CDN classic script': 40,
  language: 4,
};
const TOLERANCE = 1.1;

const root = fileURLToPath(new URL('..', import.meta.url));
const source = (path) => join(root, 'src', path);

/**
 * Bundles and minifies as a customer's production build would.
 * @returns {Promise<import('vite').Rolldown.OutputChunk[]>}
 */
async function bundle(entry) {
  const results = /** @type {any} */ (
    await build({
      configFile: false,
      root,
      logLevel: 'warn',
      plugins: [virtualEntry('size', entry)],
      build: {
        write: false,
        target: 'es2022',
        lib: { entry: 'virtual:size', formats: ['es'], fileName: 'entry' },
        rolldownOptions: { input: 'virtual:size', output: { minify: true } },
      },
    })
  );
  return results.flatMap(({ output }) => output.filter(({ type }) => type === 'chunk'));
}

const codeOf = (chunks) => chunks.map(({ code }) => Buffer.from(code));

/** The entry and everything it imports without being asked again. */
function firstLoad(chunks) {
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const loaded = new Set();
  const visit = (name) => {
    if (loaded.has(name)) return;
    loaded.add(name);
    byName.get(name)?.imports.forEach(visit);
  };
  visit(chunks.find(({ isEntry }) => isEntry).fileName);
  return chunks.filter(({ fileName }) => loaded.has(fileName));
}

const isLanguage = ({ facadeModuleId }) =>
  languages().some((language) => facadeModuleId === source(`localize/${language}.ts`));

async function elementRows(name) {
  const chunks = await bundle(`import ${JSON.stringify(source(`define/${name}.ts`))};`);
  const first = firstLoad(chunks);
  const lazy = chunks.filter((chunk) => !first.includes(chunk));
  const lazyLanguages = lazy.filter(isLanguage);
  const lazyParts = lazy.filter((chunk) => !isLanguage(chunk));
  return [
    row(`${name}, first screen`, codeOf(first)),
    row(`${name}, complete`, codeOf([...first, ...lazyParts])),
    ...lazyParts.map((chunk) =>
      row(`  lazy: ${basename(chunk.facadeModuleId ?? chunk.fileName)}`, codeOf([chunk])),
    ),
    ...lazyLanguages.map((chunk) =>
      row(`  language: ${basename(chunk.facadeModuleId, '.ts')}`, codeOf([chunk]), BUDGETS.language),
    ),
  ];
}

async function partRow(name, modules) {
  const entry = modules.map((file) => `export * from ${JSON.stringify(source(file))};`).join('\n');
  return row(name, codeOf(await bundle(entry)));
}

function cdnRow(name, file, budget) {
  return row(name, [readFileSync(join(root, 'dist/cdn', file))], budget);
}

function row(name, buffers, budget = BUDGETS[name]) {
  const total = (measure) => buffers.reduce((sum, buffer) => sum + measure(buffer), 0);
  const gzip = total((buffer) => gzipSync(buffer, { level: 9 }).length);
  return {
    name,
    raw: total((buffer) => buffer.length),
    gzip,
    brotli: total((buffer) => brotliCompressSync(buffer).length),
    budget: budget === undefined ? undefined : budget * 1000,
    withinBudget: budget === undefined || gzip <= budget * 1000 * TOLERANCE,
  };
}

function print(rows) {
  const kilobytes = (bytes) => (bytes === undefined ? '' : (bytes / 1000).toFixed(1));
  const line = (name, ...columns) =>
    console.log(name.padEnd(34) + columns.map((text) => text.padStart(9)).join(''));
  line('kB', 'raw', 'gzip', 'brotli', 'budget');
  for (const { name, raw, gzip, brotli, budget, withinBudget } of rows)
    line(name, ...[raw, gzip, brotli, budget].map(kilobytes), withinBudget ? '' : '  OVER');
}

if (isCdnStale()) await buildCdn();
const API_MODULES = ['api-client', 'auth-api', 'users-api', 'configs-api', 'connect-api'].map(
  (name) => `api/${name}.ts`,
);
const rows = [
  ...(await elementRows('auth-process')),
  cdnRow('CDN module', 'corbado-elements.js'),
  cdnRow('CDN classic script', 'corbado-elements.iife.js'),
  ...languages().map((language) =>
    cdnRow(`  CDN language: ${language}`, `locales/${language}.js`, BUDGETS.language),
  ),
  await partRow('part: api', API_MODULES),
  await partRow('part: webauthn', ['webauthn/webauthn-service.ts']),
];
print(rows);
mkdirSync(join(root, '.cache'), { recursive: true });
writeFileSync(join(root, '.cache/size.json'), `${JSON.stringify(rows, null, 2)}\n`);

const over = rows.filter(({ withinBudget }) => !withinBudget);
if (over.length > 0) {
  console.error(`More than 10 % over budget: ${over.map(({ name }) => name.trim()).join(', ')}`);
  process.exitCode = 1;
}
