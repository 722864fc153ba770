import type { ApiClient } from '../../api/api-client.js';
import { processInit } from '../../api/process-init.js';
import type { ClientStorage, LastIdentifier } from '../../api/client-storage.js';
import type { BlockType, ClientInformation, ProcessResponse } from '../../api/types.js';
import { dataOf, isFields, text } from '../fields.js';
import { isInitBlock } from '../block-types.js';

/** Opens, resumes and remembers the auth process (behaviour.md 4.3 and 7.1). */
export class AuthProcessStore {
  constructor(
    private readonly client: ApiClient,
    private readonly storage: ClientStorage,
  ) {}

  /** Sign-in first where this device has signed in with a passkey before. */
  preferredBlock(): BlockType | undefined {
    return this.storage.lastIdentifier ? 'login-init' : undefined;
  }

  /** Whether this browser has a process to go on with. */
  get isStored(): boolean {
    return this.storage.authProcess() !== undefined;
  }

  /** A new process (ProcessInit). */
  async open(
    clientInformation: () => Promise<ClientInformation>,
    preferredBlock: BlockType | undefined,
    signal: AbortSignal,
  ): Promise<ProcessResponse> {
    const body = {
      clientInformation: await clientInformation(),
      ...(preferredBlock && isInitBlock(preferredBlock) ? { preferredBlock } : {}),
      ...this.storage.passkeyAppendState(),
    };
    const opened = await processInit(this.client, body, { signal });
    this.#adopt(opened.token, opened.expiresAt, opened.processResponse.common.frontendApiUrl);
    if (opened.newClientEnvHandle !== undefined) this.storage.setClientEnvHandle(opened.newClientEnvHandle);
    return opened.processResponse;
  }

  /** Notes what an answer means for the next page load. */
  accept({ blockBody, common, newProcess }: ProcessResponse): void {
    if (newProcess) this.#adopt(newProcess.token, newProcess.expiresAt, common.frontendApiUrl);
    else this.client.adoptFrontendApiUrl(common.frontendApiUrl);
    if (blockBody.block !== 'completed') return;
    this.clearProcess();
    this.storage.lastIdentifier = lastIdentifierOf(dataOf(blockBody)['passkeyOperation']);
  }

  /** Goes on with the stored process, where this browser has one. */
  adoptStored(): void {
    const stored = this.storage.authProcess();
    this.client.processId = stored?.id;
    if (stored) this.client.adoptFrontendApiUrl(stored.frontendApiUrl);
  }

  clearProcess(): void {
    this.client.processId = undefined;
    this.storage.clearAuthProcess();
  }

  lastIdentifier(): LastIdentifier | undefined {
    return this.storage.lastIdentifier;
  }

  forgetIdentifier(): void {
    this.storage.lastIdentifier = undefined;
  }

  /** A passkey is offered to somebody who signed in: the server leaves time between two such offers. */
  noteOffer(): void {
    this.storage.notePasskeyAppendShown();
  }

  optOutAfterHybrid(): void {
    this.storage.optOutOfPasskeyAppendAfterHybrid();
  }

  #adopt(id: string, expiresAt: number, frontendApiUrl: string): void {
    this.client.processId = id;
    this.client.adoptFrontendApiUrl(frontendApiUrl);
    this.storage.setAuthProcess({ id, expiresAt, frontendApiUrl });
  }
}

function lastIdentifierOf(operation: unknown): LastIdentifier | undefined {
  if (!isFields(operation)) return undefined;
  const value = text(operation['identifierValue']);
  const type = operation['identifierType'];
  if (value === '' || (type !== 'email' && type !== 'phone' && type !== 'username')) return undefined;
  return { value, type };
}
