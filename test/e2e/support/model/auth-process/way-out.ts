import type { Screen, View } from '../screen.js';
import type { World } from '../walk.js';
import { isFirst, pressNext } from '../way-out.js';
import { perform } from './perform.js';

const FIRST_SCREENS: readonly string[] = ['signup-init', 'login-init'];

/** At a session or at a first screen. */
export function isThere({ path, screens }: View): boolean {
  return path === '/account.html' || (screens.length > 0 && screens.every(isFirstScreen));
}

function isFirstScreen({ type, fields, buttons, problem }: Screen): boolean {
  if (!FIRST_SCREENS.includes(type) || problem !== undefined) return false;
  return Object.keys(fields).length > 0 || buttons.length > 0;
}

/** The code or link they were sent, each button of the screen once. */
export async function step(world: World, view: View, tried: Set<string>): Promise<unknown> {
  const screen = view.screens.find((one) => !isFirstScreen(one));
  if (view.path.startsWith('/local-api/social/'))
    return perform(world, { do: 'provider', account: 0, decision: 'Cancel' });
  if (!screen) return world.tab.page.goto('/complete.html');
  const message = await proof(world, screen);
  if (message !== undefined && isFirst(tried, screen, message)) {
    if ('code' in screen.fields) return perform(world, { do: 'code', which: 'right', how: 'pasted' });
    return perform(world, { do: 'link', which: 0, where: 'same-tab' });
  }
  return pressNext(world, screen, tried);
}

/** The newest code or link, where the screen waits for one. */
async function proof({ owner }: World, { type, fields }: Screen): Promise<string | undefined> {
  const waits = type === 'email-verify' || type === 'phone-verify' || type === 'post-signup-email-verify';
  const edits = Object.keys(fields).some((name) => name !== 'code');
  const [newest] = await owner.messages();
  return waits && !edits ? ('code' in fields ? newest?.code : newest?.link) : undefined;
}
