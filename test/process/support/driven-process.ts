import { loadFailedCall } from '../../../src/api/api-client.js';
import {
  ClientStorage,
  type LastIdentifier,
  type StoredAuthProcess,
} from '../../../src/api/client-storage.js';
import type { BlockBody, BlockType, ClientInformation } from '../../../src/api/types.js';
import type { ProcessAction } from '../../../src/process/block-actions.js';
import type { EmailLink } from '../../../src/process/drivers/auth-context.js';
import { AuthDriver } from '../../../src/process/drivers/auth-driver.js';
import type { Attended, DriverResult } from '../../../src/process/process-driver.js';
import type { Step } from '../../../src/process/step.js';
import { toStep } from '../../../src/process/wire-step.js';
import { memoryStorage } from '../../../src/testing/memory-storage.js';
import { openWith, scriptedClient, scriptedFetch, type Script } from '../../../src/testing/scripted-fetch.js';
import { scriptedWebAuthn, type WebAuthnScript } from '../../../src/testing/scripted-webauthn.js';

// The clock of these tests does not wait for a chunk.
await loadFailedCall();

export interface DrivenOptions {
  readonly script?: Script;
  readonly webauthn?: WebAuthnScript;
  readonly preferredBlock?: BlockType;
  /** The page was left at a later screen. */
  readonly isLater?: boolean;
  readonly allowedOrigins?: readonly string[];
  readonly stored?: Partial<StoredAuthProcess>;
  readonly lastIdentifier?: LastIdentifier;
  readonly clientInformation?: () => Promise<ClientInformation>;
  readonly reportsEvents?: boolean;
  /** The page was opened by it. */
  readonly emailLink?: EmailLink;
}

export const OPEN = 'POST /v2/auth/process/init';
export const GET = 'GET /v2/auth/process';
const FAR_FUTURE = 4_102_444_800;

/** An `AuthDriver` whose server, authenticator and storage are scripted. */
export class DrivenProcess {
  readonly page = memoryStorage();
  readonly storage = new ClientStorage('pro-1', this.page);
  readonly fetch;
  readonly webauthn;
  readonly client;
  readonly driver: AuthDriver;
  /** Where the person was sent. */
  readonly left: URL[] = [];
  readonly abort = new AbortController();
  /** Where the process stands. */
  step: Step | undefined;

  constructor(options: DrivenOptions = {}) {
    this.fetch = scriptedFetch(options.script ?? {});
    this.webauthn = scriptedWebAuthn(options.webauthn);
    this.client = scriptedClient(this.fetch);
    if (options.stored)
      this.storage.setAuthProcess({
        id: 'aup-stored',
        expiresAt: FAR_FUTURE,
        frontendApiUrl: 'https://pro-1.frontendapi.corbado.io',
        ...options.stored,
      });
    this.storage.lastIdentifier = options.lastIdentifier;
    const links = options.emailLink ? [options.emailLink] : [];
    this.driver = new AuthDriver({
      client: this.client,
      storage: this.storage,
      webauthn: () => Promise.resolve(this.webauthn),
      unsupportedReason: (type) => this.webauthn.unsupportedReason(type),
      owner: this,
      clientInformation: options.clientInformation ?? (() => Promise.resolve({ bluetoothAvailable: true })),
      takeEmailLink: () => Promise.resolve(links.shift()),
      allowedOrigins: () => options.allowedOrigins ?? [],
      leave: (target) => this.left.push(target),
      reportsEvents: () => options.reportsEvents ?? true,
      prepare: () => Promise.resolve(),
      preferredBlock: () => options.preferredBlock,
      isLater: () => options.isLater ?? false,
    });
  }

  /** A new process that stands at a block. */
  static async at(block: BlockBody, options: DrivenOptions = {}): Promise<DrivenProcess> {
    const process = new DrivenProcess({ ...options, script: { [OPEN]: openWith(block), ...options.script } });
    await process.start();
    return process;
  }

  async start(fresh = false): Promise<DriverResult> {
    return this.#note(await this.driver.start(this.abort.signal, fresh));
  }

  async perform(action: ProcessAction): Promise<DriverResult> {
    const context = { step: this.#step, signal: this.abort.signal };
    return this.#note(await this.driver.perform(action, context));
  }

  attend(): Promise<Attended | undefined> {
    return this.driver.attend({ step: this.#step, signal: this.abort.signal });
  }

  /** What `perform` rejects with. */
  async failure(action: ProcessAction): Promise<unknown> {
    return this.perform(action).then(
      () => undefined,
      (cause: unknown) => cause,
    );
  }

  /** Operations in the order they were asked for, those of a start left out. */
  get operations(): readonly string[] {
    return this.fetch.requests.map(({ operation }) => operation).filter((name) => name !== OPEN);
  }

  /** The only request of an operation. */
  request(operation: string) {
    const requests = this.fetch.to(operation);
    if (requests.length !== 1) throw new Error(`${operation} was asked for ${requests.length} times`);
    return requests[0]!;
  }

  get #step(): Step {
    if (!this.step) throw new Error('The process stands nowhere yet');
    return this.step;
  }

  #note(result: DriverResult): DriverResult {
    if (result.type === 'response') this.step = toStep(result.response.blockBody, 0, result.known);
    if (result.type === 'step') this.step = result.step;
    return result;
  }
}
