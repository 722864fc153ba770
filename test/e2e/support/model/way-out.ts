import type { Model, AnyScenario } from './model.js';
import { describe } from './tab.js';
import type { Screen } from './screen.js';
import { allWell } from './common-perform.js';
import type { Way, World } from './walk.js';

/** Whoever has pressed this often and is not there has no way on. */
const MOST_PRESSES = 20;

/** With everything in order again, the person gets from wherever they are to where they wanted to be. That the browser could go back counts for nothing. */
export async function findWayOut(
  world: World,
  { isThere, step }: Pick<Model<AnyScenario>, 'isThere' | 'step'>,
  way: Way,
): Promise<void> {
  const { tab } = world;
  await allWell(world);
  await tab.authenticator.ownerAgrees();
  way.note('all is well again, the way out:');
  const tried = new Set<string>();
  for (let presses = 0; presses < MOST_PRESSES; presses++) {
    const view = await tab.rest();
    way.note(`  ${describe(view)}`);
    world.check(view);
    if (isThere(view)) return;
    if (view.prompt) await tab.prompts.dismiss();
    else await step(world, view, tried);
  }
  throw new Error(`No way out of ${describe(await tab.look())}`);
}

/** Presses the likeliest button of a screen, the advised one first; what was pressed already only where nothing else is left, as after a change of the screen. */
export async function pressNext({ tab }: World, screen: Screen, tried: Set<string>): Promise<void> {
  const { buttons, index, type, isModal } = screen;
  const enabled = buttons.map((_, position) => position).filter((position) => buttons[position]?.enabled);
  const inOrder = enabled.sort((a, b) => Number(buttons[b]?.primary) - Number(buttons[a]?.primary));
  const untried = inOrder.find((position) => isFirst(tried, screen, buttons[position]?.name ?? ''));
  const next = untried ?? inOrder[0];
  if (next === undefined) throw new Error(`Nothing on ${type} leads on`);
  await tab.elements
    .nth(index)
    .locator(isModal ? 'dialog[open] button:visible' : 'button:visible')
    .nth(next)
    .click({ force: true, noWaitAfter: true, timeout: 1_000 });
}

/** Whether something is tried on a screen for the first time. */
export function isFirst(tried: Set<string>, { index, type }: Screen, what: string): boolean {
  const name = `${index} ${type} ${what}`;
  return !tried.has(name) && Boolean(tried.add(name));
}
