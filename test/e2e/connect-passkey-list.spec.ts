import { expectAccessible } from './support/axe.js';
import { expect, test as base } from './support/fixtures.js';
import { PasskeyListPage } from './support/passkey-list.js';
import { ShopPage } from './support/shop-page.js';
import { VirtualAuthenticator } from './support/virtual-authenticator.js';

const test = base.extend<{ shop: ShopPage; list: PasskeyListPage }>({
  shop: async ({ page }, use) => {
    await use(new ShopPage(page));
  },
  list: async ({ page, shop, authenticator: _authenticator }, use) => {
    const list = new PasskeyListPage(page, shop);
    await list.observe();
    await use(list);
  },
});

const EMPTY = 'No passkeys yet';
const ADDED = 'Passkey added';
const DELETED = 'Passkey deleted';

test.describe('A person’s passkeys', () => {
  test('begin with none, and the first is made from the list', async ({ list, owner }) => {
    await list.open();
    await expect(list.element.getByText(EMPTY)).toBeVisible();
    await list.add();
    await expect(list.rows).toHaveCount(1);
    await expect(list.rows.getByText('This device')).toBeVisible();
    await expect(list.element.getByText(ADDED)).toBeVisible();
    await expect(list.addButton).toBeFocused();
    expect(list.events).toEqual(['cbo-passkey-append']);
    expect(list.tokens).toEqual(['passkey-list', 'passkey-append', 'passkey-list']);
    expect(list.prompts.opened('create')).toBe(1);
    expect(await owner.users()).toMatchObject([{ passkeys: 1 }]);
  });

  test('are there after a reload, and password managers hear of all of them', async ({ list, page }) => {
    await list.openWithPasskey();
    await page.reload();
    await expect(list.rows).toHaveCount(1);
    await expect.poll(() => list.signals.map(({ method }) => method)).toEqual(['all-accepted']);
    expect(list.signals[0]?.credentialIds).toHaveLength(1);
    expect(list.tokens).toEqual(['passkey-list']);
  });

  test('are not doubled on a device that has one', async ({ list, owner }) => {
    await list.openWithPasskey();
    await list.add();
    await expect(list.dialog).toBeVisible();
    await expect(list.dialog).toContainText('There is one already');
    await expect.poll(() => list.reported).toEqual(['manage-credential-exists']);
    await list.inDialog('OK').click();
    await expect(list.dialog).toBeHidden();
    await expect(list.addButton).toBeFocused();
    expect(await owner.users()).toMatchObject([{ passkeys: 1 }]);
  });

  test('stay as they were when the prompt is closed', async ({ authenticator, list, owner }) => {
    await list.open();
    await authenticator.ownerIsAway();
    await list.add();
    await expect.poll(() => list.prompts.opened('create')).toBe(1);
    await list.prompts.dismiss();
    await expect(list.element.getByText('was closed before it finished')).toBeVisible();
    await expect.poll(() => list.reported).toEqual(['manage-error']);
    expect(list.events).toEqual([]);
    expect(await owner.users()).toMatchObject([{ passkeys: 0 }]);
    await authenticator.ownerAgrees();
    await list.button(/Try again|Add a passkey/).click();
    await expect(list.rows).toHaveCount(1);
  });

  test('can be looked at and deleted where no more may be added', async ({ list, owner, page }) => {
    await list.openWithPasskey();
    await owner.configure({ connectManage: false });
    await page.evaluate(() => localStorage.clear());
    await page.reload();
    await expect(list.rows).toHaveCount(1);
    await expect(list.addButton).toHaveCount(0);
    await list.deleteButton().click();
    await list.inDialog('Delete passkey').click();
    await expect(list.element.getByText(EMPTY)).toBeVisible();
  });

  test('can be looked at and deleted by a browser that knows no passkeys', async ({ list, page }) => {
    await list.openWithPasskey();
    await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'PublicKeyCredential'));
    await page.reload();
    await expect(list.rows).toHaveCount(1);
    await list.add();
    await expect(list.dialog).toBeVisible();
    await list.inDialog('OK').click();
    await list.deleteButton().click();
    await list.inDialog('Delete passkey').click();
    await expect(list.rows).toHaveCount(0);
    expect(list.prompts.opened('create')).toBe(0);
  });

  for (const operation of ['ConnectManageInit', 'ConnectManageList'] as const)
    test(`come after a failure of ${operation}, by one more press`, async ({
      list,
      owner,
      shop,
      page,
      watch,
    }) => {
      watch.allowFailedRequests(500);
      await shop.signUp();
      await owner.plan({ operation, effect: 'status', status: 500, times: 3 });
      await page.goto('/shop/account');
      const retry = list.button('Try again');
      await expect(retry).toBeVisible();
      await owner.liftFaults();
      await retry.click();
      await expect(list.element.getByText(EMPTY)).toBeVisible();
    });

  for (const operation of ['ConnectTokenCreate', 'ConnectAppendStart', 'ConnectAppendFinish'] as const)
    test(`are as many as before when ${operation} fails, and one more by another press`, async ({
      list,
      owner,
      watch,
    }) => {
      watch.allowFailedRequests(500);
      await list.open();
      await owner.plan({ operation, status: 500, times: 3, lose: 'request' });
      await list.add();
      const retry = list.button('Try again');
      await expect(retry).toBeVisible();
      await expect(list.rows).toHaveCount(0);
      await owner.liftFaults();
      await retry.click();
      await expect(list.rows).toHaveCount(1);
      await expect(list.element.getByText(ADDED)).toBeVisible();
    });
});

