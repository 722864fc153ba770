/** Client of `/local-api/*`, the part of the local server that is no Frontend API. */

export type Settings = Readonly<Record<string, unknown>>;

export interface ListedUser {
  readonly id: string;
  readonly fullName: string;
  readonly identifiers: readonly { readonly type: string; readonly value: string }[];
  readonly passkeys: number;
  /** Of people of Connect, who have no other identifiers. */
  readonly connectIdentifier?: string;
}

/** Something a page with Connect reported, or the Frontend API decided about it. */
export interface ConnectEvent {
  readonly kind: 'connect' | 'connect-low' | 'connect-decision';
  readonly type: string;
  readonly userId?: string;
  readonly message?: string;
  readonly durationMs?: number;
  /** Unix milliseconds. */
  readonly createdAt: number;
}

/** A mail or text message that nobody delivers. */
export interface SentMessage {
  readonly id: number;
  readonly kind: 'email' | 'text-message';
  readonly to: string;
  /** Empty for text messages. */
  readonly subject: string;
  readonly text: string;
  readonly code?: string;
  readonly link?: string;
  /** Unix milliseconds. */
  readonly createdMs: number;
}

export interface FieldProblem {
  /** Dotted path of the setting. */
  readonly field: string;
  readonly message: string;
}

/** The server refused; `message` and `fields` are its words. */
export class LocalApiError extends Error {
  constructor(
    message: string,
    readonly fields: readonly FieldProblem[],
  ) {
    super(message);
  }
}

async function call(method: string, path: string, body?: object): Promise<unknown> {
  const response = await fetch(`/local-api/${path}`, {
    method,
    ...(body && { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
  });
  if (response.status === 204) return undefined;
  const answer: unknown = await response.json();
  if (response.ok) return answer;
  const { error } = answer as { error?: { details?: string; validation?: FieldProblem[] } };
  throw new LocalApiError(
    error?.details ?? `The server answered ${response.status}.`,
    error?.validation ?? [],
  );
}

export const localApi = {
  settings: () => call('GET', 'settings') as Promise<Settings>,
  /** @throws LocalApiError naming each wrong field; then nothing is changed. */
  changeSettings: (changes: Settings) => call('PATCH', 'settings', changes) as Promise<Settings>,
  /** Deletes users, sessions and processes; settings go back to those of the start. */
  reset: () => call('POST', 'reset', { settings: true }),
  /** Newest first. */
  outbox: async () => ((await call('GET', 'outbox')) as { messages: SentMessage[] }).messages,
  clearOutbox: async () => {
    await call('DELETE', 'outbox');
  },
  /** Newest first; of one kind, or with '' of all. */
  connectEvents: async (kind: string) => {
    const { events } = (await call('GET', kind === '' ? 'events' : `events?kind=${kind}`)) as {
      events: ConnectEvent[];
    };
    return events.filter((event) => event.kind.startsWith('connect'));
  },
  users: async () => ((await call('GET', 'users')) as { users: ListedUser[] }).users,
  deleteUser: (id: string) => call('DELETE', `users/${encodeURIComponent(id)}`),
};
