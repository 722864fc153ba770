import { expectAccessible } from './support/axe.js';
import { expect, test } from './support/fixtures.js';
import { tamperedLink } from './support/email-links.js';
import type { LocalApi } from './support/local-api.js';
import type { AuthProcessPage, Variant } from './support/auth-process-page.js';

const MARIA = 'maria@example.com';
const OTHER = 'maria.k@example.com';
const DEAD = 'This link no longer works';
const ELSEWHERE = 'Your other page goes on by itself. You can close this one.';
const DONE = 'You have finished this on another page or device. You can close this one.';

/** A sign-up as far as the link that stands in for its passkey. */
async function openLinkScreen(auth: AuthProcessPage, variant: Variant = {}): Promise<void> {
  await auth.open(variant);
  await auth.submitSignup({ Email: MARIA });
  await auth.expectScreen('Create your passkey');
  await auth.press('Email me a link instead');
  await auth.expectSentTo(MARIA);
}

/** A sign-in as far as its link, by somebody who signed up by one. */
async function openLinkScreenAtSignIn(auth: AuthProcessPage, owner: LocalApi): Promise<void> {
  await openLinkScreen(auth);
  await auth.page.goto(await owner.linkFor(MARIA));
  await auth.expectSignedInAs(MARIA);
  await auth.signOutToSignIn();
  await auth.submitIdentifier(MARIA);
  await auth.expectSentTo(MARIA);
}

test.beforeEach(({ owner }) =>
  owner.configure({
    verificationMethods: { email: 'email-link' },
    codeFallback: true,
    codePauseSeconds: 0,
  }),
);

test.describe('A link', () => {
  test('opened in another tab goes on there, and the first tab says that it is done', async ({
    anotherTab,
    auth,
    owner,
  }) => {
    await openLinkScreen(auth);
    await anotherTab.page.goto(await owner.linkFor(MARIA));
    await anotherTab.expectSignedInAs(MARIA);
    await auth.expectScreen('Already done');
    await expect(auth.text(DONE)).toBeVisible();
  });

  test('opened in another tab says in the first one that the other goes on, while there is more to do', async ({
    anotherTab,
    auth,
    owner,
  }) => {
    await openLinkScreenAtSignIn(auth, owner);
    await anotherTab.page.goto(await owner.linkFor(MARIA));
    await anotherTab.expectScreen('Sign in faster next time');
    await auth.expectScreen('Email confirmed');
    await expect(auth.text(ELSEWHERE)).toBeVisible();
    await anotherTab.press('Maybe later');
    await anotherTab.expectSignedInAs(MARIA);
  });

  test('opened in another browser says so there, and the first page goes on by itself', async ({
    anotherBrowser,
    auth,
    owner,
  }) => {
    await openLinkScreen(auth);
    await anotherBrowser.page.goto(await owner.linkFor(MARIA));
    await anotherBrowser.expectScreen('Email confirmed');
    await expect(anotherBrowser.text(ELSEWHERE)).toBeVisible();
    await auth.expectSignedInAs(MARIA);
  });

  test('opened twice says the second time that it is done', async ({ anotherBrowser, auth, owner }) => {
    await openLinkScreen(auth);
    const link = await owner.linkFor(MARIA);
    await anotherBrowser.page.goto(link);
    await anotherBrowser.expectScreen('Email confirmed');
    await anotherBrowser.page.goto(link);
    await anotherBrowser.expectScreen('Already done');
    await expect(anotherBrowser.text(DONE)).toBeVisible();
    await auth.expectSignedInAs(MARIA);
    await auth.page.goto(link);
    await auth.expectScreen('Already done');
  });

  test('is handed in once: a reload of its page does not repeat it', async ({
    anotherBrowser,
    auth,
    owner,
  }) => {
    await openLinkScreen(auth);
    await anotherBrowser.page.goto(await owner.linkFor(MARIA));
    await anotherBrowser.expectScreen('Email confirmed');
    await expect(anotherBrowser.page).not.toHaveURL(/corbado/);
    await anotherBrowser.page.reload();
    await anotherBrowser.expectScreen('Create your account');
  });

  test('that has expired is dead, and a new one works', async ({ anotherTab, auth, owner }) => {
    await owner.configure({ codeLifetimeSeconds: 0 });
    await openLinkScreen(auth);
    await anotherTab.page.goto(await owner.linkFor(MARIA));
    await anotherTab.expectScreen(DEAD);
    await owner.configure({ codeLifetimeSeconds: 600 });
    await auth.press('Send a new link');
    await expect(auth.text(/^We sent a new link\./)).toBeVisible();
    await anotherTab.page.goto(await owner.linkFor(MARIA));
    await anotherTab.expectSignedInAs(MARIA);
  });

  test('to an address that was changed is dead, and the one to the new address works', async ({
    anotherTab,
    auth,
    owner,
  }) => {
    await openLinkScreen(auth);
    const link = await owner.linkFor(MARIA);
    await auth.press('Change');
    await expect(auth.text('We send a new link to it.')).toBeVisible();
    await auth.field('Email').fill(OTHER);
    await auth.press('Save and send');
    await auth.expectSentTo(OTHER);
    await anotherTab.page.goto(link);
    await anotherTab.expectScreen(DEAD);
    await anotherTab.page.goto(await owner.linkFor(OTHER));
    await anotherTab.expectSignedInAs(OTHER);
  });

  test('that is waited for when the process runs out leaves what was typed for the next one', async ({
    auth,
    owner,
    watch,
  }) => {
    watch.allowFailedRequests(404);
    await openLinkScreenAtSignIn(auth, owner);
    await owner.forgetEverybody();
    await auth.press('Start again');
    await auth.expectScreen('Welcome back');
    await expect(auth.field('Email')).toHaveValue(MARIA);
  });

  test('leaves the screen that waits for it as it was after a reload', async ({ auth, owner, page }) => {
    await openLinkScreen(auth);
    await page.reload();
    await auth.expectSentTo(MARIA);
    expect(await owner.messages(MARIA)).toHaveLength(1);
  });
});

