import { ApiClient, ApiError, usersApi, type MePasskeyRsp, type MeRsp } from '../src/index.js';
import { byId, textElement } from './elements.js';

const client = new ApiClient({ projectId: 'pro-1', frontendApiUrl: '/' });
const welcome = byId('welcome', HTMLElement);
const failure = byId('failure', HTMLElement);
const dateTime = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

byId('sign-out', HTMLButtonElement).addEventListener('click', () => void attempt(signOut));
byId('refresh', HTMLButtonElement).addEventListener('click', () => void attempt(showSession));
void attempt(load);

async function load(): Promise<void> {
  const user = await usersApi.currentUserGet(client);
  const [{ passkeys }] = await Promise.all([usersApi.currentUserPasskeyGet(client), showSession()]);
  showUser(user);
  byId('passkey-rows', HTMLElement).replaceChildren(...passkeys.map(passkeyRow));
  welcome.textContent = `Signed in as ${user.fullName || (user.identifiers[0]?.value ?? user.id)}.`;
  byId('signed-in', HTMLElement).hidden = false;
}

/** The refresh token is in a cookie: the page sends it without seeing it. */
async function showSession(): Promise<void> {
  const { sessionToken } = await usersApi.currentUserSessionRefresh(client);
  const claims = claimsOf(sessionToken);
  const at = (name: string) =>
    typeof claims[name] === 'number' ? dateTime.format(new Date(claims[name] * 1000)) : 'unknown';
  const text = (name: string) => (typeof claims[name] === 'string' ? claims[name] : '');
  showFacts('session-facts', [
    ['Subject', text('sub')],
    ['Issuer', text('iss')],
    ['Signed in with', text('orig')],
    ['Issued', at('iat')],
    ['Expires', at('exp')],
  ]);
}

async function signOut(): Promise<void> {
  await usersApi.currentUserSessionLogout(client);
  location.assign('/complete.html');
}

async function attempt(work: () => Promise<void>): Promise<void> {
  failure.textContent = '';
  try {
    await work();
  } catch (error) {
    if (error instanceof ApiError && error.status === 401) {
      showSignedOut();
      return;
    }
    welcome.textContent = '';
    failure.textContent = 'The local Frontend API did not answer as it should. Is the demo still running?';
  }
}

function showSignedOut(): void {
  welcome.textContent = 'You are not signed in.';
  byId('signed-in', HTMLElement).hidden = true;
  byId('signed-out', HTMLElement).hidden = false;
}

function showUser({ id, fullName, identifiers }: MeRsp): void {
  showFacts('user-facts', [
    ['ID', id],
    ...(fullName ? ([['Name', fullName]] as const) : []),
    ...identifiers.map(({ type, value }) => [IDENTIFIER_NAMES[type] ?? type, value] as const),
  ]);
}

const IDENTIFIER_NAMES: Readonly<Partial<Record<string, string>>> = {
  email: 'Email',
  username: 'Username',
  phone: 'Phone',
};

function showFacts(id: string, facts: readonly (readonly [string, string])[]): void {
  const rows = facts.flatMap(([term, value]) => [textElement('dt', term), textElement('dd', value)]);
  byId(id, HTMLElement).replaceChildren(...rows);
}

function passkeyRow(passkey: MePasskeyRsp['passkeys'][number]): HTMLLIElement {
  const row = document.createElement('li');
  const what = textElement('span', '', 'what');
  const made = `Created ${dateTime.format(new Date(passkey.createdMs))}`;
  const used = `last used ${dateTime.format(new Date(passkey.lastUsedMs))}`;
  what.append(
    textElement('span', passkey.aaguidDetails.name || 'Passkey', 'name'),
    textElement('span', `${passkey.sourceBrowser} on ${passkey.sourceOS}`, 'quiet small'),
    textElement('span', `${made}, ${used}`, 'quiet small'),
  );
  row.append(what);
  if (passkey.backupState) row.append(textElement('span', 'Synced', 'quiet small'));
  return row;
}

/** Payload of a JWT. A page may read it; whoever must trust it verifies the signature. */
function claimsOf(token: string): Readonly<Record<string, unknown>> {
  const payload = (token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
  const bytes = Uint8Array.from(atob(payload), (character) => character.charCodeAt(0));
  return JSON.parse(new TextDecoder().decode(bytes)) as Record<string, unknown>;
}
