import type * as ScreenChange from './screen-change.js';

let part: typeof ScreenChange | undefined;

/** What makes a change of screens noticed: loaded with the first interaction, or with the first thing to say. */
export async function loadScreenChange(): Promise<typeof ScreenChange | undefined> {
  return (part ??= await import('./screen-change.js').catch(() => undefined));
}

/** Speaks a text once, page-wide, when the person's reader is next free; the same text within a second is one announcement. */
export function announce(text: string, lang: string): void {
  if (text === '') return;
  if (part) part.announce(text, lang);
  else void loadScreenChange().then((loaded) => loaded?.announce(text, lang));
}
