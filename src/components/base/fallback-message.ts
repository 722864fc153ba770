import type { Translate } from '../../localize/messages.js';
import type { FallbackCode } from '../../process/connect/connect-events.js';

/** The person has done nothing that failed, or has chosen this way: there is nothing to explain. */
const SILENT: ReadonlySet<FallbackCode> = new Set([
  'not_allowed',
  'no_passkey',
  'no_cbo_user',
  'identifier_not_whitelisted',
  'own_login',
  'unsupported',
  'misconfigured',
]);
/** Of no interest to a person who has not tried anything yet. */
const OUTAGES: ReadonlySet<FallbackCode> = new Set(['unavailable', 'token_unavailable']);
const DELETED: ReadonlySet<FallbackCode> = new Set(['cui_credential_deleted', 'passkey_deleted']);
const FAILED: ReadonlySet<FallbackCode> = new Set([
  'unexpected_error',
  'failed_repeatedly',
  'unavailable',
  'token_unavailable',
  'completion_failed',
]);
/** How the server names the two accounts (behaviour.md 6.3). */
const OTHER_ACCOUNT = /^This passkey is linked to a (.+) account\. Try again with your (.+) passkeys\.$/;

/** Whose words they are. */
export type FallbackTopic = 'connectLogin' | 'secondFactor';

export interface FallbackReason {
  readonly code: FallbackCode;
  readonly message: string | undefined;
  /** Whether it follows something the person did. */
  readonly byPerson: boolean;
}

/** What a person reads when the site's own login takes over; a code of the project's own is told in the server's words. */
export function fallbackMessage(
  { code, message, byPerson }: FallbackReason,
  t: Translate,
  topic: FallbackTopic,
): string {
  if (SILENT.has(code) || (!byPerson && OUTAGES.has(code))) return '';
  if (DELETED.has(code)) return t(`${topic}.fallback.deleted`);
  const [, account, own] = OTHER_ACCOUNT.exec(message ?? '') ?? [];
  if (account && own) return t('connectLogin.fallback.otherAccount', { account, own });
  return (!FAILED.has(code) && message) || t(`${topic}.fallback.failed`);
}
