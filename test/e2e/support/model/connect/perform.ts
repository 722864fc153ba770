import type { Locator } from '@playwright/test';
import type { Person } from '../../shop-page.js';
import { TYPED, type CommonAction, type QuickAction } from '../common-action.js';
import {
  BRIEFLY,
  commonDoers,
  leading,
  performBy,
  press,
  typeInto,
  unlessGone,
  type Doers,
} from '../common-perform.js';
import type { Tab } from '../tab.js';
import type { World } from '../walk.js';
import type { Action } from './action.js';

export const MARIA: Person = { name: 'Maria Kowalska', email: TYPED.known, password: 'correct horse' };

const doers: Doers<Exclude<Action | CommonAction, QuickAction>> = {
  ...commonDoers,
  'fill-in': ({ tab }, { who, password }) => fillIn(tab, who, password),
  open: ({ tab: { page } }, { at }) => page.goto(at),
  'sign-out': ({ tab: { page } }) => press(page.getByRole('button', { name: 'Sign out' }), 0),
  'people-go': async ({ owner }) => {
    for (const { id } of await owner.users()) await owner.deleteUser(id);
  },
  'device-forgets': ({ tab: { authenticator } }) => authenticator.clear(),
};

/** Does what the action says, and does not wait for what follows. */
export function perform(world: World, action: Action | CommonAction): Promise<void> {
  return performBy(doers, world, action);
}

/** Says who it is where that is asked, and presses what is advised, by the element or else by the site. */
export async function goOn(tab: Tab): Promise<void> {
  const field = identifierField(tab);
  const elementOffers = (await leading(tab).count()) > 0;
  if (!elementOffers || ((await field.count()) > 0 && (await field.inputValue(BRIEFLY)) === ''))
    await fillIn(tab, 'known', 'right');
  else await press(leading(tab), 0);
}

const identifierField = ({ elements }: Tab): Locator =>
  elements.locator('input[name="identifier"]:visible').first();

/** Says who it is to the element, or fills the site's own form in, and sends that. */
export async function fillIn(tab: Tab, who: 'known' | 'new', password: 'right' | 'wrong'): Promise<void> {
  const { page } = tab;
  const field = identifierField(tab);
  if ((await field.count()) > 0) {
    await typeInto(tab, field, TYPED[who]);
    await press(leading(tab), 0);
    return;
  }
  const form = page.locator('form.card:visible').first();
  const values: Readonly<Record<string, string>> = {
    name: MARIA.name,
    email: TYPED[who],
    password: password === 'right' ? MARIA.password : 'correct house',
  };
  for (const [name, value] of Object.entries(values)) {
    const input = form.locator(`input[name="${name}"]:visible`);
    if ((await input.count()) > 0) await input.fill(value, BRIEFLY).catch(unlessGone);
  }
  await press(form.locator('button[type="submit"]'), 0);
}
