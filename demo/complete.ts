import type { AuthProcess } from '../src/index.js';

/** Query parameter → attribute of the element. */
const ATTRIBUTES = {
  root: 'render-root',
  theme: 'theme',
  locale: 'locale',
  dir: 'dir',
  initial: 'initial-block',
  history: 'history',
} as const;

const wanted = new URLSearchParams(location.search);
const place = document.querySelector('#elements');
const first = place?.querySelector('auth-process');

if (place && first) {
  for (const [parameter, attribute] of Object.entries(ATTRIBUTES)) {
    const value = wanted.get(parameter);
    if (value !== null) first.setAttribute(attribute, value);
  }
  const elements = [first];
  while (elements.length < Math.min(Number(wanted.get('elements')), 3)) {
    const another = document.createElement('auth-process');
    for (const { name, value } of first.attributes) another.setAttribute(name, value);
    place.append(another);
    elements.push(another);
  }
  for (const element of elements) report(element);
}
dressPage();

/** The page follows the theme and the direction that its element is shown in. */
function dressPage(): void {
  const root = document.documentElement;
  const theme = wanted.get('theme');
  if (theme) root.dataset['theme'] = theme;
  root.dir = wanted.get('dir') ?? '';
}

/** Lists what the element tells its page. Tokens stay out of the DOM. */
function report(element: AuthProcess): void {
  element.addEventListener('cbo-step', ({ block, previousBlock }) =>
    log('cbo-step', `${previousBlock} → ${block}`),
  );
  element.addEventListener('cbo-complete', ({ user, passkeyOperation }) =>
    log('cbo-complete', `${passkeyOperation?.operationType ?? 'no passkey'}, ${user?.sub ?? 'unknown user'}`),
  );
  element.addEventListener('cbo-error', ({ error }) =>
    log('cbo-error', [error.kind, error.status, error.type].filter(Boolean).join(' ')),
  );
  element.addEventListener('cbo-unknown-block', ({ block }) => log('cbo-unknown-block', block));
}

function log(name: string, text: string): void {
  const row = document.createElement('li');
  const time = document.createElement('time');
  time.textContent = new Date().toLocaleTimeString([], { hour12: false });
  const event = document.createElement('code');
  event.textContent = name;
  const detail = document.createElement('span');
  detail.textContent = text;
  row.append(time, ' ', event, ' ', detail);
  document.querySelector('#events')?.prepend(row);
}
