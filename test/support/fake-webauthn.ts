import { loadCodec } from '../../src/webauthn/ceremony-options.js';
import { loadFailures } from '../../src/webauthn/native-ceremony.js';
import { nextTask } from './next-task.js';

// The fake browser reads no JSON; the service has what it needs for that, and for failures, at hand, as after `loadWebAuthn()`.
await Promise.all([loadCodec(), loadFailures()]);

export interface NativeCall {
  type: 'get' | 'create';
  options: CredentialRequestOptions & CredentialCreationOptions & { uiMode?: string; otp?: object };
  /** The person agrees. */
  succeed(credential?: unknown): void;
  fail(error: DOMException): void;
}

/** A credential as a browser without `toJSON` gives it. */
export function fakeCredential(overrides: Record<string, unknown> = {}) {
  return {
    id: 'AQID',
    rawId: new Uint8Array([1, 2, 3]).buffer,
    type: 'public-key',
    authenticatorAttachment: 'platform',
    response: {
      clientDataJSON: new TextEncoder().encode('{}').buffer,
      authenticatorData: new Uint8Array([4]).buffer,
      signature: new Uint8Array([5]).buffer,
      userHandle: new Uint8Array([6]).buffer,
    },
    getClientExtensionResults: () => ({}),
    ...overrides,
  };
}

/**
 * A browser with WebAuthn in place of the real one, in every engine. It has one slot, like Chromium: a second call
 * while one is pending fails with OperationError.
 */
export class FakeWebAuthn {
  calls: NativeCall[] = [];
  /** What getClientCapabilities answers; undefined for a browser without it. */
  capabilities: Record<string, boolean> | undefined = { conditionalGet: true, conditionalCreate: true };
  capabilityQuestions = 0;
  /** The browser reads one-time codes from text messages (WebOTP). */
  webOtp = true;
  /** Further static methods of PublicKeyCredential. */
  statics: Record<string, unknown> = {};
  /** Calls stay pending whatever their signal says. */
  ignoresAborts = false;
  /** The browser's probe stays open until this resolves. */
  probe: Promise<void> = Promise.resolve();

  #pending: NativeCall | undefined;
  #originals: [object, string, PropertyDescriptor | undefined][] = [];
  #waiting: (() => void)[] = [];

  install(): void {
    const PublicKeyCredential = Object.assign(class {}, {
      isConditionalMediationAvailable: async () => {
        await this.probe;
        return this.capabilities?.conditionalGet ?? false;
      },
      isUserVerifyingPlatformAuthenticatorAvailable: async () => true,
      ...(this.capabilities && {
        getClientCapabilities: async () => {
          this.capabilityQuestions += 1;
          await this.probe;
          return this.capabilities;
        },
      }),
      ...this.statics,
    });
    this.#replace(window, 'PublicKeyCredential', PublicKeyCredential);
    this.#replace(window, 'OTPCredential', this.webOtp ? class {} : undefined);
    this.#replace(navigator, 'credentials', {
      get: (options: NativeCall['options']) => this.#call('get', options),
      create: (options: NativeCall['options']) => this.#call('create', options),
    });
  }

  restore(): void {
    for (const [target, name, descriptor] of this.#originals.reverse()) {
      Reflect.deleteProperty(target, name);
      if (descriptor) Object.defineProperty(target, name, descriptor);
    }
    this.#originals = [];
  }

  /** Keeps the probe for autofill open until the returned function is called. */
  holdProbe(): () => void {
    let release = () => {};
    this.probe = new Promise((resolve) => (release = resolve));
    return release;
  }

  get pending(): NativeCall | undefined {
    return this.#pending;
  }

  get lastCall(): NativeCall {
    const call = this.calls.at(-1);
    if (!call) throw new Error('There was no native call.');
    return call;
  }

  /** The call number `count`, once it is made. */
  async call(count = this.calls.length + 1): Promise<NativeCall> {
    while (this.calls.length < count) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    await nextTask();
    const call = this.calls[count - 1];
    if (!call) throw new Error('There was no such call.');
    return call;
  }

  #call(type: NativeCall['type'], options: NativeCall['options']): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const settle = (settled: () => void) => {
        if (this.#pending === call) this.#pending = undefined;
        settled();
      };
      const call: NativeCall = {
        type,
        options,
        succeed: (credential = fakeCredential()) => settle(() => resolve(credential)),
        fail: (error) => settle(() => reject(error)),
      };
      this.calls.push(call);
      this.#waiting.splice(0).forEach((wake) => wake());
      if (this.#pending) {
        reject(new DOMException('A request is already pending.', 'OperationError'));
        return;
      }
      this.#pending = call;
      // Like a browser, which takes its time to close a prompt.
      options.signal?.addEventListener('abort', () => {
        if (!this.ignoresAborts)
          void nextTask().then(() => call.fail(new DOMException('Aborted', 'AbortError')));
      });
    });
  }

  #replace(target: object, name: string, value: unknown): void {
    this.#originals.push([target, name, Object.getOwnPropertyDescriptor(target, name)]);
    Object.defineProperty(target, name, { configurable: true, writable: true, value });
  }
}

/** The contract's string of request options. */
export const requestOptions = (overrides: Record<string, unknown> = {}): string =>
  JSON.stringify({ publicKey: { challenge: 'AAECAw', rpId: 'localhost', timeout: 300_000, ...overrides } });

/** The contract's string of creation options. */
export const creationOptions = (overrides: Record<string, unknown> = {}): string =>
  JSON.stringify({
    publicKey: {
      rp: { id: 'localhost', name: 'Test shop' },
      user: { id: 'dXNlci0x', name: 'ann@example.com', displayName: 'Ann' },
      challenge: 'AAECAw',
      pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
      timeout: 300_000,
      ...overrides,
    },
  });
