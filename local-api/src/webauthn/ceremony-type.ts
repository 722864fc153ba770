import type { PasskeyOperation } from '../contract.js';

/**
 * Where the passkey was: on this device, on a phone reached by QR code (cross-device authentication),
 * or on a security key.
 */
export function ceremonyType(
  attachment: string | undefined,
  transports: readonly string[],
): PasskeyOperation['ceremonyType'] {
  if (attachment === 'platform') return 'local';
  if (attachment === 'cross-platform') return transports.includes('hybrid') ? 'cda' : 'security-key';
  const external = ['usb', 'nfc', 'ble', 'smart-card'].some((transport) => transports.includes(transport));
  return external && !transports.includes('internal') ? 'security-key' : 'local';
}
