import type { Page } from '@playwright/test';
import { TYPED, type CommonAction, type QuickAction } from '../common-action.js';
import {
  BRIEFLY,
  commonDoers,
  leading,
  nth,
  performBy,
  press,
  typeInto,
  unlessGone,
  type Doers,
} from '../common-perform.js';
import { Tab } from '../tab.js';
import { Traffic } from '../traffic.js';
import type { World } from '../walk.js';
import type { Action } from './action.js';

const doers: Doers<Exclude<Action | CommonAction, QuickAction>> = {
  ...commonDoers,
  'fill-in': ({ tab }, { who }) => fillIn(tab, who),
  code: (world, action) => enterCode(world, action),
  link: (world, action) => openLink(world, action),
  provider: ({ tab: { page } }, { account, decision }) => answerProvider(page, account, decision),
  open: ({ tab: { page } }, { at }) => page.goto(`/complete.html${at}`),
  'processes-end': ({ owner }) => owner.forgetEverybody(),
};

/** Does what the action says, and does not wait for what follows. */
export async function perform(world: World, action: Action | CommonAction): Promise<void> {
  if (isLeading(action) && atProvider(world.tab.page)) await answerProvider(world.tab.page, 0, 'Continue');
  else await performBy(doers, world, action);
}

/** What somebody does who just wants to go on. */
function isLeading({ do: name }: Action | CommonAction): boolean {
  return name === 'press' || name === 'go-on' || name === 'fill-in' || name === 'submit';
}

const atProvider = (page: Page): boolean => page.url().includes('/local-api/social/');

/** Fills the form in where that is to be done yet, and presses what the screen advises. */
export async function goOn(tab: Tab): Promise<void> {
  if (await isEmptyForm(tab)) await fillIn(tab, 'new');
  else await press(leading(tab), 0);
}

async function isEmptyForm({ elements }: Tab): Promise<boolean> {
  const fields = elements.locator('form:visible input:not([name="code"]):visible');
  const values = await fields.evaluateAll((inputs) =>
    inputs.map((input) => (input as HTMLInputElement).value),
  );
  return values.length > 0 && values.every((value) => value === '');
}

/** Fills every field of the present form with what belongs there, and sends it. */
async function fillIn(tab: Tab, who: 'known' | 'new' | 'ada'): Promise<void> {
  const values: Readonly<Record<string, string>> = {
    identifier: TYPED[who],
    email: TYPED[who],
    username: who,
    phone: who === 'known' ? TYPED.phone : TYPED.second,
    fullName: 'Maria Kowalska',
  };
  const form = tab.elements.locator('form:visible').first();
  const fields = form.locator('input:visible');
  for (let index = 0; index < (await fields.count()); index++) {
    const field = fields.nth(index);
    const value = values[(await field.getAttribute('name')) ?? ''];
    if (value !== undefined) await typeInto(tab, field, value);
  }
  await press(leading(tab), 0);
}

async function enterCode(
  { owner, tab: { page, elements } }: World,
  { which, how }: Extract<Action, { do: 'code' }>,
): Promise<void> {
  const field = elements.locator('input[name="code"]:visible').first();
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
  const traffic = other === context ? world.traffic : await Traffic.watch(other, tab.site.calls);
  const page = await other.newPage();
  try {
    const opened = await Tab.open(page, traffic, tab.site);
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