test.describe('Deleting a passkey', () => {
  test('is thought better of', async ({ list, owner, page }) => {
    await list.openWithPasskey();
    for (const leave of [() => list.inDialog('Cancel').click(), () => page.keyboard.press('Escape')]) {
      list.startCounting();
      await list.deleteButton().click();
      await expect(list.inDialog('Cancel')).toBeFocused();
      await leave();
      await expect(list.dialog).toBeHidden();
      await expect(list.deleteButton()).toBeFocused();
      expect(list.events).toEqual(['cbo-passkey-delete-start', 'cbo-passkey-delete-cancel']);
      expect(list.tokens).toEqual([]);
    }
    expect(await owner.users()).toMatchObject([{ passkeys: 1 }]);
  });

  test('is done for good, and password managers hear of it', async ({ list, owner, page }) => {
    await list.openWithPasskey();
    await list.deleteButton().click();
    const request = page.waitForRequest('**/v2/connect/manage/delete');
    await list.inDialog('Delete passkey').click();
    expect(((await request).postDataJSON() as { credentialID: string }).credentialID).toMatch(/^cre-/);
    await expect(list.dialog).toBeHidden();
    await expect(list.element.getByText(EMPTY)).toBeVisible();
    await expect(list.element.getByText(DELETED)).toBeVisible();
    await expect(list.element.locator(':focus')).toHaveCount(1);
    expect(list.events).toEqual(['cbo-passkey-delete-start', 'cbo-passkey-delete-success 0']);
    expect(list.tokens).toEqual(['passkey-delete', 'passkey-list']);
    await expect.poll(() => list.signals.map(({ method }) => method)).toEqual(['unknown']);
    expect(await owner.users()).toMatchObject([{ passkeys: 0 }]);
  });

  test('leaves the others, and the focus near where it was', async ({ authenticator, list, page }) => {
    await list.openWithPasskey();
    await authenticator.remove();
    await VirtualAuthenticator.add(page);
    await list.add();
    await expect(list.rows).toHaveCount(2);
    list.startCounting();
    await list.deleteButton(0).click();
    await list.inDialog('Delete passkey').click();
    await expect(list.rows).toHaveCount(1);
    await expect(list.element.locator(':focus')).toHaveCount(1);
    expect(list.events).toEqual(['cbo-passkey-delete-start', 'cbo-passkey-delete-success 1']);
    await expect.poll(() => list.signals.map(({ method }) => method)).toEqual(['all-accepted']);
    expect(list.signals[0]?.credentialIds).toHaveLength(1);
  });

  test('says in the dialog that it failed, and does it after all', async ({ list, owner, watch }) => {
    watch.allowFailedRequests(500);
    await list.openWithPasskey();
    await owner.plan({ operation: 'ConnectManageDelete', effect: 'status', status: 500, times: 1 });
    await list.deleteButton().click();
    await list.inDialog('Delete passkey').click();
    await expect(list.dialog.getByText('We couldn’t do that on this site right now.')).toBeVisible();
    expect(list.events).toEqual(['cbo-passkey-delete-start', 'cbo-passkey-delete-error']);
    await list.dialog.getByRole('button', { name: /Try again|Delete passkey/ }).click();
    await expect(list.dialog).toBeHidden();
    await expect(list.element.getByText(EMPTY)).toBeVisible();
    expect(list.events.at(-1)).toBe('cbo-passkey-delete-success 0');
  });

  test('counts as done when only the answer was lost', async ({ list, owner, watch }) => {
    watch.allowFailedRequests(503, 404);
    await list.openWithPasskey();
    await owner.plan({ operation: 'ConnectManageDelete', lose: 'answer', times: 1 });
    await list.deleteButton().click();
    await list.inDialog('Delete passkey').click();
    await expect(list.dialog.getByRole('button', { name: /Try again|Delete passkey/ })).toBeEnabled();
    await list.dialog.getByRole('button', { name: /Try again|Delete passkey/ }).click();
    await expect(list.element.getByText(EMPTY)).toBeVisible();
    expect(list.events.at(-1)).toBe('cbo-passkey-delete-success 0');
  });
});

test.describe('The list', () => {
  test('is worked by the keyboard alone', async ({ list, page }) => {
    await list.open();
    await list.addButton.press('Enter');
    await expect(list.rows).toHaveCount(1);
    await expect(list.addButton).toBeFocused();
    await list.deleteButton().press('Enter');
    await expect(list.inDialog('Cancel')).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(list.inDialog('Delete passkey')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(list.element.getByText(EMPTY)).toBeVisible();
    await expect(list.element.locator(':focus')).toHaveCount(1);
    await page.keyboard.press('Tab');
    await expect(list.element.locator(':focus')).toHaveCount(1);
  });

  test('is accessible in every state', async ({ list, page }) => {
    await list.open();
    await expectAccessible(page);
    await list.add();
    await expect(list.rows).toHaveCount(1);
    await expectAccessible(page);
    await list.deleteButton().click();
    await expect(list.dialog).toBeVisible();
    await expectAccessible(page);
    await list.inDialog('Cancel').click();
    await list.add();
    await expect(list.dialog).toBeVisible();
    await expectAccessible(page);
  });
});
