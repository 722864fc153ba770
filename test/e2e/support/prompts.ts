import type { Page } from '@playwright/test';

interface Recorder {
  readonly started: { readonly kind: 'get' | 'create' | 'autofill' }[];
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
  constructor(private readonly page: Page) {}

  /** Before the page is opened. */
  async observe(): Promise<void> {
    await this.page.addInitScript(recordPrompts, HUMAN_MS);
  }

  /** How many prompts of a kind this document has opened. */
  async opened(kind: 'get' | 'create' | 'autofill'): Promise<number> {
    return this.page.evaluate(
      (wanted) => globalThis.passkeyPrompts.started.filter((prompt) => prompt.kind === wanted).length,
      kind,
    );
  }

  /** The person closes the prompt that is open. */
  async dismiss(): Promise<void> {
    await this.page.evaluate(() => globalThis.passkeyPrompts.dismiss());
  }
}

function recordPrompts(humanMs: number): void {
  // The browser lacks WebAuthn on pages that are not secure, such as the empty one before the first navigation.
  if (!('credentials' in navigator)) return;
  let close: (() => void) | undefined;
  const recorder: Recorder = { started: [], dismiss: () => close?.() };
  globalThis.passkeyPrompts = recorder;

  type Options = CredentialRequestOptions & CredentialCreationOptions;
  const observed =
    (kind: 'get' | 'create', real: (options: Options) => Promise<Credential | null>) =>
    async (options: Options = {}) => {
      const autofill = options.mediation === 'conditional';
      recorder.started.push({ kind: autofill ? 'autofill' : kind });
      const closed = new AbortController();
      const startedAt = performance.now();
      const dismissed = new Promise<never>((_resolve, reject) => {
        if (autofill) return;
        close = () => {
          closed.abort();
          const refuse = () => reject(new DOMException('The operation was not allowed.', 'NotAllowedError'));
          setTimeout(refuse, Math.max(0, humanMs - (performance.now() - startedAt)));
        };
      });
      const signal = AbortSignal.any([closed.signal, ...(options.signal ? [options.signal] : [])]);
      const answer = real.call(navigator.credentials, { ...options, signal });
      const settled = answer.catch((error: unknown) =>
        closed.signal.aborted ? dismissed : Promise.reject(error as Error),
      );
      return Promise.race([settled, dismissed]);
    };
  const { get, create } = CredentialsContainer.prototype;
  CredentialsContainer.prototype.get = observed('get', get);
  CredentialsContainer.prototype.create = observed('create', create);
}
