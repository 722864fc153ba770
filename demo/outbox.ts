import { byId, textElement } from './elements.js';
import { localApi, type SentMessage } from './local-api-client.js';

const POLL_MS = 2_000;

const rows = byId('messages', HTMLOListElement);
const count = byId('count', HTMLElement);
const failure = byId('failure', HTMLElement);
const identifier = byId('identifier', HTMLInputElement);
const identifiers = byId('identifiers', HTMLDataListElement);
const time = new Intl.DateTimeFormat(undefined, { timeStyle: 'medium', dateStyle: 'short' });

let messages: readonly SentMessage[] = [];
let timer: ReturnType<typeof setTimeout> | undefined;

identifier.value = new URLSearchParams(location.search).get('identifier') ?? '';
identifier.addEventListener('input', show);
byId('filter', HTMLFormElement).addEventListener('submit', (event) => event.preventDefault());
byId('clear', HTMLButtonElement).addEventListener('click', () => void attempt(clear));
document.addEventListener('visibilitychange', poll);
poll();

/** Looks for new messages, then every two seconds for as long as somebody sees the page. */
function poll(): void {
  clearTimeout(timer);
  if (document.visibilityState === 'hidden') return;
  void attempt(load).then(() => {
    clearTimeout(timer);
    timer = setTimeout(poll, POLL_MS);
  });
}

async function load(): Promise<void> {
  messages = await localApi.outbox();
  show();
}

async function clear(): Promise<void> {
  await localApi.clearOutbox();
  await load();
  identifier.focus();
}

async function attempt(work: () => Promise<void>): Promise<void> {
  try {
    await work();
    say(failure, '');
  } catch {
    say(failure, 'The local API cannot be reached. Is it running?');
  }
}

/** Shows the messages that are wanted. Rows that stay are left alone, and with them the focus. */
function show(): void {
  const wanted = identifier.value.trim().toLowerCase();
  const shown = messages.filter(({ to }) => to.toLowerCase().includes(wanted));
  const kept = new Map([...rows.children].map((row) => [row.id, row]));
  const wantedRows = shown.map((message) => kept.get(rowId(message)) ?? messageRow(message));
  if (wantedRows.some((row, index) => rows.children[index] !== row) || rows.children.length !== shown.length)
    place(wantedRows);
  const people = [...new Set(messages.map(({ to }) => to))];
  identifiers.replaceChildren(...people.map((to) => new Option(to, to)));
  byId('empty', HTMLElement).hidden = shown.length > 0;
  say(count, shown.length === 0 ? '' : shown.length === 1 ? '1 message.' : `${shown.length} messages.`);
}

/** Puts rows in order without moving those in place: a moved element loses the focus. */
function place(wanted: readonly Element[]): void {
  for (const row of [...rows.children]) if (!wanted.includes(row)) row.remove();
  wanted.forEach((row, index) => {
    if (rows.children[index] !== row) rows.insertBefore(row, rows.children[index] ?? null);
  });
}

/** Only what has changed is news to a screen reader. */
function say(status: HTMLElement, text: string): void {
  if (status.textContent !== text) status.textContent = text;
}

function rowId({ id }: SentMessage): string {
  return `message-${id}`;
}

function messageRow(message: SentMessage): HTMLLIElement {
  const { kind, to, subject, text, code, link, createdMs } = message;
  const row = document.createElement('li');
  row.id = rowId(message);
  const article = document.createElement('article');
  article.className = 'panel message';
  const header = document.createElement('header');
  const title = textElement('h2', subject || 'Text message');
  title.id = `${row.id}-title`;
  article.setAttribute('aria-labelledby', title.id);
  const sent = textElement('time', time.format(new Date(createdMs)));
  sent.dateTime = new Date(createdMs).toISOString();
  const details = textElement('p', `${kind === 'email' ? 'Mail' : 'Text message'} to `, 'quiet small');
  details.append(textElement('bdi', to, 'recipient'), ', ', sent);
  header.append(title, details);
  article.append(header);
  if (code !== undefined) article.append(codeLine(code));
  if (link !== undefined) article.append(linkLine(link));
  article.append(bodyOf(text.trim(), link));
  row.append(article);
  return row;
}

/** The text as it was sent, its link to be followed. */
function bodyOf(text: string, link: string | undefined): HTMLElement {
  const [before = '', after = ''] = link === undefined ? [text] : text.split(link);
  const body = textElement('p', before, 'body quiet small');
  if (link === undefined) return body;
  const address = textElement('a', link, 'address');
  address.href = link;
  body.append(address, after);
  return body;
}

function codeLine(code: string): HTMLElement {
  const line = textElement('div', '', 'actions');
  const shown = textElement('output', code, 'code');
  const copy = textElement('button', 'Copy code', 'button-small');
  copy.type = 'button';
  const status = textElement('span', '', 'quiet small');
  status.setAttribute('role', 'status');
  copy.addEventListener('click', () => {
    void copyText(code, shown).then((done) => (status.textContent = done));
  });
  line.append(shown, copy, status);
  return line;
}

/** Copies a text; where the browser does not let a page do that, selects it. Resolves with what was done. */
async function copyText(text: string, shown: HTMLElement): Promise<string> {
  try {
    await navigator.clipboard.writeText(text);
    return 'Copied.';
  } catch {
    getSelection()?.selectAllChildren(shown);
    return 'Selected: copy it with your keyboard.';
  }
}

function linkLine(link: string): HTMLElement {
  const line = textElement('div', '', 'actions');
  const open = textElement('a', 'Open the link', 'button button-primary');
  open.href = link;
  const elsewhere = textElement('a', 'Open it in another tab');
  elsewhere.href = link;
  elsewhere.target = '_blank';
  elsewhere.rel = 'noopener';
  line.append(open, elsewhere);
  return line;
}
