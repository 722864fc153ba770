import { executeServerCommand } from '@web/test-runner-commands';

/** Whether the engine under test has WebAuthn and with it a virtual authenticator. WebKitGTK has neither. */
export const hasWebAuthn = 'PublicKeyCredential' in globalThis && 'credentials' in navigator;

/** Only Chromium refuses a second ceremony, has the Signal API, and lets a prompt wait. */
export const isChromium = 'userAgentData' in navigator;

interface StoredCredential {
  /** base64url */
  id: string;
  userName?: string;
  userDisplayName?: string;
}

/** An authenticator that the browser believes is there and whose owner agrees to everything at once. */
export class VirtualAuthenticator {
  readonly #id: string;

  private constructor(id: string) {
    this.#id = id;
  }

  /** Options are those of the engine's automation protocol. */
  static async add(options: Record<string, unknown> = {}): Promise<VirtualAuthenticator> {
    return new VirtualAuthenticator(await executeServerCommand<string, object>('authenticator:add', options));
  }

  credentials(): Promise<StoredCredential[]> {
    return executeServerCommand<StoredCredential[], string>('authenticator:credentials', this.#id);
  }

  async remove(): Promise<void> {
    await executeServerCommand<boolean, string>('authenticator:remove', this.#id);
  }
}
