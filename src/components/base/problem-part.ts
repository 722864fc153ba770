import { nothing, type TemplateResult } from 'lit';
import type { ApiError } from '../../api/api-error.js';
import type { RequestError } from '../../api/types.js';
import { addEnglish } from '../../localize/english.js';
import { enProblems } from '../../localize/en-problems.js';
import type { Localization } from '../../localize/localize-context.js';
import type { Problem } from '../../process/process-state.js';
import { problem } from '../styles/problem.styles.js';
import { alert } from '../ui/alert.js';
import { announce } from './live-region.js';
import { problemMessage, requestErrorMessage, signedOut, type ErrorTopic } from './problem-message.js';
import { busyMessage, stillWaits, type WaitingScreen } from './busy-message.js';

addEnglish(enProblems);

type Screen = WaitingScreen & ParentNode;

/** Words for an answer that a person can do something about, if it is one. */
function refusal(screen: Screen, error: ApiError, app: string): string | undefined {
  return busyMessage(screen, error, app) ?? signedOut(error, screen.localization.t, app);
}

/** What was said last of each screen. */
const spoken = new WeakMap<Screen, { readonly text: string; readonly problem: Problem | undefined }>();

/** What a screen says when something went wrong: words, shape and styles. */
export const problemPart = {
  styles: problem,
  alert,
  errorText: requestErrorMessage,
  refusal,

  /** Why the last action did not lead on; `typed`: something was typed that is still there. */
  problem(problem: Problem, screen: Screen, app: string, typed: boolean): TemplateResult | typeof nothing {
    const { localization } = screen;
    const refused = problem.kind === 'request' ? refusal(screen, problem.error, app) : undefined;
    const message = problemMessage(problem, localization, app);
    if (!message) return nothing;
    // A failed request is no reason to fear for what was typed; where nothing was, there is nothing to say of it.
    const kept = typed && problem.kind === 'request' ? ` ${localization.t('request.kept')}` : '';
    return alert((refused ?? message.text) + kept, message.tone);
  },

  /** What the server said of the screen. */
  error(error: RequestError, localization: Localization, topic: ErrorTopic | undefined): TemplateResult {
    // What a person has called off themselves is no error.
    const tone = error.code === 'social_cancelled' ? 'calm' : 'danger';
    return alert(requestErrorMessage(error, localization, topic), tone);
  },

  /** Speaks the message above the form when it is news: the same words after another try are, those of a wait that goes on are not. */
  speak(screen: Screen, answered: boolean): void {
    const { problem, localization } = screen;
    const text = screen.querySelector('.cbo-alert')?.textContent?.trim() ?? '';
    const last = spoken.get(screen) ?? { text: '', problem };
    const counts = stillWaits(screen) && last.text !== '' && last.problem === problem;
    spoken.set(screen, { text, problem });
    if (text !== '' && (answered || (text !== last.text && !counts))) announce(text, localization.language);
  },
};
