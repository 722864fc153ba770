export type Operation =
  | 'ProcessInit'
  | 'ProcessGet'
  | 'ProcessReset'
  | 'ProcessComplete'
  | 'SignupInit'
  | 'LoginInit'
  | 'IdentifierUpdate'
  | 'BlockSkip'
  | 'PasskeyAppendFinish'
  | 'PasskeyLoginFinish'
  | 'PasskeyMediationFinish';

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

  async users(): Promise<readonly ListedUser[]> {
    return ((await this.#call('GET', 'users')) as { users: ListedUser[] }).users;
  }

  /** The newest code sent to an address or number. */
  async codeFor(identifier: string): Promise<string> {
    const path = `outbox?identifier=${encodeURIComponent(identifier)}`;
    const { messages } = (await this.#call('GET', path)) as { messages: readonly { code?: string }[] };
    const code = messages[0]?.code;
    if (code === undefined) throw new Error(`No code was sent to ${identifier}`);
    return code;
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
