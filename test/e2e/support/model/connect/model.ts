import { unlessOffline } from '../common-perform.js';
import { lossesOnScreen, problemsOfView } from '../invariants.js';
import type { Model } from '../model.js';
import type { View } from '../screen.js';
import type { World } from '../walk.js';
import { scenarios, type Scenario } from './action.js';
import { goOn, MARIA, perform } from './perform.js';
import { isThere, step } from './way-out.js';

/** The Connect elements in the demo shop. */
export const connectModel: Model<Scenario> = {
  site: {
    tags: ['connect-login', 'connect-append', 'connect-second-factor', 'connect-passkey-list'],
    front: '/shop/login',
    // Nobody waits for what is told beside.
    calls: /^\/v2\/connect\/(?!events)|^\/shop\/(connect-token|passkey-login|passkey-payment)$/,
    goOn,
  },
  scenarios,
  seeds: new URL('seeds.json', import.meta.url),

  async begin(world, { settings, account, signedIn, mood, at }, way) {
    const { context, owner, tab, watch } = world;
    watch.allowLogged(/did not take the login over/);
    if (account !== 'none') await signUp(world);
    if (account === 'passkey') await createPasskey(world);
    if (!signedIn) await context.clearCookies();
    await owner.configure(settings);
    await perform(world, { do: 'mood', mood });
    way.note(
      `${account === 'none' ? 'no account' : account}, signed ${signedIn ? 'in' : 'out'}, ${mood}, ${at}`,
    );
    await tab.page.goto(at);
  },

  async comeBack({ tab }, { path }) {
    if (path.startsWith('/shop')) return;
    await tab.page.goto('/shop/login').catch(unlessOffline);
    await tab.rest();
  },

  perform,
  problemsOf: (view) => [
    ...problemsOfView(view, ['completed', 'client:passkey-list']),
    ...problemsOfSite(view),
  ],
  lossesBetween: (before, typed, after) => [
    ...lossesOnScreen(before, typed, after),
    ...lossesOnTheWayToTheForm(before, typed, after),
  ],

  haveInOrder: ({ owner }) => owner.configure({ connectAppendLifetimeSeconds: 300 }),

  isThere,
  step,
};

/** An element that has nothing to offer leaves its page to the site, and never beside what it offers. */
function problemsOfSite({ path, screens, ownForm }: View): string[] {
  return screens.flatMap(({ isSilent, type }) => {
    if (isSilent && !ownForm) return [`${path}: Neither the element nor the site has anything to offer`];
    const both = !isSilent && ownForm && type !== 'client:developer-error';
    return both ? [`${path}: The site's own form beside ${type}`] : [];
  });
}

/** Somebody was named to the element, and nobody to the form that took its place. */
function lossesOnTheWayToTheForm(
  { screens: [earlier], path, visit }: View,
  typed: ReadonlyMap<string, string>,
  after: View,
): string[] {
  const named = (typed.get('identifier') ?? earlier?.fields['identifier'] ?? '').trim();
  const isLost = named !== '' && after.visit === visit && after.ownForm?.email === '';
  return isLost ? [`${path}: "${named}" was named, and the form is empty`] : [];
}

/** Maria has an account with the shop, and is signed in. */
async function signUp({ context, origin }: World): Promise<void> {
  const { name, email, password } = MARIA;
  await context.request.post('/shop/sign-up', {
    headers: { Origin: origin },
    form: { name, email, password },
  });
}

/** With a passkey of this device. */
async function createPasskey({ tab }: World): Promise<void> {
  const { page, elements, authenticator } = tab;
  await page.goto('/shop/welcome');
  await authenticator.ownerAgrees();
  await elements.getByRole('button', { name: 'Create passkey' }).click();
  await elements.getByRole('button', { name: 'Continue' }).click();
  await page.waitForURL('**/shop/account');
  await tab.rest();
  await authenticator.ownerIsAway();
}
