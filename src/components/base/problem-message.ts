import { OF_SITE, type ApiError } from '../../api/api-error.js';
import type { LoginIdentifierType, RequestError } from '../../api/types.js';
import type { Localization } from '../../localize/localize-context.js';
import { isMessageKey, type Translate } from '../../localize/messages.js';
import type { Problem } from '../../process/process-state.js';
import { requestFailure } from './request-failure.js';

export interface ProblemMessage {
  readonly text: string;
  readonly tone: 'danger' | 'calm';
}

/** Words for a failed action; `undefined` where there is nothing to say. */
export function problemMessage(
  problem: Problem,
  { t }: Localization,
  app: string,
): ProblemMessage | undefined {
  if (problem.kind === 'completion') return { text: t('completed.failed'), tone: 'danger' };
  if (problem.kind === 'request') return { text: requestFailure(problem.error, t, app), tone: 'danger' };
  if (problem.outcome === 'aborted') return undefined;
  if (problem.outcome === 'invalid-options') return { text: t('ceremony.failed'), tone: 'danger' };
  const calm =
    problem.outcome === 'cancelled' ||
    problem.outcome === 'timed-out' ||
    problem.outcome === 'already-registered';
  return { text: t(`ceremony.${problem.outcome}`), tone: calm ? 'calm' : 'danger' };
}

/** Words for a site that does not know its visitor any more. */
export function signedOut({ code, status }: ApiError, t: Translate, app: string): string | undefined {
  return code === OF_SITE && (status === 401 || status === 403) ? t('request.signedOut', { app }) : undefined;
}

/** What an error is about, where it has words of its own for that. */
export type ErrorTopic = LoginIdentifierType | 'social';

/** Words for an error code of the server; codes the kit does not know get a general text, never themselves. */
export function requestErrorMessage({ code }: RequestError, { t }: Localization, topic?: ErrorTopic): string {
  const keys = [`errors.${code}.${topic ?? ''}`, `errors.${code}`, `errors.unknown.${topic ?? ''}`];
  return (t as (key: string) => string)(keys.find(isMessageKey) ?? 'errors.unknown');
}
