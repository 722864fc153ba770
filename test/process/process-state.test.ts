import { expect } from '@open-wc/testing';
import { ApiError } from '../../src/api/api-error.js';
import { acceptResponse } from '../../src/process/accept-response.js';
import {
  beginAction,
  ceremonyEnded,
  completionProgress,
  INITIAL_STATE,
  requestFailed,
  showStep,
  type ProcessState,
} from '../../src/process/process-state.js';
import { clientStep } from '../../src/process/step.js';
import { blockOf, processResponseOf } from '../../src/testing/wire.js';

const accepted = (block = blockOf('login-init'), state = INITIAL_STATE, byPerson = false) =>
  acceptResponse(state, processResponseOf(block), { byPerson });
const error = new ApiError('network', 'gone');

/** Deep-frozen, so that a function that changes its argument throws. */
function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}

describe('the state of a process', () => {
  it('becomes ready with an answer', () => {
    const state = accepted();
    expect(state).to.include({ status: 'ready', pending: undefined, problem: undefined, generation: 0 });
    expect(state.step.type).to.equal('login-init');
    expect(state.common?.appName).to.equal('Acme');
  });

  it('becomes completed with the last block', () => {
    expect(accepted(blockOf('completed')).status).to.equal('completed');
  });

  it('never changes in place', () => {
    const state = frozen(accepted());
    const response = frozen(processResponseOf(blockOf('signup-init')));
    acceptResponse(state, response, { byPerson: true });
    showStep(state, clientStep('client:expired', {}), true);
    requestFailed(state, error, { type: 'use-passkey' });
    ceremonyEnded(beginAction(state, 'use-passkey'), 'cancelled');
    completionProgress(frozen(accepted(blockOf('completed'))), 'failed');
  });

  it('says the same for the same state and answer', () => {
    const response = processResponseOf(blockOf('signup-init'));
    const known = { byPerson: true };
    expect(acceptResponse(INITIAL_STATE, response, known)).to.deep.equal(
      acceptResponse(INITIAL_STATE, response, known),
    );
  });

  it('notes whether a person led here', () => {
    expect(accepted(undefined, undefined, true).byPerson).to.equal(true);
    expect(accepted(undefined, undefined, false).byPerson).to.equal(false);
  });

  it('keeps the screen and what was wrong while an action runs', () => {
    const failed = requestFailed(accepted(), error, undefined);
    const busy = beginAction(failed, 'use-passkey');
    expect(busy).to.include({ status: 'busy', pending: 'use-passkey', step: failed.step });
    expect(busy.problem).to.equal(failed.problem);
  });

  it('counts a new process, so that no screen of the old one is kept', () => {
    const before = accepted();
    const newProcess = { token: 'aup-2', expiresAt: 4_102_444_800 };
    const response = processResponseOf(blockOf('login-init'), { newProcess });
    const after = acceptResponse(before, response, { byPerson: true });
    expect(after.generation).to.equal(before.generation + 1);
    expect(after.step.key).not.to.equal(before.step.key);
  });

  it('keeps the screen of the same block of the same process', () => {
    const before = accepted();
    expect(accepted(blockOf('login-init', { error: { code: 'a', message: '' } }), before).step.key).to.equal(
      before.step.key,
    );
  });
});

describe('a failed request', () => {
  it('keeps the screen and remembers what to try again', () => {
    const state = beginAction(accepted(), 'use-passkey');
    const failed = requestFailed(state, error, { type: 'use-passkey' });
    expect(failed).to.include({ status: 'ready', step: state.step, pending: undefined, byPerson: true });
    expect(failed.problem).to.deep.equal({ kind: 'request', error, action: { type: 'use-passkey' } });
  });

  it('shows a screen of its own where there is none yet', () => {
    const failed = requestFailed({ ...INITIAL_STATE, status: 'loading' }, error, undefined);
    expect(failed.step.type).to.equal('client:error');
    expect(failed.byPerson).to.equal(false);
  });
});

describe('a ceremony without a credential', () => {
  const fail = (state: ProcessState) => ceremonyEnded(beginAction(state, 'use-passkey'), 'cancelled');

  it('keeps the screen and counts failures in a row', () => {
    const first = fail(accepted());
    expect(first.problem).to.deep.equal({ kind: 'ceremony', outcome: 'cancelled', attempt: 1 });
    expect(fail(first).problem).to.deep.include({ attempt: 2 });
  });

  it('counts from the start after an answer', () => {
    const answered = accepted(blockOf('login-init'), fail(accepted()));
    expect(fail(answered).problem).to.deep.include({ attempt: 1 });
  });

  it('says nothing when the kit itself ended it', () => {
    const state = ceremonyEnded(beginAction(accepted(), 'use-passkey'), 'aborted');
    expect(state).to.include({ status: 'ready', problem: undefined });
  });
});

describe('a completed process', () => {
  const completed = accepted(blockOf('completed'));

  it('tells the screen when the page has taken the session over', () => {
    expect(completionProgress(completed, 'pending').step.data).to.deep.equal({ done: false });
    expect(completionProgress(completed, 'done').step.data).to.deep.equal({ done: true });
  });

  it('takes the failure back when the page tries again', () => {
    const failed = completionProgress(completed, 'failed');
    expect(failed.problem).to.deep.equal({ kind: 'completion' });
    expect(completionProgress(failed, 'pending').problem).to.equal(undefined);
  });
});
