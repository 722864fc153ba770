import { TYPED } from '../common-action.js';
import type { Screen, View } from '../screen.js';
import type { World } from '../walk.js';
import { isFirst, pressNext } from '../way-out.js';
import { fillIn } from './perform.js';

/** In the account with its passkeys, or behind the checkout. */
export function isThere({ path, screens }: View): boolean {
  return path === '/shop/receipt' || (path === '/shop/account' && screens.every(isList));
}

const isList = ({ type, problem, isModal }: Screen): boolean =>
  type === 'client:passkey-list' && problem === undefined && !isModal;

/** The element's ways on, then the site's own form; who has no account yet makes one, who has one signs in. */
export async function step(world: World, view: View, tried: Set<string>): Promise<unknown> {
  const { tab } = world;
  const { path, screens, ownForm } = view;
  const screen = screens.find(({ isSilent }) => !isSilent);
  if (screen) {
    const named = `name ${screen.fields['identifier'] ?? ''}`;
    const asks = 'identifier' in screen.fields && screen.fields['identifier'] !== TYPED.known;
    if (asks && isFirst(tried, screen, named)) return fillIn(tab, 'known', 'right');
    return pressNext(world, screen, tried);
  }
  if (!ownForm) return tab.page.goto('/shop/account');
  if (firstAt(tried, path)) return fillIn(tab, 'known', 'right');
  const other = path === '/shop/sign-up' ? '/shop/login' : '/shop/sign-up';
  if (path !== '/shop/pay' && firstAt(tried, `from ${path}`)) return tab.page.goto(other);
  throw new Error(`The form of ${path} leads nowhere`);
}

function firstAt(tried: Set<string>, place: string): boolean {
  return !tried.has(place) && Boolean(tried.add(place));
}
