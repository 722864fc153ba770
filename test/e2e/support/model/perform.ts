import type { AuthProcess } from '../../../../src/index.js';
import type { Locator, Page } from '@playwright/test';
import { TYPED, type Action, type QuickAction } from './person-action.js';
import { Tab } from './tab.js';
import { Traffic } from './traffic.js';
import type { World } from './walk.js';

/** A press that meets nothing any more is no failure: people press beside things, too. */
const BRIEFLY = { timeout: 1_000 } as const;

type Doer<Kind extends Action['do']> = (
  world: World,
  action: Extract<Action, { do: Kind }>,
) => Promise<unknown>;

const doers: { readonly [Kind in Exclude<Action['do'], QuickAction['do']>]: Doer<Kind> } = {
  'fill-in': ({ tab }, { who }) => fillIn(tab, who),
  code: (world, action) => enterCode(world, action),
  link: (world, action) => openLink(world, action),
  mood: ({ tab: { authenticator } }, { mood }) =>
    mood === 'agrees'
      ? authenticator.ownerAgrees()
      : mood === 'away'
        ? authenticator.ownerIsAway()
        : authenticator.ownerIsRefused(),
  provider: ({ tab: { page } }, { account, decision }) => answerProvider(page, account, decision),
  open: ({ tab: { page } }, { at }) => page.goto(`/complete.html${at}`),
  meanwhile: (world, action) => meanwhile(world, action),
  fault: ({ owner }, { operation, effect, lose, status, times }) =>
    owner.plan({ operation, effect, lose, status, times }),
  offline: ({ context }) => context.setOffline(true),
  'all-well': (world) => allWell(world),
  'processes-end': ({ owner }) => owner.forgetEverybody(),
  forget: ({ context, tab }, { what }) =>
    what === 'cookies' ? context.clearCookies() : tab.page.evaluate(() => localStorage.clear()),
  time: ({ tab: { page } }, { passes }) => page.clock.fastForward(passes),
  settings: ({ owner }, { settings }) => owner.configure(settings),
  'second-tab': (world, { doing }) => inSecondTab(world, doing),
};

/** Does what the action says, and does not wait for what follows. */
export async function perform(world: World, action: Action): Promise<void> {
  if (isLeading(action) && atProvider(world.tab.page)) await answerProvider(world.tab.page, 0, 'Continue');
  else if (isQuick(action)) await performQuick(world.tab, action);
  else await (doers[action.do] as Doer<typeof action.do>)(world, action as never).catch(unlessOffline);
}

function isQuick(action: Action): action is QuickAction {
  return !Object.hasOwn(doers, action.do);
}

/** What somebody does who just wants to go on. */
function isLeading({ do: name }: Action): boolean {
  return name === 'press' || name === 'go-on' || name === 'fill-in' || name === 'submit';
}

const atProvider = (page: Page): boolean => page.url().includes('/local-api/social/');

type QuickDoer<Kind extends QuickAction['do']> = (
  tab: Tab,
  action: Extract<QuickAction, { do: Kind }>,
) => Promise<unknown>;

const quickDoers: { readonly [Kind in QuickAction['do']]: QuickDoer<Kind> } = {
  press: ({ page }, { button }) => press(buttons(page), button),
  'press-twice': ({ page }, { button }) => press(buttons(page), button, 2),
  'go-on': async (tab) =>
    (await isEmptyForm(tab.page))
      ? fillIn(tab, 'new')
      : press(tab.page.locator('auth-process').locator(LEADING), 0),
  submit: ({ page }) => page.keyboard.press('Enter'),
  escape: ({ page }) => page.keyboard.press('Escape'),
  type: async (tab, { field, text }) => {
    const { page } = tab;
    const input = await nth(page.locator('auth-process').locator('input:visible'), field);
    if (input) await typeInto(tab, input, TYPED[text]);
  },
  back: ({ page }) => page.goBack(),
  forward: ({ page }) => page.goForward(),
  reload: ({ page }) => page.reload(),
  'close-prompt': ({ page }) =>
    page.evaluate(() => (globalThis as Partial<typeof globalThis>).passkeyPrompts?.dismiss()),
  page: ({ page }, { change }) => page.evaluate(changePage, change),
};

async function performQuick(tab: Tab, action: QuickAction): Promise<void> {
  await (quickDoers[action.do] as QuickDoer<typeof action.do>)(tab, action as never).catch(unlessOffline);
}

const LEADING = '[type="submit"]:visible, .cbo-button--primary:visible, .cbo-identity:visible';

const buttons = (page: Page): Locator => page.locator('auth-process').locator('button:visible');

async function nth(locator: Locator, index: number): Promise<Locator | undefined> {
  const count = await locator.count();
  return count === 0 ? undefined : locator.nth(index % count);
}

async function press(locator: Locator, index: number, clickCount = 1): Promise<void> {
  const target = await nth(locator, index);
  // Also what is blocked: pressing it must do nothing.
  await target?.click({ force: true, clickCount, noWaitAfter: true, ...BRIEFLY }).catch(unlessGone);
}

