// `npm run build`: modules with declarations, the CDN files, the manifest.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildCdn } from './build-cdn.mjs';
import { writeManifest } from './manifest.mjs';
import { slimTemplates } from './slim-templates.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

function buildModules() {
  const tsc = fileURLToPath(import.meta.resolve('typescript/bin/tsc'));
  const { status } = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(1);
  for (const file of readdirSync(`${root}dist`, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.js')) continue;
    const path = `${root}dist/${file}`;
    writeFileSync(path, slimTemplates(readFileSync(path, 'utf8')));
  }
}

rmSync(`${root}dist`, { recursive: true, force: true });
buildModules();
await buildCdn();
await writeManifest();
console.log(`dist: ${readdirSync(`${root}dist`, { recursive: true }).length} files`);
