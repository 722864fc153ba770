import type { Connection, Database } from '../database/database.js';
import { StoredSettings } from '../database/stored-settings.js';
import type { Settings } from './settings.js';
import { patchSettings, type PatchResult } from './settings-patch.js';

/** The project's settings: those stored, where none are stored those the instance was started with. */
export class SettingsSource {
  constructor(
    readonly database: Database,
    readonly initial: Settings,
  ) {}

  read(): Promise<Settings> {
    return this.database.transaction((connection) => this.#read(connection));
  }

  change(patch: unknown): Promise<PatchResult> {
    return this.database.transaction(async (connection) => {
      const result = patchSettings(await this.#read(connection), patch);
      if (result.ok) await new StoredSettings(connection).write(result.settings);
      return result;
    });
  }

  /** Back to the settings the instance was started with. */
  restore(): Promise<void> {
    return this.database.transaction((connection) => new StoredSettings(connection).clear());
  }

  async #read(connection: Connection): Promise<Settings> {
    return { ...this.initial, ...(await new StoredSettings(connection).read()) };
  }
}
