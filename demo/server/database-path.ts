import { mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const DEFAULT = '.local-api/data.db';

/**
 * Where a database of the demo lives: the Frontend API's own in the file that `LOCAL_API_DATABASE` names, any other,
 * named here, beside it. With `:memory:` all of them last as long as the server. Makes the folder.
 */
export function databasePath(root: string, name?: string): string {
  const configured = process.env['LOCAL_API_DATABASE'] ?? DEFAULT;
  if (configured === ':memory:') return configured;
  const file = resolve(root, configured);
  mkdirSync(dirname(file), { recursive: true });
  return name === undefined ? file : join(dirname(file), name);
}
