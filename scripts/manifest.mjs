// Writes custom-elements.json. `--check` writes nothing and fails when the committed file is stale.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { cli } from '@custom-elements-manifest/analyzer/cli.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const file = `${root}custom-elements.json`;

async function manifestText() {
  const manifest = await cli({ argv: ['analyze', '--quiet'], cwd: root, noWrite: true });
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

export async function writeManifest() {
  writeFileSync(file, await manifestText());
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  if (!process.argv.includes('--check')) {
    await writeManifest();
  } else if (readFileSync(file, 'utf8') !== (await manifestText())) {
    console.error('custom-elements.json is stale: run "npm run manifest" and commit it.');
    process.exitCode = 1;
  }
}
