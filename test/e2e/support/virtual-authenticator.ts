import type { CDPSession, Page } from '@playwright/test';
import { cdpSession } from './cdp-session.js';

/**
 * The authenticator of a device, by Chromium's automation protocol. Presence is looked at when a ceremony starts:
 * one that started while the person was away stays open, whatever changes later.
 */
export class VirtualAuthenticator {
  readonly #session: CDPSession;
  #authenticatorId: string;

  private constructor(session: CDPSession, authenticatorId: string) {
    this.#session = session;
    this.#authenticatorId = authenticatorId;
  }

  /** Its owner agrees to every ceremony, until told otherwise. With `cable` it is a phone beside this device; its passkeys are synced unless they are `kept`. */
  static async add(
    page: Page,
    transport: 'internal' | 'cable' = 'internal',
    passkeys: 'synced' | 'kept' = 'synced',
  ): Promise<VirtualAuthenticator> {
    const session = await cdpSession(page);
    await session.send('WebAuthn.enable', { enableUI: false });
    const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        ctap2Version: 'ctap2_1',
        transport,
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
        defaultBackupEligibility: passkeys === 'synced',
        defaultBackupState: passkeys === 'synced',
      },
    });
    return new VirtualAuthenticator(session, authenticatorId);
  }

  /** Ceremonies that start from now on are agreed to at once, autofill included. */
  async ownerAgrees(): Promise<void> {
    await this.#setPresence(true);
    await this.#setVerified(true);
  }

  /** Ceremonies that start from now on stay open. */
  async ownerIsAway(): Promise<void> {
    await this.#setPresence(false);
  }

  /** Ceremonies that start from now on are refused: the device cannot verify its owner. */
  async ownerIsRefused(): Promise<void> {
    await this.#setPresence(true);
    await this.#setVerified(false);
  }

  /** The device loses its passkeys. */
  async clear(): Promise<void> {
    await this.#session.send('WebAuthn.clearCredentials', { authenticatorId: this.#authenticatorId });
  }

  /** How many passkeys the device holds. */
  async passkeys(): Promise<number> {
    const { credentials } = await this.#session.send('WebAuthn.getCredentials', {
      authenticatorId: this.#authenticatorId,
    });
    return credentials.length;
  }

  /** The device has no authenticator any more. */
  async remove(): Promise<void> {
    await this.#session.send('WebAuthn.removeVirtualAuthenticator', {
      authenticatorId: this.#authenticatorId,
    });
  }

  /** All the device has is an old security key, which can hold no passkey. */
  async becomesOldSecurityKey(): Promise<void> {
    await this.remove();
    const { authenticatorId } = await this.#session.send('WebAuthn.addVirtualAuthenticator', {
      options: { protocol: 'u2f', transport: 'usb', automaticPresenceSimulation: true },
    });
    this.#authenticatorId = authenticatorId;
  }

  async #setPresence(enabled: boolean): Promise<void> {
    await this.#session.send('WebAuthn.setAutomaticPresenceSimulation', {
      authenticatorId: this.#authenticatorId,
      enabled,
    });
  }

  async #setVerified(isUserVerified: boolean): Promise<void> {
    await this.#session.send('WebAuthn.setUserVerified', {
      authenticatorId: this.#authenticatorId,
      isUserVerified,
    });
  }
}
