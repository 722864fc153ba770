import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createClient } from '@libsql/client';

/** A database file in a folder of its own. */
export async function temporaryDatabase() {
  const folder = await mkdtemp(join(tmpdir(), 'local-api-'));
  const file = join(folder, 'data.db');
  return { file, remove: () => rm(folder, { recursive: true }) };
}

/** Every row of every table as text, to see whether anything has changed. */
export async function databaseContent(file: string): Promise<string> {
  const client = createClient({ url: pathToFileURL(file).href, timeout: 5000 });
  try {
    const tables = await client.execute(`SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name`);
    const content: Record<string, unknown> = {};
    for (const table of tables.rows) {
      const name = table['name'] as string;
      const { rows } = await client.execute(`SELECT * FROM "${name}"`);
      content[name] = rows.map((row) =>
        Object.fromEntries(Object.entries(row).map(([key, value]) => [key, printable(value)])),
      );
    }
    return JSON.stringify(content, undefined, 1);
  } finally {
    client.close();
  }
}

function printable(value: unknown): unknown {
  return value instanceof ArrayBuffer ? Buffer.from(value).toString('base64url') : value;
}
