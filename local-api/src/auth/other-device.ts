import type { Credential } from '../database/credentials.js';
import type { User } from '../database/users.js';
import type { RequestContext } from '../http/request-context.js';
import type { ClientEnvironment } from './process-state.js';

/** Apple's keychain, which hands its passkeys to Apple's devices only. */
const ICLOUD_KEYCHAIN: readonly string[] = [
  'fbfc3007-154e-4ecc-8c0b-6e020557d7bd',
  'dd4ec289-e01d-41c9-bb89-70fa845d4bf2',
];

const APPLE_PLATFORM = /mac|iphone|ipad|ios/i;

/** True where no passkey of the person can be on this device, but one can be reached on a phone. */
export async function needsOtherDevice(
  { settings, store, rpId }: RequestContext,
  user: User,
  client: ClientEnvironment,
): Promise<boolean> {
  if (!settings.crossDeviceHint) return false;
  const credentials = await store.credentials.listUsable(user.id, rpId);
  if (!credentials.some(({ transports }) => transports.includes('hybrid'))) return false;
  const handle = client.clientEnvHandle;
  const known = handle === undefined ? undefined : await store.credentials.listOnDevice(user.id, handle);
  return !credentials.some((credential) => canBeHere(credential, client, known));
}

/**
 * Whether a passkey can be on a device; in doubt it can.
 * @param known ids of the person's passkeys used on this device before, `undefined` for a nameless one
 */
export function canBeHere(
  credential: Pick<Credential, 'id' | 'aaguid' | 'backupState' | 'transports'>,
  client: ClientEnvironment,
  known: readonly string[] | undefined,
): boolean {
  if (known?.includes(credential.id)) return true;
  // A security key can be plugged in anywhere.
  if (!credential.transports.includes('hybrid') && !credential.transports.includes('internal')) return true;
  if (credential.backupState) {
    const isApple = client.platform === undefined || APPLE_PLATFORM.test(client.platform);
    return isApple || !ICLOUD_KEYCHAIN.includes(credential.aaguid);
  }
  return client.platformAuthenticator !== false && known === undefined;
}
