// `npm run size`: what a visitor downloads, as a table. Fails when something is more than 10 % over its limit: its
// budget, or what it weighed when that was last given up (docs/architecture.md, "Weight").
// The figures are also written to .cache/size.json.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { buildCdn, isCdnStale } from '../scripts/build-cdn.mjs';
import { languageFiles } from '../scripts/languages.mjs';
import { launch } from './browser.js';
import { bundle, languageOf, staticImports, type Chunk } from './bundle.js';
import { chunksBeforeFirstInteraction } from './first-load.js';
import type { ServedKit } from './server.js';

/** Kilobytes (1,000 bytes) after gzip. */
const BUDGETS = { firstScreen: 22, connectLogin: 20, cdn: 40, language: 4 };
/** Rows that miss their budget, held at the weight they have: they may only get lighter. Take a row out once it fits. */
const HELD: Readonly<Record<string, number>> = {
  'auth-process, first screen signup-init': 27.5,
  'auth-process, first screen login-init': 31,
  'connect-login, first screen': 28,
  'connect-login, first screen with autofill': 35,
  'CDN classic script': 70,
};
const TOLERANCE = 1.1;

const API = ['api-client', 'auth-api', 'users-api', 'configs-api', 'connect-api'].map(
  (name) => `api/${name}.ts`,
);
const WEBAUTHN = ['webauthn/webauthn-service.ts'];

interface Row {
  readonly name: string;
  /** Bytes. */
  readonly raw: number;
  readonly gzip: number;
  readonly brotli: number;
  readonly budget?: number;
  readonly held?: number;
}

const root = fileURLToPath(new URL('..', import.meta.url));

function row(name: string, files: readonly Buffer[], budget?: number): Row {
  const total = (measure: (file: Buffer) => number): number =>
    files.reduce((sum, file) => sum + measure(file), 0);
  return {
    name,
    raw: total((file) => file.length),
    gzip: total((file) => gzipSync(file, { level: 9 }).length),
    brotli: total((file) => brotliCompressSync(file).length),
    ...(budget === undefined ? {} : { budget: budget * 1000 }),
    ...(HELD[name] === undefined ? {} : { held: HELD[name] * 1000 }),
  };
}

const codeOf = (chunks: readonly Chunk[]): Buffer[] => chunks.map(({ code }) => Buffer.from(code));

/** First screens by name, and how their element is told to show them. */
const AUTH_PROCESS = {
  'auth-process, first screen signup-init': { attributes: 'initial-block="signup-init"' },
  'auth-process, first screen login-init': { attributes: 'initial-block="login-init"' },
} as const;
const CONNECT_LOGIN = {
  'connect-login, first screen': {
    tag: 'connect-login',
    attributes: 'flags="conditional-ui-allowed=false"',
  },
  'connect-login, first screen with autofill': { tag: 'connect-login' },
} as const;

/** What is loaded before the first interaction, in a row for each first screen. */
async function firstScreenRows(
  chunks: readonly Chunk[],
  screens: Readonly<Record<string, Pick<ServedKit, 'tag' | 'attributes'>>>,
  budget?: number,
): Promise<Row[]> {
  const browser = await launch();
  const rows: Row[] = [];
  for (const [name, element] of Object.entries(screens))
    rows.push(row(name, codeOf(await chunksBeforeFirstInteraction(browser, chunks, element)), budget));
  await browser.close();
  return rows;
}

async function elementRows(
  tag: string,
  screens: Parameters<typeof firstScreenRows>[1],
  budget?: number,
): Promise<Row[]> {
  const chunks = await bundle([`define/${tag}.ts`]);
  const parts = chunks.filter((chunk) => languageOf(chunk) === undefined);
  const lazy = chunks.filter(({ isEntry, isDynamicEntry }) => !isEntry && isDynamicEntry);
  return [
    ...(await firstScreenRows(chunks, screens, budget)),
    row(`${tag}, complete`, codeOf(parts)),
    row('  entry with its static imports', codeOf(staticImports(chunks))),
    ...lazy.map((chunk) => {
      const language = languageOf(chunk);
      const name = language
        ? `language ${language}`
        : basename(chunk.facadeModuleId ?? chunk.fileName, '.ts');
      return row(`  lazy: ${name}`, codeOf([chunk]), language === undefined ? undefined : BUDGETS.language);
    }),
  ];
}

function cdnRow(name: string, file: string, budget?: number): Row {
  return row(name, [readFileSync(`${root}dist/cdn/${file}`)], budget);
}

/** The module and the chunks it imports at once. */
function cdnModuleRow(): Row {
  const entry = 'corbado-elements.js';
  const code = readFileSync(`${root}dist/cdn/${entry}`, 'utf8');
  const imported = [...code.matchAll(/\b(?:from|import)"\.\/(chunks\/[^"]+)"/g)].map(([, file = '']) => file);
  const files = [entry, ...new Set(imported)].map((file) => readFileSync(`${root}dist/cdn/${file}`));
  return row('CDN module with its static imports', files);
}

async function partRow(name: string, modules: readonly string[]): Promise<Row> {
  return row(name, codeOf(await bundle(modules)));
}

const isOverBudget = ({ gzip, budget }: Row): boolean => budget !== undefined && gzip > budget * TOLERANCE;

const isOver = ({ gzip, budget, held }: Row): boolean =>
  budget !== undefined && gzip > (held ?? budget) * TOLERANCE;

function print(rows: readonly Row[]): void {
  const kilobytes = (bytes: number | undefined): string =>
    bytes === undefined ? '' : (bytes / 1000).toFixed(1);
  const line = (name: string, columns: readonly string[]): void =>
    console.log(name.padEnd(42) + columns.map((text) => text.padStart(8)).join(''));
  line('kB', ['raw', 'gzip', 'brotli', 'budget', 'held at']);
  for (const each of rows) {
    const { name, raw, gzip, brotli, budget, held } = each;
    line(name, [...[raw, gzip, brotli, budget, held].map(kilobytes), isOverBudget(each) ? '  OVER' : '']);
  }
}

if (isCdnStale()) await buildCdn();
const rows = [
  ...(await elementRows('auth-process', AUTH_PROCESS, BUDGETS.firstScreen)),
  ...(await elementRows('connect-login', CONNECT_LOGIN, BUDGETS.connectLogin)),
  ...(await elementRows('connect-append', {})),
  ...(await elementRows('connect-second-factor', {})),
  ...(await elementRows('connect-passkey-list', {})),
  cdnModuleRow(),
  cdnRow('CDN classic script', 'corbado-elements.iife.js', BUDGETS.cdn),
  cdnRow('  CDN phone numbers', 'phone.js'),
  ...languageFiles().map(({ file }) =>
    cdnRow(`  CDN language ${file}`, `locales/${file}.js`, BUDGETS.language),
  ),
  await partRow('part: api', API),
  await partRow('part: webauthn', WEBAUTHN),
];
print(rows);
mkdirSync(`${root}.cache`, { recursive: true });
writeFileSync(`${root}.cache/size.json`, `${JSON.stringify(rows, null, 2)}\n`);

const over = rows.filter(isOver);
if (over.length > 0) {
  console.error(`More than 10 % over the limit: ${over.map(({ name }) => name.trim()).join(', ')}`);
  process.exitCode = 1;
}
