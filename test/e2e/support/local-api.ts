export type Operation =
  | 'ProcessInit'
  | 'ProcessGet'
  | 'ProcessReset'
  | 'ProcessComplete'
  | 'SignupInit'
  | 'LoginInit'
  | 'IdentifierUpdate'
  | 'IdentifierVerifyStart'
  | 'IdentifierVerifyFinish'
  | 'IdentifierVerifyStatus'
  | 'BlockSkip'
  | 'PasskeyAppendStart'
  | 'PasskeyAppendFinish'
  | 'PasskeyLoginStart'
  | 'PasskeyLoginFinish'
  | 'PasskeyMediationFinish'
  | 'SocialVerifyStart'
  | 'SocialVerifyFinish'
  | 'ConnectTokenCreate'
  | 'ConnectLoginInit'
  | 'ConnectLoginStart'
  | 'ConnectLoginFinish'
  | 'ConnectAppendInit'
  | 'ConnectAppendStart'
  | 'ConnectAppendFinish'
  | 'ConnectManageInit'
  | 'ConnectManageList'
  | 'ConnectManageDelete';

/** A planned misbehaviour, see `/local-api/faults`. */
export interface Fault {
  readonly operation: Operation;
  readonly effect?: 'status' | 'drop' | 'html' | 'empty' | 'truncated' | 'none';
  readonly lose?: 'request' | 'answer';
  readonly times?: number;
  readonly status?: number;
  readonly delayMs?: number;
  readonly retryAfterSeconds?: number;
}

export interface ListedUser {
  readonly id: string;
  readonly identifiers: readonly { readonly type: string; readonly value: string }[];
  readonly passkeys: number;
}

export interface ListedEvent {
  readonly type: string;
  /** The page's own time, milliseconds. */
  readonly reportedAt?: number;
  /** The same for all that came in one request, milliseconds. */
  readonly createdAt: number;
}

export interface SentMessage {
  readonly code?: string;
  readonly link?: string;
}

/** What the project's owner can do, by `/local-api/*`. */
export class LocalApi {
  constructor(private readonly origin: string) {}

  /** Deletes users, sessions and processes; settings are those of the start. */
  async reset(): Promise<void> {
    await this.#call('POST', 'reset', { settings: true });
  }

  /** Ends every process and deletes every user; settings stay. */
  async forgetEverybody(): Promise<void> {
    await this.#call('POST', 'reset', {});
  }

  async configure(settings: Readonly<Record<string, unknown>>): Promise<void> {
    await this.#call('PATCH', 'settings', settings);
  }

  async plan(fault: Fault): Promise<void> {
    await this.#call('POST', 'faults', fault);
  }

  async liftFaults(): Promise<void> {
    await this.#call('DELETE', 'faults');
  }

  async users(): Promise<readonly ListedUser[]> {
    return ((await this.#call('GET', 'users')) as { users: ListedUser[] }).users;
  }

  async deleteUser(id: string): Promise<void> {
    await this.#call('DELETE', `users/${id}`);
  }

  /** The newest code sent to an address or number. */
  async codeFor(identifier: string): Promise<string> {
    const [newest] = await this.messages(identifier);
    if (newest?.code === undefined) throw new Error(`No code was sent to ${identifier}`);
    return newest.code;
  }

  /** The newest link sent to an address. */
  async linkFor(identifier: string): Promise<string> {
    const [newest] = await this.messages(identifier);
    if (newest?.link === undefined) throw new Error(`No link was sent to ${identifier}`);
    return newest.link;
  }

  /** Everything that was sent, or what was sent to one address or number, newest first. */
  async messages(identifier?: string): Promise<readonly SentMessage[]> {
    const path = identifier === undefined ? 'outbox' : `outbox?identifier=${encodeURIComponent(identifier)}`;
    return ((await this.#call('GET', path)) as { messages: SentMessage[] }).messages;
  }

  /** What the pages told with Connect, oldest first: what became of things, or the moments around them. */
  async events(kind: 'connect' | 'connect-low'): Promise<readonly ListedEvent[]> {
    const { events } = (await this.#call('GET', `events?kind=${kind}`)) as { events: ListedEvent[] };
    return events.reverse();
  }

  /** Types of what the pages reported with Connect, oldest first. */
  async reported(): Promise<readonly string[]> {
    return (await this.events('connect')).map(({ type }) => type);
  }

  async #call(method: string, path: string, body?: object): Promise<unknown> {
    const response = await fetch(`${this.origin}/local-api/${path}`, {
      method,
      ...(body && { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} /local-api/${path}: ${await response.text()}`);
    return response.status === 204 ? undefined : response.json();
  }
}
