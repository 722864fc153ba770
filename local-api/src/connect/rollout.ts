import { createHash } from 'node:crypto';
import type { ConnectSettings, IdentifierRule } from '../settings/connect-settings.js';

const BUCKETS = 100;

export interface RolloutFacts {
  projectId: string;
  clientEnvHandle: string;
  invitationToken?: string;
}

/** Whether a device is among those passkeys are offered to already, or was invited. */
export function isRolledOut(
  settings: Pick<ConnectSettings, 'connectRolloutPercentage' | 'connectInvitationTokens'>,
  { projectId, clientEnvHandle, invitationToken }: RolloutFacts,
): boolean {
  if (invitationToken !== undefined && settings.connectInvitationTokens.includes(invitationToken))
    return true;
  const hash = createHash('sha256').update(`${projectId}:${clientEnvHandle}`).digest();
  return hash.readUInt32BE(0) % BUCKETS < settings.connectRolloutPercentage;
}

/**
 * Whether a person may use passkeys at all: the first rule that fits decides.
 * @param identifier normalised
 */
export function isIdentifierAllowed(rules: readonly IdentifierRule[], identifier: string): boolean {
  return rules.find(({ pattern }) => fits(pattern, identifier))?.allowed ?? true;
}

function fits(pattern: string, identifier: string): boolean {
  const parts = pattern.split('*').map((part) => part.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 'isu').test(identifier);
}
