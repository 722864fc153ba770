import { unlessOffline } from '../common-perform.js';
import { lossesOnScreen, problemsOfView } from '../invariants.js';
import type { Model } from '../model.js';
import type { World } from '../walk.js';
import { scenarios, type Scenario } from './action.js';
import { goOn, perform } from './perform.js';
import { isThere, step } from './way-out.js';

/** `<auth-process>` on the demo's sign-in page. */
export const authProcessModel: Model<Scenario> = {
  site: {
    tags: ['auth-process'],
    front: '/complete.html',
    // Nobody waits for what is told beside.
    calls: /^\/v2\/(?!.*\/(events|status)$)/,
    goOn,
  },
  scenarios,
  seeds: new URL('seeds.json', import.meta.url),

  async begin(world, { settings, account, mood, at }, way) {
    const { owner, tab } = world;
    if (account) await signUp(world);
    await owner.configure(settings);
    await perform(world, { do: 'mood', mood });
    way.note(`${account ? 'account, ' : ''}${mood}, ${at}`);
    await tab.page.goto(`/complete.html${at}`);
  },

  /** Whoever has left, be it signed in, comes again. */
  async comeBack({ tab }, { path }) {
    if (path.startsWith('/complete') || path.startsWith('/local-api/social/')) return;
    await tab.page.goto('/complete.html').catch(unlessOffline);
    await tab.rest();
  },

  perform,

  problemsOf(view) {
    const holdsLink = /corbadoToken|corbadoEmailLinkID/.test(view.address);
    return [
      ...(holdsLink ? ['The address still holds the link'] : []),
      ...problemsOfView(view, ['completed']),
    ];
  },

  lossesBetween: lossesOnScreen,

  haveInOrder: ({ owner }) =>
    owner.configure({ codeLifetimeSeconds: 600, codePauseSeconds: 0, codesPerHour: 1000 }),

  isThere,
  step,
};

/** Maria has an account with a passkey of this device; nobody is signed in. */
async function signUp({ tab, context }: World): Promise<void> {
  const { page, elements, authenticator } = tab;
  await page.goto('/complete.html?initial=signup-init');
  await tab.rest();
  await elements.locator('input').fill('maria@example.com');
  await page.keyboard.press('Enter');
  await tab.rest();
  await authenticator.ownerAgrees();
  await elements.locator('.cbo-button--primary').click();
  await page.waitForURL(/account\.html$/);
  await authenticator.ownerIsAway();
  await context.clearCookies();
}