test.describe('A link that was tampered with', () => {
  test('cannot choose where its token goes', async ({ anotherTab, auth, baseURL, owner }) => {
    const origins = new Set<string>();
    anotherTab.page.on('request', (request) => origins.add(new URL(request.url()).origin));
    await openLinkScreen(auth);
    const link = await owner.linkFor(MARIA);
    await anotherTab.page.goto(tamperedLink(link, { frontendApiUrl: 'https://evil.example' }));
    await anotherTab.expectSignedInAs(MARIA);
    expect([...origins]).toEqual([baseURL]);
  });

  test('is no link of this project when it names another one', async ({ anotherBrowser, auth, owner }) => {
    await openLinkScreen(auth);
    const link = await owner.linkFor(MARIA);
    await anotherBrowser.page.goto(tamperedLink(link, { projectId: 'pro-666' }));
    await anotherBrowser.expectScreen('Create your account');
    await auth.expectSentTo(MARIA);
  });

  test('is dead when it names another process', async ({ anotherBrowser, auth, owner }) => {
    await openLinkScreen(auth);
    const link = await owner.linkFor(MARIA);
    await anotherBrowser.page.goto(tamperedLink(link, { tempId: 'A'.repeat(43) }));
    await anotherBrowser.expectScreen(DEAD);
    await anotherBrowser.page.goto(link);
    await anotherBrowser.expectScreen('Email confirmed');
    await auth.expectSignedInAs(MARIA);
  });
});

const VARIANTS: readonly (readonly [string, Variant])[] = [
  ['in the shadow DOM', {}],
  ['in the light DOM', { root: 'light' }],
  ['from right to left', { dir: 'rtl' }],
];

for (const [name, variant] of VARIANTS)
  test(`The link screen ${name} passes axe in light and dark`, async ({ auth, page }) => {
    await openLinkScreen(auth, variant);
    await expectAccessible(page);
    await auth.press('Send a new link');
    await expect(auth.text(/^We sent a new link\./)).toBeVisible();
    await expectAccessible(page);
  });

test('The pages a link leads to pass axe in light and dark', async ({ anotherBrowser, auth, owner }) => {
  const { page } = anotherBrowser;
  await openLinkScreen(auth);
  const link = await owner.linkFor(MARIA);
  await page.goto(tamperedLink(link, { tempId: 'A'.repeat(43) }));
  await anotherBrowser.expectScreen(DEAD);
  await expectAccessible(page);
  await page.goto(link);
  await anotherBrowser.expectScreen('Email confirmed');
  await expectAccessible(page);
  await page.goto(link);
  await anotherBrowser.expectScreen('Already done');
  await expectAccessible(page);
});
