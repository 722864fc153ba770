import type { Database } from '../database/database.js';
import { createStore } from '../database/store.js';
import { defaultSettings, type Settings } from './settings.js';
import { patchSettings, type PatchResult } from './settings-patch.js';

/** The project's settings: those stored, where none are stored those the instance was started with. */
export class SettingsSource {
  constructor(
    readonly database: Database,
    readonly initial: Partial<Settings>,
  ) {}

  read(): Promise<Settings> {
    return this.database.transaction(async (connection) => {
      const stored = await createStore(connection, Date.now()).settings.read();
      return { ...defaultSettings, ...this.initial, ...stored };
    });
  }

  async change(patch: unknown): Promise<PatchResult> {
    const result = patchSettings(await this.read(), patch);
    if (result.ok) {
      await this.database.transaction((connection) =>
        createStore(connection, Date.now()).settings.write(result.settings),
      );
    }
    return result;
  }

  restore(): Promise<void> {
    return this.database.transaction((connection) => createStore(connection, Date.now()).settings.clear());
  }
}
