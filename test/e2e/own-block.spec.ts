import type { AuthProcessPage } from './support/auth-process-page.js';
import { expectAccessible } from './support/axe.js';
import { expect, test } from './support/fixtures.js';

const MARIA = 'maria@example.com';
const ACCEPT = '**/local-api/terms-of-service/accept';
const MODULE = /terms-of-service-block/;

/** A sign-up up to the end, where the terms of service stand. */
async function signUp(auth: AuthProcessPage, block = ''): Promise<void> {
  await auth.page.goto(`/own-block.html${block && `?block=${block}`}`);
  await auth.submitSignup({ Email: MARIA });
  await auth.expectScreen('Create your passkey');
  await auth.press('Create passkey');
}

test.beforeEach(({ owner }) => owner.configure({ ownBlock: 'terms-of-service' }));

test.describe('A block of the site’s own', () => {
  test('is a step of the sign-up: nobody has an account before they accept', async ({
    auth,
    owner,
    page,
  }) => {
    await signUp(auth);
    await auth.expectScreen('Our terms');
    await expect(auth.screen('Our terms')).toBeFocused();
    await expectAccessible(page);
    expect(await owner.users()).toEqual([]);
    await auth.press('Accept and continue');
    await auth.expectSignedInAs(MARIA);
  });

  test('is still there after a reload', async ({ auth, page }) => {
    await signUp(auth);
    await auth.expectScreen('Our terms');
    await page.reload();
    await auth.expectScreen('Our terms');
    await auth.press('Accept and continue');
    await auth.expectSignedInAs(MARIA);
  });

  test('may be left like any other step of a sign-up', async ({ auth }) => {
    await signUp(auth);
    await auth.expectScreen('Our terms');
    await auth.press('Not now');
    await auth.press('Keep going');
    await auth.expectScreen('Our terms');
    await auth.press('Not now');
    await auth.press('Stop and go back');
    await auth.expectScreen('Create your account');
  });

  test('has a failed request told in the words of the kit, and tried again', async ({
    auth,
    page,
    watch,
  }) => {
    watch.allowFailedRequests('network');
    await signUp(auth);
    await auth.expectScreen('Our terms');
    await page.route(ACCEPT, (route) => route.abort('connectionrefused'));
    await auth.press('Accept and continue');
    await expect(auth.text(/We couldn’t reach Alder & Clay/)).toBeVisible();
    await page.unroute(ACCEPT);
    await auth.press('Try again');
    await auth.expectSignedInAs(MARIA);
  });

  test('says in its own words what its server refuses', async ({ auth, page }) => {
    await signUp(auth);
    await auth.expectScreen('Our terms');
    await page.route(ACCEPT, (route) => route.continue({ postData: '{"version":"2020-01"}' }), { times: 1 });
    await auth.press('Accept and continue');
    await expect(auth.text('The terms have changed meanwhile.')).toBeVisible();
    await auth.press('Accept and continue');
    await auth.expectSignedInAs(MARIA);
  });

  test('speaks the language of the element', async ({ auth, page }) => {
    await signUp(auth);
    await auth.expectScreen('Our terms');
    await page.locator('auth-process').evaluate((element) => element.setAttribute('locale', 'de'));
    await auth.expectScreen('Unsere Bedingungen');
  });

  test('can be loaded when it is needed', async ({ auth, page }) => {
    let loads = 0;
    await page.route(MODULE, (route) => {
      loads += 1;
      return route.continue();
    });
    await page.goto('/own-block.html?block=lazy');
    await auth.submitSignup({ Email: MARIA });
    await auth.expectScreen('Create your passkey');
    expect(loads).toBe(0);
    await auth.press('Create passkey');
    await auth.expectScreen('Our terms');
    expect(loads).toBe(1);
  });

  test('that cannot be loaded leaves a way on', async ({ auth }) => {
    await signUp(auth, 'failing');
    await auth.expectScreen('Something went wrong');
    await auth.press('Try again');
    await auth.expectScreen('Our terms');
  });

  test('may be registered while the process waits for it', async ({ auth }) => {
    await signUp(auth, 'late');
    await auth.expectScreen('This step needs an update');
    await auth.expectScreen('Our terms');
    await auth.press('Accept and continue');
    await auth.expectSignedInAs(MARIA);
  });

  test('that nobody registered leaves a way on', async ({ auth }) => {
    await signUp(auth, 'none');
    await auth.expectScreen('This step needs an update');
    await auth.press('Start again');
    await auth.expectScreen('Create your account');
  });

  test('that nobody defines leaves a way on, and is drawn once somebody does', async ({
    auth,
    page,
    watch,
  }) => {
    watch.allowLogged(/<shop-never-defined> has not been defined/);
    await signUp(auth, 'undefined');
    await expect(auth.screen('This step needs an update')).toBeVisible({ timeout: 20_000 });
    await page.evaluate(() => {
      customElements.define(
        'shop-never-defined',
        class extends HTMLElement {
          connectedCallback(): void {
            this.append(Object.assign(document.createElement('h2'), { textContent: 'Here after all' }));
          }
        },
      );
    });
    await auth.expectScreen('Here after all');
  });

  test('may stand in for one of the kit', async ({ auth, authenticator, owner, page }) => {
    await owner.configure({ ownBlock: null });
    await auth.haveAccount(MARIA);
    await auth.forgetEverything();
    await authenticator.ownerIsAway();
    await page.goto('/own-block.html?block=known');
    await auth.expectScreen('Back at the wheel?');
    await expectAccessible(page);
    await auth.agreeToPrompts();
    await auth.field('Email').fill(MARIA);
    await auth.press('Go on');
    await auth.expectSignedInAs(MARIA);
  });
});

test.describe('The page of the own block', () => {
  test('turns the step on and off', async ({ page, owner }) => {
    await owner.configure({ ownBlock: null });
    await page.goto('/own-block.html');
    await page.getByRole('button', { name: 'Turn on' }).click();
    await expect(page.getByText('On: create an account to be asked for them.')).toBeVisible();
    await page.getByRole('button', { name: 'Turn off' }).click();
    await expect(page.getByText('Off: sign-ups end without them.')).toBeVisible();
    await expectAccessible(page);
  });
});
