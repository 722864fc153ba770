import type { ReactiveControllerHost } from 'lit';
import type { ApiError } from '../../api/api-error.js';
import { languageTags } from '../../localize/language-tags.js';
import type { Localization } from '../../localize/localize-context.js';
import type { Problem } from '../../process/process-state.js';
import { Countdown } from './countdown.js';

/** The screen that tells of a wait, and is drawn again while it lasts. */
export interface WaitingScreen extends ReactiveControllerHost {
  readonly problem: Problem | undefined;
  readonly localization: Localization;
}

/** Longest wait that is told by the second. */
const MOST_SECONDS = 90;

const waits = new WeakMap<WaitingScreen, Countdown>();

/** Words for a server that has too much to do, with the time it asked to wait (`Retry-After`), counting down from when they are first drawn; `undefined` for any other failure. */
export function busyMessage(screen: WaitingScreen, error: ApiError, app: string): string | undefined {
  const { status, retryAfterMs } = error;
  const { t, language } = screen.localization;
  if (status !== 429) return undefined;
  if (!retryAfterMs) return t('request.busy', { app });
  const countdown = waits.get(screen) ?? new Countdown(screen);
  waits.set(screen, countdown);
  if (countdown.reason !== error) countdown.start(retryAfterMs, error);
  const { seconds } = countdown;
  return seconds > 0 ? t('request.busyFor', { app, when: inTime(seconds, language) }) : t('request.busyOver');
}

/** Whether the wait that the screen tells of still lasts; one that it tells of no more is not counted any further. */
export function stillWaits(screen: WaitingScreen): boolean {
  const countdown = waits.get(screen);
  if (!countdown) return false;
  if (screen.problem?.kind !== 'request' || screen.problem.error !== countdown.reason) countdown.start(0);
  return countdown.seconds > 0;
}

/** `in 24 seconds`, `in 3 minutes`. */
function inTime(seconds: number, language: string): string {
  const words = new Intl.RelativeTimeFormat(languageTags(language));
  return seconds > MOST_SECONDS
    ? words.format(Math.ceil(seconds / 60), 'minute')
    : words.format(seconds, 'second');
}
