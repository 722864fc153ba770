import type { CeremonyFailure } from '../../webauthn/webauthn-outcome.js';
import { rawChallenge } from './ceremony-request.js';
import type { ConnectSession } from './connect-session.js';

/** A person who closes a prompt, or has nothing to use in it, is nothing unexpected. */
const EXPECTED: ReadonlySet<CeremonyFailure> = new Set(['cancelled', 'timed-out', 'no-credential']);

/** Tells the server of a ceremony that came to nothing (behaviour.md 8.6); one that the kit itself ended is nobody's failure. */
export function reportFailure(
  session: ConnectSession,
  ceremony: 'login' | 'append' | 'manage',
  outcome: CeremonyFailure,
  options: string,
): void {
  if (outcome === 'aborted') return;
  const unexpected = EXPECTED.has(outcome) ? '' : '-unexpected';
  const exists = outcome === 'already-registered' && ceremony !== 'login';
  const challenge = rawChallenge(options);
  session.report(exists ? `${ceremony}-credential-exists` : `${ceremony}-error${unexpected}`, {
    message: `situation: ${outcome}`,
    ...(challenge && { challenge }),
  });
}
