// Builds the files for a CDN in dist/cdn: corbado-elements.js (a module, and chunks/ with what it loads when needed),
// corbado-elements.iife.js (a classic script with every screen in one file), beside it locales/<language>….js (one per
// area of each further language) and phone.js (numbering plans), and integrity.json (an SRI string for each).
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';
import { languageFiles } from './languages.mjs';
import {
  importsAtOnce,
  replaceModules,
  slimmedTemplates,
  virtualEntry,
  withoutLazyModules,
} from './vite-plugins.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const source = (path) => join(root, 'src', path);
const outDir = join(root, 'dist/cdn');
const integrityFile = join(outDir, 'integrity.json');

const KIT = `export * from ${JSON.stringify(source('index.ts'))};\nimport ${JSON.stringify(source('define.ts'))};\n`;

const MODULE = { entry: KIT, formats: ['es'], fileName: () => 'corbado-elements.js', chunks: true };

/** Parts that first screens share. In files of their own each would cost a round trip more before the screen. */
const OF_FIRST_SCREENS =
  /[\\/](autofill|visible|pause|lazy-parts?|identifier-input|button|layout|text-field)\.ts$/;

/**
 * All that the module brings at once is in a chunk, and the module itself only names it: what is loaded later imports
 * that chunk, and never the module, which a page may know under another address (`?v=2`, a redirect) and would load twice.
 */
function chunkOf(id, context) {
  const isWanted = isInitial(id, context) || OF_FIRST_SCREENS.test(id);
  return isWanted && !context.getModuleInfo(id).isEntry ? 'kit' : null;
}

function isInitial(id, context, path = new Set()) {
  const { isEntry, importers } = context.getModuleInfo(id);
  path.add(id);
  return isEntry || importers.some((importer) => !path.has(importer) && isInitial(importer, context, path));
}

const WITHOUT_LAZY_LANGUAGES = { [source('localize/languages.ts')]: source('localize/languages.cdn.ts') };

// One file that loads nothing by itself, so that a page can give an integrity hash to each file it adds.
const CLASSIC_SCRIPT = {
  entry: KIT,
  formats: ['iife'],
  fileName: () => 'corbado-elements.iife.js',
  replacements: {
    ...WITHOUT_LAZY_LANGUAGES,
    [source('phone/load-phone-numbers.ts')]: source('phone/load-phone-numbers.cdn.ts'),
  },
};

function languageFile({ language, area, file, name }) {
  return {
    entry: [
      `import { registerArea } from ${JSON.stringify(source('localize/language-registry.ts'))};`,
      `import { ${name} } from ${JSON.stringify(source(`localize/${file}.ts`))};`,
      `registerArea('${language}', '${area}', ${name});`,
    ].join('\n'),
    // Without exports this format serves a classic and a module script alike, and leaves no name behind.
    formats: ['iife'],
    fileName: () => `locales/${file}.js`,
    // Each file holds its own words and no others.
    replacements: WITHOUT_LAZY_LANGUAGES,
  };
}

const PHONE = {
  entry: [
    `import { registerPhoneNumbers } from ${JSON.stringify(source('phone/phone-registry.ts'))};`,
    `import { phoneNumbers } from ${JSON.stringify(source('phone/phone-numbers.ts'))};`,
    'registerPhoneNumbers(phoneNumbers);',
  ].join('\n'),
  formats: ['iife'],
  fileName: () => 'phone.js',
};

async function bundle({ entry, formats, fileName, replacements = {}, chunks = false }) {
  const output = chunks
    ? {
        minify: true,
        chunkFileNames: 'chunks/[name]-[hash].js',
        codeSplitting: { groups: [{ name: chunkOf }] },
      }
    : { minify: true, codeSplitting: false };
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    publicDir: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [
      virtualEntry('cdn-entry', entry),
      replaceModules(replacements),
      slimmedTemplates(),
      chunks ? importsAtOnce() : withoutLazyModules(),
    ],
    build: {
      outDir,
      emptyOutDir: false,
      target: 'es2022',
      lib: { entry: 'virtual:cdn-entry', name: 'CorbadoElements', formats, fileName },
      rolldownOptions: {
        input: 'virtual:cdn-entry',
        preserveEntrySignatures: 'allow-extension',
        // Names the plugins that took long on a slow machine: nothing the one who builds could act on.
        checks: { bundlerTimings: false, ineffectiveDynamicImport: false },
        output,
      },
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

/** True when the CDN files are missing or older than what they are built from. */
export function isCdnStale() {
  if (!existsSync(integrityFile)) return true;
  const built = statSync(integrityFile).mtimeMs;
  const inputs = readdirSync(source(''), { recursive: true }).map(source);
  return [...inputs, fileURLToPath(import.meta.url)].some((file) => statSync(file).mtimeMs > built);
}

export async function buildCdn() {
  rmSync(outDir, { recursive: true, force: true });
  await bundle(MODULE);
  await bundle(CLASSIC_SCRIPT);
  await bundle(PHONE);
  for (const file of languageFiles()) await bundle(languageFile(file));
  writeIntegrity();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await buildCdn();
