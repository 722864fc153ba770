import type { Screen, View } from './screen.js';

/** Placeholders and values that were never meant for people. */
const RAW_TEXT = /\bundefined\b|\[object |\bNaN\b|\{[a-z]+\}|\b[a-z]+_[a-z]+_[a-z_]+\b/;

/** What is wrong with what is shown, a sentence each; on `ends` the person has got what they came for. */
export function problemsOfView(view: View, ends: readonly string[]): string[] {
  return [
    ...(view.mostLive > 1 ? [`${view.mostLive} ceremonies were live at once`] : []),
    ...view.screens
      .filter(({ isSilent }) => !isSilent)
      .flatMap((screen) => problemsOfScreen(screen, view, ends)),
  ];
}

function problemsOfScreen(screen: Screen, { prompt }: View, ends: readonly string[]): string[] {
  const { type, headings, buttons, links, text, waits, problem } = screen;
  const open = prompt !== undefined || waits || (ends.includes(type) && problem !== 'request');
  const wayOn = buttons.some(({ enabled }) => enabled) || links > 0;
  const raw = RAW_TEXT.exec(text);
  return [
    ...(headings.length === 1 && headings[0] !== '' ? [] : [`${headings.length} headings: ${text}`]),
    ...(wayOn || open ? [] : ['No way on']),
    ...(type === 'client:developer-error' ? ['A person is told of a mistake of the developer'] : []),
    ...(type === 'client:unknown' ? ['A block of the contract is unknown'] : []),
    ...buttons.filter(({ name }) => name === '').map(() => 'A button has no name'),
    ...(raw ? [`Raw text: ${raw[0]}`] : []),
  ].map((problem) => `${type || 'A blank screen'}: ${problem}`);
}

/** What was typed, before or meanwhile, and is gone after a request failed. */
export function lossesOnScreen(before: View, typed: ReadonlyMap<string, string>, after: View): string[] {
  const [earlier] = before.screens;
  const [screen, another] = after.screens;
  // Fields of two elements have the same names.
  if (!screen || another || screen.problem !== 'request' || earlier?.key !== screen.key) return [];
  const expected = Object.entries({ ...earlier.fields, ...Object.fromEntries(typed) });
  return expected
    .filter(([name, value]) => value !== '' && screen.fields[name] !== value)
    .map(
      ([name, value]) =>
        `${screen.type}: ${name} was "${value}" and is now "${screen.fields[name] ?? 'gone'}"`,
    );
}
