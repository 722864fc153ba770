import type { Locator } from '@playwright/test';
import type { ProcessElement } from '../../../../src/components/base/process-element.js';
import { TYPED, type CommonAction, type QuickAction } from './common-action.js';
import { Tab } from './tab.js';
import type { World } from './walk.js';

/** A press that meets nothing any more is no failure: people press beside things, too. */
export const BRIEFLY = { timeout: 1_000 } as const;

/** How each kind of action is done. */
export type Doers<A extends { readonly do: string }> = {
  readonly [Kind in A['do']]: (world: World, action: Extract<A, { readonly do: Kind }>) => Promise<unknown>;
};

/** How what can happen on the pages of every model is done. */
export const commonDoers: Doers<Exclude<CommonAction, QuickAction>> = {
  mood: ({ tab: { authenticator } }, { mood }) =>
    mood === 'agrees'
      ? authenticator.ownerAgrees()
      : mood === 'away'
        ? authenticator.ownerIsAway()
        : authenticator.ownerIsRefused(),
  meanwhile: (world, action) => meanwhile(world, action),
  fault: ({ owner }, { operation, effect, lose, status, times }) =>
    owner.plan({ operation, effect, lose, status, times }),
  offline: ({ context }) => context.setOffline(true),
  'all-well': (world) => allWell(world),
  forget: ({ context, tab }, { what }) =>
    what === 'cookies' ? context.clearCookies() : tab.page.evaluate(() => localStorage.clear()),
  time: ({ tab: { page } }, { passes }) => page.clock.fastForward(passes),
  settings: ({ owner }, { settings }) => owner.configure(settings),
  'second-tab': (world, { doing }) => inSecondTab(world, doing),
};

/** Does what the action says, by the doers of a model; what they do not know is quick. */
export async function performBy<A extends { readonly do: string }>(
  doers: Doers<A>,
  world: World,
  action: A | QuickAction,
): Promise<void> {
  if (!isServedBy(doers, action)) return performQuick(world.tab, action);
  const doer = doers[action.do as A['do']] as (world: World, action: A) => Promise<unknown>;
  await doer(world, action).catch(unlessOffline);
}

function isServedBy<A extends { readonly do: string }>(
  doers: Doers<A>,
  action: A | QuickAction,
): action is A {
  return Object.hasOwn(doers, action.do);
}

type QuickDoer<Kind extends QuickAction['do']> = (
  tab: Tab,
  action: Extract<QuickAction, { do: Kind }>,
) => Promise<unknown>;

const quickDoers: { readonly [Kind in QuickAction['do']]: QuickDoer<Kind> } = {
  press: (tab, { button }) => pressButton(tab, button),
  'press-twice': (tab, { button }) => pressButton(tab, button, 2),
  'go-on': (tab) => tab.site.goOn(tab),
  submit: ({ page }) => page.keyboard.press('Enter'),
  escape: ({ page }) => page.keyboard.press('Escape'),
  type: async (tab, { field, text }) => {
    const input = await nth(tab.elements.locator('input:visible'), field);
    if (input) await typeInto(tab, input, TYPED[text]);
  },
  back: ({ page }) => page.goBack(),
  forward: ({ page }) => page.goForward(),
  reload: ({ page }) => page.reload(),
  'close-prompt': ({ page }) =>
    page.evaluate(() => (globalThis as Partial<typeof globalThis>).passkeyPrompts?.dismiss()),
  page: ({ page, site }, { change }) => page.evaluate(changePage, { change, selector: site.tags.join() }),
};

async function performQuick(tab: Tab, action: QuickAction): Promise<void> {
  await (quickDoers[action.do] as QuickDoer<typeof action.do>)(tab, action as never).catch(unlessOffline);
}

const LEADING = '[type="submit"]:visible, .cbo-button--primary:visible, .cbo-identity:visible';

/** The button a screen advises. */
export const leading = ({ elements }: Tab): Locator => elements.locator(LEADING);

/** One of the buttons that can be reached: those of an open dialog, or all. */
async function pressButton({ elements }: Tab, index: number, clickCount = 1): Promise<void> {
  const dialog = elements.locator('dialog[open]');
  const place = (await dialog.count()) > 0 ? dialog : elements;
  await press(place.locator('button:visible'), index, clickCount);
}

export async function nth(locator: Locator, index: number): Promise<Locator | undefined> {
  const count = await locator.count();
  return count === 0 ? undefined : locator.nth(index % count);
}

export async function press(locator: Locator, index: number, clickCount = 1): Promise<void> {
  const target = await nth(locator, index);
  // Also what is blocked: pressing it must do nothing.
  await target?.click({ force: true, clickCount, noWaitAfter: true, ...BRIEFLY }).catch(unlessGone);
}

/** What a page may do with its element at any time. */
function changePage({ change, selector }: { readonly change: string; readonly selector: string }): void {
  const element = document.querySelector<ProcessElement>(selector);
  if (!element) return;
  if (change === 'locale') element.locale = element.locale === 'de' ? 'en' : 'de';
  if (change === 'theme') element.theme = element.theme === 'dark' ? 'light' : 'dark';
  if (change === 'root') element.renderRootMode = element.renderRootMode === 'light' ? 'shadow' : 'light';
  if (change === 'move') element.parentElement?.prepend(element);
  if (change === 'take-out-and-back') {
    const place = element.parentElement;
    element.remove();
    setTimeout(() => place?.append(element));
  }
  if (change === 'reset') void element.reset();
}

/** Notes what is in the field then: a field may keep less than it was given. */
export async function typeInto(tab: Tab, field: Locator, value: string): Promise<void> {
  try {
    await field.fill(value, BRIEFLY);
    const [name = '', type, kept = ''] = await field.evaluate(nameAndValue, undefined, BRIEFLY);
    tab.typed.set(type === 'tel' ? `${name} (phone)` : name, kept);
  } catch (cause) {
    unlessGone(cause);
  }
}

function nameAndValue(field: HTMLElement | SVGElement): readonly string[] {
  const { name, type, value } = field as HTMLInputElement;
  return [name, type, value];
}

async function meanwhile(
  { tab, traffic }: World,
  { first, then, held: on, end }: Extract<CommonAction, { do: 'meanwhile' }>,
): Promise<void> {
  const held = traffic.hold(on);
  await performQuick(tab, first);
  const goesOn = async () => held.taken || ((await tab.look())?.rests ?? false);
  for (let tries = 0; tries < 200 && !(await goesOn()); tries++);
  await performQuick(tab, then);
  held.release(end);
}

async function inSecondTab(world: World, doing: readonly QuickAction[]): Promise<void> {
  const { context, traffic, tab } = world;
  const page = await context.newPage();
  try {
    const second = await Tab.open(page, traffic, tab.site);
    await second.authenticator.ownerAgrees();
    await page.goto(tab.site.front);
    world.check(await second.rest());
    for (const action of doing) {
      await performQuick(second, action);
      world.check(await second.rest());
    }
  } finally {
    await page.close();
  }
}

/** No fault is planned any more. */
export async function allWell({ owner, context }: World): Promise<void> {
  await owner.liftFaults();
  await context.setOffline(false);
}

export function unlessGone(cause: unknown): void {
  if (
    !/Timeout|closed|destroyed|detached|outside of the viewport|not visible|not an <input>/i.test(
      String(cause),
    )
  )
    throw cause;
}

export function unlessOffline(cause: unknown): void {
  if (!/net::ERR_|interrupted|destroyed|Timeout 1\d+ms/i.test(String(cause))) throw cause;
}
