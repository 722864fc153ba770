import type { Settings } from '../settings/settings.js';
import type { Connection } from './database.js';
import { json } from './rows.js';

export class StoredSettings {
  constructor(readonly connection: Connection) {}

  /** What was stored last; a document of an older version may lack newer settings. */
  async read(): Promise<Partial<Settings> | undefined> {
    const row = await this.connection.first('SELECT document FROM settings WHERE id = 1');
    return row && (json(row, 'document') as Partial<Settings>);
  }

  async write(settings: Settings): Promise<void> {
    await this.connection.run('INSERT OR REPLACE INTO settings (id, document) VALUES (1, ?)', [
      JSON.stringify(settings),
    ]);
  }

  async clear(): Promise<void> {
    await this.connection.run('DELETE FROM settings');
  }
}
