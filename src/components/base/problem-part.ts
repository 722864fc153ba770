import { nothing, type TemplateResult } from 'lit';
import type { RequestError } from '../../api/types.js';
import { addEnglish } from '../../localize/english.js';
import { enProblems } from '../../localize/en-problems.js';
import type { Localization } from '../../localize/localize-context.js';
import type { Problem } from '../../process/process-state.js';
import { problem } from '../styles/problem.styles.js';
import { alert } from '../ui/alert.js';
import { problemMessage, requestErrorMessage, type ErrorTopic } from './problem-message.js';

addEnglish(enProblems);

/** What a screen says when something went wrong: words, shape and styles. */
export const problemPart = {
  styles: problem,
  alert,
  errorText: requestErrorMessage,

  /** Why the last action did not lead on; `typed`: something was typed that is still there. */
  problem(
    problem: Problem,
    localization: Localization,
    app: string,
    typed: boolean,
  ): TemplateResult | typeof nothing {
    const message = problemMessage(problem, localization, app);
    if (!message) return nothing;
    // A failed request is no reason to fear for what was typed; where nothing was, there is nothing to say of it.
    const kept = typed && problem.kind === 'request' ? ` ${localization.t('request.kept')}` : '';
    return alert(message.text + kept, message.tone);
  },

  /** What the server said of the screen. */
  error(error: RequestError, localization: Localization, topic: ErrorTopic | undefined): TemplateResult {
    // What a person has called off themselves is no error.
    const tone = error.code === 'social_cancelled' ? 'calm' : 'danger';
    return alert(requestErrorMessage(error, localization, topic), tone);
  },
};
