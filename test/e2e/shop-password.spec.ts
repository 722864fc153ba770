import type { Page } from '@playwright/test';
import { expect, test } from './support/fixtures.js';

const ADA = { name: 'Ada Lovelace', email: 'ada@example.com', password: 'correct horse' } as const;

async function signUp(page: Page, { name, email, password } = ADA): Promise<void> {
  await page.goto('/shop/sign-up');
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page).toHaveURL('/shop/welcome');
}

async function signOut(page: Page): Promise<void> {
  await page.goto('/shop/account');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page).toHaveURL('/shop/login');
}

async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

test.describe('The shop without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('lets people sign up, sign in, pay and sign out with a password', async ({ page }) => {
    await signUp(page);
    await expect(page.getByRole('heading', { name: 'Hello, Ada Lovelace' })).toBeVisible();
    await signOut(page);
    await signIn(page, ADA.email, ADA.password);
    await page.getByRole('main').getByRole('link', { name: 'Go to your account' }).click();
    await expect(page.getByText(`Signed in as ${ADA.email}`)).toBeVisible();
    await page.getByRole('link', { name: 'Go to checkout' }).click();
    await page.getByLabel('Password').fill(ADA.password);
    await page.getByRole('button', { name: 'Pay' }).click();
    await expect(page).toHaveURL('/shop/receipt');
    await expect(page.getByText('confirmed with your password')).toBeVisible();
  });

  test('keeps what was typed when it does not fit, but not the password', async ({ page, watch }) => {
    watch.allowFailedRequests(422);
    await signUp(page);
    await signOut(page);
    await signIn(page, ADA.email, 'correct house');
    await expect(page.getByRole('alert')).toContainText('Email or password is wrong.');
    await expect(page.getByLabel('Email')).toHaveValue(ADA.email);
    await expect(page.getByLabel('Password')).toHaveValue('');
    await page.goto('/shop/sign-up');
    await page.getByLabel('Name').fill('<b>"Ada" & Co</b>');
    await page.getByLabel('Email').fill(ADA.email);
    await page.getByLabel('Password').fill('battery staple');
    await page.getByRole('button', { name: 'Create account' }).click();
    await expect(page.getByRole('alert')).toHaveText('There is an account with this email address already.');
    await expect(page.getByLabel('Name')).toHaveValue('<b>"Ada" & Co</b>');
  });
});
