import type { Page } from '@playwright/test';

type PromptKind = 'get' | 'create' | 'autofill' | 'silent-create';

interface Recorder {
  autofillPending: boolean;
  /** The prompt that waits for the person, if any. */
  open: 'get' | 'create' | undefined;
  /** Calls of the browser's own API under way, autofill included, and the most there were at once. */
  live: number;
  mostLive: number;
  /** Creations without a prompt succeed. Played: Chromium (156) never asks a virtual authenticator for one, after a sign-in with a stored password neither; the call stays pending, and is refused at once with `enableUI`. */
  createsSilently: boolean;
  dismiss(): void;
}

declare global {
  var passkeyPrompts: Recorder;
}

/** A refusal that comes sooner is not a person's. */
const HUMAN_MS = 300;

/**
 * The passkey prompts of a page: which were opened, and a person who closes the open one. The browser's own API does
 * the work; only the closing, which no automation protocol offers, is played: the open call ends as it does then.
 */
export class Prompts {
  #opened: PromptKind[] = [];

  constructor(private readonly page: Page) {}

  /** Before the page is opened. */
  async observe(): Promise<void> {
    await this.page.exposeBinding('promptOpened', (_source, kind: PromptKind) => this.#opened.push(kind));
    await this.page.addInitScript(recordPrompts, HUMAN_MS);
  }

  /** How many prompts of a kind were opened, on this page and those before it. */
  opened(kind: PromptKind): number {
    return this.#opened.filter((opened) => opened === kind).length;
  }

  /** Counts from nothing again. */
  startCounting(): void {
    this.#opened = [];
  }

  /** Whether passkeys wait in the autofill list of a field. */
  async autofillPending(): Promise<boolean> {
    return this.page.evaluate(() => globalThis.passkeyPrompts.autofillPending);
  }

  /** From now on the page's browser creates passkeys without a prompt, as a password manager may. */
  async createSilently(): Promise<void> {
    await this.page.evaluate(() => {
      globalThis.passkeyPrompts.createsSilently = true;
    });
  }

  /** Calls of the browser's own API at the same time, at most. */
  async mostLive(): Promise<number> {
    return this.page.evaluate(() => globalThis.passkeyPrompts.mostLive);
  }

  /** The person closes the prompt that is open. */
  async dismiss(): Promise<void> {
    await this.page.evaluate(() => globalThis.passkeyPrompts.dismiss());
  }
}

function recordPrompts(humanMs: number): void {
  // Missing on pages that are not secure, such as the empty one before the first navigation.
  if (!('credentials' in navigator)) return;
  let close: (() => void) | undefined;
  const recorder: Recorder = {
    autofillPending: false,
    open: undefined,
    live: 0,
    mostLive: 0,
    createsSilently: false,
    dismiss: () => close?.(),
  };
  globalThis.passkeyPrompts = recorder;

  const { promptOpened } = globalThis as unknown as { promptOpened: (kind: PromptKind) => Promise<void> };

  type Options = CredentialRequestOptions & CredentialCreationOptions;
  type Ceremony = (options: Options) => Promise<Credential | null>;
  const { prototype } = CredentialsContainer;
  const get = prototype.get.bind(navigator.credentials);
  const create = prototype.create.bind(navigator.credentials);

  function counted(answer: Promise<Credential | null>): Promise<Credential | null> {
    recorder.live += 1;
    recorder.mostLive = Math.max(recorder.mostLive, recorder.live);
    const ended = () => (recorder.live -= 1);
    answer.then(ended, ended);
    return answer;
  }

  function offerAutofill(options: Options): Promise<Credential | null> {
    void promptOpened('autofill');
    recorder.autofillPending = true;
    const ended = () => (recorder.autofillPending = false);
    options.signal?.addEventListener('abort', ended);
    const answer = counted(get(options));
    answer.then(ended, ended);
    return answer;
  }

  function openPrompt(kind: 'get' | 'create', ceremony: Ceremony, options: Options) {
    void promptOpened(kind);
    recorder.open = kind;
    const startedAt = performance.now();
    const closed = new AbortController();
    const refused = new Promise<never>((_resolve, reject) => {
      close = () => {
        closed.abort();
        const refuse = () => reject(new DOMException('The operation was not allowed.', 'NotAllowedError'));
        setTimeout(refuse, Math.max(0, humanMs - (performance.now() - startedAt)));
      };
    });
    // Nobody waits for it when the ceremony has ended by itself.
    refused.catch(() => undefined);
    const signal = AbortSignal.any([closed.signal, ...(options.signal ? [options.signal] : [])]);
    const answer = counted(ceremony({ ...options, signal }));
    const ended = () => (recorder.open = undefined);
    answer.then(ended, ended);
    return answer.catch((error: unknown) => {
      if (closed.signal.aborted) return refused;
      throw error;
    });
  }

  prototype.get = (options: Options = {}) => {
    // A code from a text message: nothing that a person would see as a prompt of theirs.
    if (!options.publicKey) return counted(get(options));
    return options.mediation === 'conditional' ? offerAutofill(options) : openPrompt('get', get, options);
  };
  prototype.create = (options: Options = {}) => {
    if (options.mediation !== 'conditional') return openPrompt('create', create, options);
    void promptOpened('silent-create');
    const { mediation: _mediation, ...withPrompt } = options;
    return counted(create(recorder.createsSilently ? withPrompt : options));
  };
}