/** What a page may do with its element at any time. */
function changePage(change: string): void {
  const element = document.querySelector<AuthProcess>('auth-process');
  if (!element) return;
  if (change === 'locale') element.locale = element.locale === 'de' ? 'en' : 'de';
  if (change === 'theme') element.theme = element.theme === 'dark' ? 'light' : 'dark';
  if (change === 'root') element.renderRootMode = element.renderRootMode === 'light' ? 'shadow' : 'light';
  if (change === 'move') document.querySelector('#elements')?.prepend(element);
  if (change === 'take-out-and-back') {
    const place = element.parentElement;
    element.remove();
    setTimeout(() => place?.append(element));
  }
  if (change === 'reset') void element.reset();
}

async function isEmptyForm(page: Page): Promise<boolean> {
  const fields = page.locator('auth-process form:visible input:not([name="code"]):visible');
  const values = await fields.evaluateAll((inputs) =>
    inputs.map((input) => (input as HTMLInputElement).value),
  );
  return values.length > 0 && values.every((value) => value === '');
}

/** Notes what is in the field then: a field may keep less than it was given. */
async function typeInto(tab: Tab, field: Locator, value: string): Promise<void> {
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

/** Fills every field of the present form with what belongs there, and sends it. */
async function fillIn(tab: Tab, who: 'known' | 'new' | 'ada'): Promise<void> {
  const { page } = tab;
  const values: Readonly<Record<string, string>> = {
    identifier: TYPED[who],
    email: TYPED[who],
    username: who,
    phone: who === 'known' ? TYPED.phone : TYPED.second,
    fullName: 'Maria Kowalska',
  };
  const form = page.locator('auth-process form:visible').first();
  const fields = form.locator('input:visible');
  for (let index = 0; index < (await fields.count()); index++) {
    const field = fields.nth(index);
    const value = values[(await field.getAttribute('name')) ?? ''];
    if (value !== undefined) await typeInto(tab, field, value);
  }
  await press(page.locator('auth-process').locator(LEADING), 0);
}

async function enterCode(
  { owner, tab: { page } }: World,
  { which, how }: Extract<Action, { do: 'code' }>,
): Promise<void> {
  const field = page.locator('auth-process input[name="code"]:visible').first();
  if ((await field.count()) === 0) return;
  const codes = (await owner.messages()).flatMap(({ code }) => code ?? []);
  const wrong = codes.includes('000000') ? '000001' : '000000';
  const code = { right: codes[0], old: codes[1], wrong, short: '12' }[which] ?? wrong;
  if (how === 'pasted') {
    await field.evaluate(paste, `${code.slice(0, 3)} ${code.slice(3)}`, BRIEFLY).catch(unlessGone);
    return;
  }
  await field.fill('', BRIEFLY).catch(unlessGone);
  await field.pressSequentially(code, BRIEFLY).catch(unlessGone);
  await page.keyboard.press('Enter');
}

function paste(field: HTMLElement | SVGElement, text: string): void {
  (field as HTMLInputElement).value = text;
  field.dispatchEvent(
    new InputEvent('input', { inputType: 'insertFromPaste', bubbles: true, composed: true }),
  );
}

async function openLink(world: World, { which, where }: Extract<Action, { do: 'link' }>): Promise<void> {
  const { owner, tab, browser, context } = world;
  const links = (await owner.messages()).flatMap(({ link }) => link ?? []);
  const link = links[which % Math.max(1, links.length)];
  if (link === undefined) return;
  if (where === 'same-tab') {
    await tab.page.goto(link);
    return;
  }
  const other = where === 'new-tab' ? context : await browser.newContext({ reducedMotion: 'reduce' });
  if (other !== context) await other.clock.install();
  const traffic = other === context ? world.traffic : await Traffic.watch(other);
  const page = await other.newPage();
  try {
    const opened = await Tab.open(page, traffic);
    await page.goto(link);
    world.check(await opened.rest());
  } finally {
    await (other === context ? page.close() : other.close());
  }
}

async function answerProvider(page: Page, account: number, decision: 'Continue' | 'Cancel'): Promise<void> {
  if (!atProvider(page)) return;
  const choices = page.getByRole('radio');
  const choice = await nth(choices, account);
  await choice?.check(BRIEFLY);
  if (account % 3 === 2) await page.getByLabel('E-mail address').fill(TYPED.known, BRIEFLY);
  await page.getByRole('button', { name: decision }).click(BRIEFLY);
}

async function meanwhile(
  { tab, traffic }: World,
  { first, then, held: on, end }: Extract<Action, { do: 'meanwhile' }>,
): Promise<void> {
  const held = traffic.hold(on);
  await performQuick(tab, first);
  const goesOn = async () => held.taken || ((await tab.look())?.rests ?? false);
  for (let tries = 0; tries < 200 && !(await goesOn()); tries++);
  await performQuick(tab, then);
  held.release(end);
}

async function inSecondTab(world: World, doing: readonly QuickAction[]): Promise<void> {
  const page = await world.context.newPage();
  try {
    const second = await Tab.open(page, world.traffic);
    await second.authenticator.ownerAgrees();
    await page.goto('/complete.html');
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

function unlessGone(cause: unknown): void {
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
