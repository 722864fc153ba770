import { allWell, perform } from './perform.js';
import { describe } from './tab.js';
import type { Screen, View } from './screen.js';
import type { Way, World } from './walk.js';

/** Whoever has pressed this often and is not there has no way on. */
const MOST_PRESSES = 20;

const FIRST_SCREENS: readonly string[] = ['signup-init', 'login-init'];

/** With everything in order again, the person gets from wherever they are to a session or to a first screen. */
export async function findWayOut(world: World, way: Way): Promise<void> {
  const { tab, owner } = world;
  await allWell(world);
  await owner.configure({ codeLifetimeSeconds: 600, codePauseSeconds: 0, codesPerHour: 1000 });
  await tab.authenticator.ownerAgrees();
  way.note('all is well again, the way out:');
  const tried = new Set<string>();
  for (let presses = 0; presses < MOST_PRESSES; presses++) {
    const view = await tab.rest();
    way.note(`  ${describe(view)}`);
    world.check(view);
    const index = view.screens.findIndex((screen) => !isFirst(screen));
    if (view.path === '/account.html' || (view.screens.length > 0 && index === -1)) return;
    await step(world, view, index, tried);
  }
  throw new Error(`No way out of ${describe(await tab.look())}`);
}

function isFirst({ type, fields, buttons, problem }: Screen): boolean {
  if (!FIRST_SCREENS.includes(type) || problem !== undefined) return false;
  return Object.keys(fields).length > 0 || buttons.length > 0;
}

/** One thing a person would try: the code or link they were sent, each button of the screen once. That the browser could go back counts for nothing. */
async function step(world: World, view: View, index: number, tried: Set<string>): Promise<void> {
  const { tab } = world;
  const { page } = tab;
  const screen = view.screens[index];
  if (view.path.startsWith('/local-api/social/'))
    return perform(world, { do: 'provider', account: 0, decision: 'Cancel' });
  if (!screen) {
    await page.goto('/complete.html');
    return;
  }
  if (view.prompt) return tab.prompts.dismiss();
  const first = (what: string) => {
    const name = `${index} ${screen.type} ${what}`;
    return !tried.has(name) && tried.add(name);
  };
  const message = await proof(world, screen);
  if (message !== undefined && first(message)) {
    if ('code' in screen.fields) return perform(world, { do: 'code', which: 'right', how: 'pasted' });
    return perform(world, { do: 'link', which: 0, where: 'same-tab' });
  }
  const button = inOrder(screen).find((position) => first(screen.buttons[position]?.name ?? ''));
  if (button === undefined) throw new Error(`Nothing on ${screen.type} leads on`);
  await page
    .locator('auth-process')
    .nth(index)
    .locator('button:visible')
    .nth(button)
    .click({ force: true, noWaitAfter: true, timeout: 1_000 });
}

/** The newest code or link, where the screen waits for one. */
async function proof({ owner }: World, { type, fields }: Screen): Promise<string | undefined> {
  const waits = type === 'email-verify' || type === 'phone-verify' || type === 'post-signup-email-verify';
  const edits = Object.keys(fields).some((name) => name !== 'code');
  const [newest] = await owner.messages();
  return waits && !edits ? ('code' in fields ? newest?.code : newest?.link) : undefined;
}

/** Buttons in the order a person would try them: the advised one first. */
function inOrder({ buttons }: Screen): number[] {
  const enabled = buttons.map((_, position) => position).filter((position) => buttons[position]?.enabled);
  return enabled.sort((a, b) => Number(buttons[b]?.primary) - Number(buttons[a]?.primary));
}
