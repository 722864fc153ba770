import type { Message } from '../database/outbox.js';

interface Occasion {
  to: string;
  appName: string;
  /** Host of the page that asked. */
  host: string;
  lifetimeSeconds: number;
}

function validity({ lifetimeSeconds }: Occasion): string {
  const isLong = lifetimeSeconds >= 120;
  const value = isLong ? Math.round(lifetimeSeconds / 60) : lifetimeSeconds;
  const unit = isLong ? 'minute' : 'second';
  const time = new Intl.NumberFormat('en', { style: 'unit', unit, unitDisplay: 'long' }).format(value);
  return `It works for ${time}, once. If you did not ask for it, you can ignore this message: nobody gets in without it.`;
}

export function codeMail(occasion: Occasion, code: string): Message {
  const { to, appName, host } = occasion;
  const text = `Your code for ${appName}: ${code}\n\nEnter it at ${host} and nowhere else. ${validity(occasion)}\n`;
  return { kind: 'email', to, subject: `Your code for ${appName}`, text, code };
}

export function linkMail(occasion: Occasion, link: string): Message {
  const { to, appName, host } = occasion;
  const text = `Open this link to go on with ${appName} at ${host}:\n\n${link}\n\n${validity(occasion)}\n`;
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
