import { byId, textElement } from './elements.js';
import { LocalApiError, localApi, type ListedUser } from './local-api-client.js';
import { clearFieldErrors, fillForm, readForm, showFieldErrors } from './settings-form.js';

const form = byId('settings', HTMLFormElement);
const saved = byId('saved', HTMLElement);
const problems = byId('settings-errors', HTMLElement);
const confirmation = byId('confirm', HTMLDialogElement);

form.addEventListener('input', () => (saved.textContent = ''));
form.addEventListener('submit', (event) => {
  event.preventDefault();
  void attempt(save);
});
byId('reset', HTMLButtonElement).addEventListener('click', () => {
  confirmation.returnValue = '';
  confirmation.showModal();
});
confirmation.addEventListener('close', () => {
  if (confirmation.returnValue === 'reset') void attempt(reset);
});
void attempt(load);

async function load(): Promise<void> {
  fillForm(form, await localApi.settings());
  await showUsers();
}

async function save(): Promise<void> {
  fillForm(form, await localApi.changeSettings(readForm(form)));
  saved.textContent = 'Saved.';
}

async function reset(): Promise<void> {
  await localApi.reset();
  await load();
  saved.textContent = 'Everything is as at the start.';
}

async function showUsers(): Promise<void> {
  const users = await localApi.users();
  byId('user-rows', HTMLElement).replaceChildren(...users.map(userRow));
  byId('user-count', HTMLElement).textContent =
    users.length === 0 ? 'Nobody has signed up yet.' : `${users.length} signed up.`;
}

function userRow(user: ListedUser): HTMLLIElement {
  const row = document.createElement('li');
  const name = user.connectIdentifier ?? user.identifiers.map(({ value }) => value).join(', ');
  const what = textElement('span', '', 'what');
  const passkeys = user.passkeys === 1 ? '1 passkey' : `${user.passkeys} passkeys`;
  what.append(textElement('span', user.fullName || name, 'name'));
  what.append(textElement('span', user.fullName ? `${name}, ${passkeys}` : passkeys, 'quiet small'));
  const remove = textElement('button', 'Delete', 'button-small');
  remove.type = 'button';
  remove.setAttribute('aria-label', `Delete ${name}`);
  remove.addEventListener('click', () => {
    void attempt(async () => {
      await localApi.deleteUser(user.id);
      await showUsers();
      byId('users', HTMLElement).focus();
    });
  });
  row.append(what, remove);
  return row;
}

async function attempt(work: () => Promise<void>): Promise<void> {
  saved.textContent = '';
  problems.textContent = '';
  clearFieldErrors(form);
  try {
    await work();
  } catch (error) {
    const fields = error instanceof LocalApiError ? error.fields : [];
    const elsewhere = showFieldErrors(form, fields);
    problems.textContent = [
      error instanceof LocalApiError ? error.message : 'The local API cannot be reached. Is it running?',
      ...elsewhere.map(({ field, message }) => `${field} ${message}.`),
    ].join(' ');
    (form.querySelector<HTMLElement>('[aria-invalid="true"]') ?? problems).focus();
  }
}
