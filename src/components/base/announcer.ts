import type * as ScreenChange from './screen-change.js';

let part: typeof ScreenChange | undefined;

/** What is needed once something changes: loaded with the first interaction, or with the first thing to say. Rejects when it does not come. */
export async function loadScreenChange(): Promise<typeof ScreenChange> {
  return (part ??= await import('./screen-change.js'));
}

/** The same when it is there already. */
export function presentScreenChange(): typeof ScreenChange | undefined {
  return part;
}

/** Speaks a text once, page-wide, when the person's reader is next free; the same text within a second is one announcement. */
export function announce(text: string, lang: string): void {
  if (text === '') return;
  if (part) part.announce(text, lang);
  else
    loadScreenChange().then(
      (loaded) => loaded.announce(text, lang),
      () => undefined,
    );
}
