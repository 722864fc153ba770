import type { Message } from '../database/outbox.js';

interface Occasion {
  to: string;
  appName: string;
  /** Host of the page that asked. */
  host: string;
}

const IGNORE =
  'It works for ten minutes, once. If you did not ask for it, you can ignore this message: nobody gets in without it.';

export function codeMail({ to, appName, host }: Occasion, code: string): Message {
  const text = `Your code for ${appName}: ${code}\n\nEnter it at ${host} and nowhere else. ${IGNORE}\n`;
  return { kind: 'email', to, subject: `Your code for ${appName}`, text, code };
}

export function linkMail({ to, appName, host }: Occasion, link: string): Message {
  const text = `Open this link to go on with ${appName} at ${host}:\n\n${link}\n\n${IGNORE}\n`;
  return { kind: 'email', to, subject: `Your link for ${appName}`, text, link };
}

/** The last line binds the code to the host, so that a browser offers it there only (origin-bound codes). */
export function codeTextMessage({ to, appName, host }: Occasion, code: string): Message {
  return {
    kind: 'text-message',
    to,
    subject: '',
    text: `${code} is your code for ${appName}. Do not share it.\n\n@${host} #${code}`,
    code,
  };
}
