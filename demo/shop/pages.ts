import type { Account, Payment } from './shop-database.js';

export type PageName =
  | 'front'
  | 'login'
  | 'password-login'
  | 'sign-up'
  | 'welcome'
  | 'account'
  | 'checkout'
  | 'password-payment'
  | 'receipt';

/** Answers `pages/<name>.html` with texts in the places named after them; places without a text stay empty. */
export type PageRenderer = (
  name: PageName,
  texts?: Readonly<Record<string, string>>,
  status?: number,
) => Promise<Response>;

/** What the pages of a signed-in person tell. */
export function signedInTexts(
  { name, email }: Account,
  payment: Payment | undefined,
): Record<string, string> {
  return { name, email, payment: payment ? paymentText(payment) : 'You have not paid anything yet.' };
}

function paymentText({ confirmedBy, paidAt }: Payment): string {
  const time = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' }).format(paidAt);
  return `Paid on ${time}, confirmed with your ${confirmedBy}.`;
}
