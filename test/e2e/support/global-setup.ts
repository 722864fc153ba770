import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildCdn, isCdnStale } from '../../../scripts/build-cdn.mjs';
import { bundleDemo } from './demo-bundle.js';

/** Makes what the servers of the workers serve ready-made; the folder is told to them by `DEMO_BUNDLE`. */
export default async function globalSetup(): Promise<() => void> {
  if (isCdnStale()) await buildCdn();
  const folder = mkdtempSync(join(tmpdir(), 'demo-bundle-'));
  await bundleDemo(folder);
  process.env['DEMO_BUNDLE'] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
