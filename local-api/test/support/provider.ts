import assert from 'node:assert/strict';
import { ORIGIN, dataOf, type BlockBody, type TestPage } from './test-page.js';

export type Choice =
  | { account: 'ada@example.com' | 'grace@example.com' }
  | { email: string; name?: string }
  | { decision: 'deny' };

/** What a browser does with an address: it sends its cookies and does not follow by itself here. */
export async function navigate(
  page: TestPage,
  url: string,
  { headers, ...init }: Omit<RequestInit, 'headers'> & { headers?: Record<string, string> } = {},
): Promise<Response> {
  const Cookie = [...page.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  return page.api.app.request(url, { ...init, headers: { Cookie, ...headers } });
}

export function locationOf(response: Response): string {
  const location = response.headers.get('location');
  assert.ok(location, `${response.status} leads on`);
  return location;
}

/** The form of the provider's page as it stands there. */
export function formOf(html: string): URLSearchParams {
  const form = new URLSearchParams();
  for (const [, name = '', value = ''] of html.matchAll(
    /<input type="hidden" name="([^"]*)" value="([^"]*)" \/>/g,
  )) {
    form.append(name, value);
  }
  return form;
}

/** Chooses on the provider's page; gives the address of the callback. */
export async function choose(page: TestPage, oauthUrl: string, choice: Choice): Promise<string> {
  const opened = await navigate(page, oauthUrl);
  assert.equal(opened.status, 200);
  const form = formOf(await opened.text());
  form.set('decision', 'decision' in choice ? choice.decision : 'allow');
  if ('account' in choice) form.set('account', choice.account);
  if ('email' in choice) {
    form.set('account', 'other');
    form.set('email', choice.email);
    form.set('name', choice.name ?? '');
  }
  return locationOf(await submit(page, form));
}

export function submit(page: TestPage, form: URLSearchParams, origin = ORIGIN): Promise<Response> {
  return navigate(page, `${ORIGIN}/local-api/social/authorize`, {
    method: 'POST',
    body: form,
    headers: { Origin: origin },
  });
}

/** Starts a social login; gives the provider's address. */
export async function startSocial(
  page: TestPage,
  authType: 'signup' | 'login',
  providerType = 'google',
): Promise<string> {
  const redirectUrl = `${page.origin}/account.html`;
  const block = await page.step('social/verify/start', { providerType, authType, redirectUrl });
  const { socialData } = dataOf(
    block,
    authType === 'login' ? 'generalBlockLoginInit' : 'generalBlockSignupInit',
  ) as { socialData: { status: string; oauthUrl?: string } };
  assert.equal(socialData.status, 'started');
  return socialData.oauthUrl ?? '';
}

/** There and back again; gives the block the page finds then. */
export async function visitProvider(
  page: TestPage,
  authType: 'signup' | 'login',
  choice: Choice,
): Promise<BlockBody> {
  const callback = await choose(page, await startSocial(page, authType), choice);
  const back = await navigate(page, callback);
  assert.equal(locationOf(back), `${page.origin}/account.html`);
  const { body } = await page.get<{ blockBody: BlockBody }>('/v2/auth/process');
  return body.blockBody;
}

/** A whole social login; gives the block after it. */
export async function social(
  page: TestPage,
  authType: 'signup' | 'login',
  choice: Choice,
): Promise<BlockBody> {
  await visitProvider(page, authType, choice);
  return page.step('social/verify/finish', {});
}
