import { expect, test } from './support/fixtures.js';
import { expectAccessible } from './support/axe.js';

const LABEL = 'Phone number';

test.describe('A phone field', () => {
  test.beforeEach(async ({ auth, owner }) => {
    await owner.configure({
      identifiers: { email: { enabled: false }, phone: { enabled: true, required: true } },
    });
    await auth.open();
    await expect(auth.country('Country: United States, US +1')).toBeVisible();
  });

  test('has its country chosen by keyboard, and takes a number as it is written there', async ({
    auth,
    owner,
    page,
  }) => {
    const { keyboard } = page;
    await auth.country().focus();
    await keyboard.press('ArrowDown');
    const search = auth.combobox('Search for a country');
    await expect(search).toBeFocused();
    await keyboard.type('ger');
    await expect(page.getByRole('option')).toHaveText([/Germany/]);
    await expectAccessible(page);
    await keyboard.press('Escape');
    await expect(search).toBeHidden();
    await expect(auth.country('Country: United States, US +1')).toBeFocused();
    await keyboard.press('Enter');
    await keyboard.type('ger');
    await keyboard.press('Enter');
    await expect(auth.country('Country: Germany, DE +49')).toBeVisible();
    await expect(auth.field(LABEL)).toBeFocused();
    await keyboard.type('01512 3456789');
    await keyboard.press('Enter');
    await auth.expectScreen('Create your passkey');
    await auth.press('Create passkey');
    await auth.expectSignedInAs('+4915123456789');
    expect(await owner.users()).toMatchObject([{ identifiers: [{ value: '+4915123456789' }] }]);
  });

  for (const pasted of ['+44 7400 123456', '00447400123456', 'tel:+44-7400-123456', '+44 (0)7400 123456'])
    test(`switches to the country of a pasted number: ${pasted}`, async ({ auth }) => {
      await auth.paste(LABEL, pasted);
      await expect(auth.field(LABEL)).toHaveValue(pasted);
      await expect(auth.country('Country: United Kingdom, GB +44')).toBeVisible();
      await auth.press('Continue');
      await auth.expectScreen('Create your passkey');
      await expect(auth.text('+447400123456')).toBeVisible();
    });

  test('explains a wrong number, keeps it, and takes the corrected one', async ({ auth, page }) => {
    await auth.submitSignup({ [LABEL]: '12' });
    await expect(auth.field(LABEL)).toHaveAccessibleDescription(/^That doesn’t look like a phone number\./);
    await expect(auth.field(LABEL)).toHaveAccessibleDescription(/For example \(201\) 555-0123$/);
    await expect(auth.field(LABEL)).toHaveValue('12');
    await expect(auth.field(LABEL)).toBeFocused();
    await expectAccessible(page);
    await auth.submitSignup({ [LABEL]: '201 555 0123 9' });
    await expect(auth.field(LABEL)).toHaveAccessibleDescription(/^That doesn’t look like a phone number\./);
    await auth.submitSignup({ [LABEL]: '201 555 0123' });
    await auth.expectScreen('Create your passkey');
    await expect(auth.text('+12015550123')).toBeVisible();
  });
});
