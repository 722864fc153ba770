import { textElement } from './elements.js';
import type { FieldProblem, Settings } from './local-api-client.js';

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

interface Codec {
  readonly write: (value: unknown) => string;
  readonly read: (text: string) => unknown;
}

const TEXT_OR_NULL: Codec = {
  write: (value) => (typeof value === 'string' ? value : ''),
  read: (text) => text.trim() || null,
};

const LINES: Codec = {
  write: (value) => (value as string[]).join('\n'),
  read: (text) => separated(text, '\n'),
};

/** `allow *@example.com`, a line each. */
const RULES: Codec = {
  write: (value) =>
    (value as { pattern: string; allowed: boolean }[])
      .map(({ pattern, allowed }) => `${allowed ? 'allow' : 'refuse'} ${pattern}`)
      .join('\n'),
  read: (text) =>
    separated(text, '\n').map((line) => {
      const [, verb, pattern = line] = /^(allow|refuse)\s+(.+)$/.exec(line) ?? [];
      return { pattern, allowed: verb && verb === 'allow' };
    }),
};

/** `event-low=true`, a line each. */
const FLAGS: Codec = {
  write: (value) =>
    Object.entries(value as Record<string, string>)
      .map(([name, flag]) => `${name}=${flag}`)
      .join('\n'),
  read: (text) => {
    const flags = separated(text, '\n').map((line) => /^(.*?)\s*=\s*(.*)$/.exec(line) ?? ['', line, '']);
    return Object.fromEntries(flags.map(([, name = '', flag = '']) => [name, flag]));
  },
};

/** Settings whose text in the form is not their value. */
const CODECS: Readonly<Partial<Record<string, Codec>>> = {
  identifierOrder: {
    write: (value) => (value as string[]).join(', '),
    read: (text) => separated(text, ','),
  },
  allowedOrigins: LINES,
  socialProviders: {
    write: (value) => (value as string[]).join(', '),
    read: (text) => separated(text, ','),
  },
  rpId: TEXT_OR_NULL,
  ownBlock: TEXT_OR_NULL,
  connectInvitationTokens: LINES,
  connectIdentifierRules: RULES,
  connectFlags: FLAGS,
};

function separated(text: string, separator: string): string[] {
  return text
    .split(separator)
    .map((part) => part.trim())
    .filter(Boolean);
}

function controls(form: HTMLFormElement): Control[] {
  return [...form.elements].filter(
    (element): element is Control =>
      (element instanceof HTMLInputElement ||
        element instanceof HTMLSelectElement ||
        element instanceof HTMLTextAreaElement) &&
      element.name !== '',
  );
}

/** Shows the settings in the controls named after them, by dotted path. */
export function fillForm(form: HTMLFormElement, settings: Settings): void {
  for (const control of controls(form)) {
    const value = control.name
      .split('.')
      .reduce<unknown>((part, key) => (part as Record<string, unknown> | undefined)?.[key], settings);
    if (control instanceof HTMLInputElement && control.type === 'checkbox') control.checked = value === true;
    else control.value = CODECS[control.name]?.write(value) ?? String(value);
  }
}

/** What the controls say, as a change for the server; it is the one who judges. */
export function readForm(form: HTMLFormElement): Settings {
  const settings: Record<string, unknown> = {};
  for (const control of controls(form)) {
    const path = control.name.split('.');
    const last = path.pop() ?? '';
    let part = settings;
    for (const key of path) part = (part[key] ??= {}) as Record<string, unknown>;
    part[last] = valueOf(control);
  }
  return settings;
}

function valueOf(control: Control): unknown {
  if (control instanceof HTMLInputElement && control.type === 'checkbox') return control.checked;
  const codec = CODECS[control.name];
  if (codec) return codec.read(control.value);
  const isNumber = control instanceof HTMLInputElement && control.inputMode === 'numeric';
  return isNumber && /^\s*\d+\s*$/.test(control.value) ? Number(control.value) : control.value;
}

/** Puts each problem under its control, or at the end of the group that the setting is. Returns those without a place. */
export function showFieldErrors(
  form: HTMLFormElement,
  problems: readonly FieldProblem[],
): readonly FieldProblem[] {
  return problems.filter(({ field, message }) => {
    const own = controls(form).find(({ name }) => name === field);
    const group = form.querySelector(`[data-setting="${CSS.escape(field)}"]`);
    const control = own ?? controls(form).find((candidate) => group?.contains(candidate));
    if (!control) return true;
    const error = textElement('p', own ? `This ${message}.` : `They ${message}.`, 'error');
    error.id = `${control.id}-error`;
    if (own) own.after(error);
    else group?.append(error);
    control.setAttribute('aria-invalid', 'true');
    const described = control.getAttribute('aria-describedby') ?? '';
    control.setAttribute('aria-describedby', `${error.id} ${described}`.trim());
    return false;
  });
}

export function clearFieldErrors(form: HTMLFormElement): void {
  for (const control of controls(form)) {
    if (!control.hasAttribute('aria-invalid')) continue;
    control.removeAttribute('aria-invalid');
    document.getElementById(`${control.id}-error`)?.remove();
    const described = (control.getAttribute('aria-describedby') ?? '').split(' ');
    const others = described.filter((id) => id !== `${control.id}-error`).join(' ');
    if (others) control.setAttribute('aria-describedby', others);
    else control.removeAttribute('aria-describedby');
  }
}
