import { byId, textElement } from './elements.js';
import { localApi, type ConnectEvent } from './local-api-client.js';

/** What a page reports, in words. */
const REPORTS: Readonly<Partial<Record<string, string>>> = {
  'login-explicit-abort': 'Left the passkey for another way in',
  'login-error': 'Closed the passkey prompt, or it failed',
  'login-error-untyped': 'The passkey could not be used',
  'login-error-unexpected': 'Something unexpected kept from signing in',
  'login-one-tap-switch': 'Chose another account',
  'login-no-credentials': 'Has no passkey on this device',
  'append-explicit-abort': 'Turned the offer of a passkey down',
  'append-error': 'Closed the prompt for a new passkey, or it failed',
  'append-error-unexpected': 'Something unexpected kept from creating a passkey',
  'append-credential-exists': 'Has a passkey on this device already',
  'append-learn-more': 'Read more about passkeys',
  'manage-error': 'Closed the prompt for another passkey, or it failed',
  'manage-error-unexpected': 'Something unexpected kept from managing passkeys',
  'manage-credential-exists': 'Has a passkey on this device already',
  'manage-learn-more': 'Read more about passkeys',
  'user-append-after-cross-platform-blacklisted': 'Wants no offers after signing in with another device',
  'user-append-after-login-error-blacklisted': 'Wants no offers after an error',
};

const kind = byId('kind', HTMLSelectElement);
const rows = byId('events', HTMLOListElement);
const count = byId('count', HTMLElement);
const failure = byId('failure', HTMLElement);
const time = new Intl.DateTimeFormat(undefined, { timeStyle: 'medium', dateStyle: 'short' });

byId('filter', HTMLFormElement).addEventListener('submit', (event) => {
  event.preventDefault();
  void refresh();
});
kind.addEventListener('change', () => void refresh());
void refresh();

async function refresh(): Promise<void> {
  count.textContent = '';
  failure.textContent = '';
  try {
    const [events, users] = await Promise.all([localApi.connectEvents(kind.value), localApi.users()]);
    const names = new Map(users.map(({ id, connectIdentifier = '' }) => [id, connectIdentifier]));
    rows.replaceChildren(...events.map((event) => eventRow(event, names.get(event.userId ?? '') ?? '')));
    byId('list', HTMLElement).hidden = events.length === 0;
    byId('empty', HTMLElement).hidden = events.length > 0;
    count.textContent = events.length === 1 ? '1 event.' : `${events.length} events.`;
  } catch {
    failure.textContent = 'The local API cannot be reached. Is it running?';
  }
}

function eventRow(event: ConnectEvent, person: string): HTMLLIElement {
  const row = document.createElement('li');
  const what = textElement('div', '', 'what');
  what.append(textElement('span', titleOf(event), 'name'), detailsOf(event));
  const when = textElement('div', '', 'what quiet small');
  const moment = textElement('time', time.format(new Date(event.createdAt)));
  moment.dateTime = new Date(event.createdAt).toISOString();
  if (person) when.append(textElement('bdi', person));
  when.append(moment);
  row.append(what, when);
  return row;
}

function titleOf({ kind: kindOfEvent, type, message = '', durationMs }: ConnectEvent): string {
  if (kindOfEvent === 'connect-decision') return `The API ${message}`;
  if (kindOfEvent === 'connect') return REPORTS[type] ?? type;
  return durationMs === undefined ? type : `${type}, ${durationMs} ms`;
}

function detailsOf({ kind: kindOfEvent, type, message }: ConnectEvent): HTMLElement {
  if (kindOfEvent === 'connect-low') return textElement('span', 'A moment of the page', 'quiet small');
  const details = textElement('span', '', 'quiet small');
  details.append(textElement('code', type));
  if (kindOfEvent === 'connect' && message) details.append(`, ${message}`);
  return details;
}
