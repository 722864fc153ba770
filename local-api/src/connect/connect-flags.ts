import type { Settings } from '../settings/settings.js';

/** Flags the page reads; all its settings are texts. */
export function connectFlags(settings: Settings): Record<string, string> {
  return {
    'conditional-ui-allowed': String(settings.conditionalUi),
    'automatic-append': String(settings.connectAutoAppend),
    'event-low': 'true',
    ...settings.connectFlags,
  };
}
