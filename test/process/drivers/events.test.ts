import { expect } from '@open-wc/testing';
import type { BlockBody, PasskeyAppendVariant } from '../../../src/api/types.js';
import type { ProcessAction } from '../../../src/process/block-actions.js';
import {
  answerWith,
  failWith,
  networkFailure,
  silence,
  type Script,
} from '../../../src/testing/scripted-fetch.js';
import type { WebAuthnScript } from '../../../src/testing/scripted-webauthn.js';
import { blockOf, creationOptions, otherBlockOf, requestOptions } from '../../../src/testing/wire.js';
import { nextTask } from '../../support/next-task.js';
import { DrivenProcess, type DrivenOptions } from '../support/driven-process.js';

const EVENTS = 'POST /v2/auth/events';
const COMPLETE = 'POST /v2/auth/process/complete';
const VERIFY = 'POST /v2/auth/identifier/verify/start';
const LOGIN_START = 'POST /v2/auth/passkey/login/start';
const LOGIN_FINISH = 'POST /v2/auth/passkey/login/finish';
const MEDIATION_FINISH = 'POST /v2/auth/passkey/mediation/finish';
const APPEND_START = 'POST /v2/auth/passkey/append/start';
const APPEND_FINISH = 'POST /v2/auth/passkey/append/finish';

const done = answerWith(blockOf('completed'));
const code = answerWith(blockOf('email-verify'));
const down = failWith(500, 'internal_error');
const use = { type: 'use-passkey' } as const;
const create = { type: 'create-passkey' } as const;
const skip = { type: 'skip' } as const;
const skipForGood = { type: 'skip', forGood: true } as const;
const chooseMail = { type: 'choose-alternative', block: 'email-verify' } as const;
const other = { alternatives: [blockOf('email-verify')] };
const offer = (variant: PasskeyAppendVariant) =>
  blockOf('passkey-append', { authType: 'login', data: { variant } });

interface Moment {
  readonly at: BlockBody;
  readonly action: ProcessAction;
  readonly script?: Script;
  readonly webauthn?: WebAuthnScript;
  readonly events: readonly object[];
}

const verifyChallenge = requestOptions('ICEiIyQlJicoKSorLC0uLw');
const loginError = { eventType: 'login-error' };
const appendError = { eventType: 'append-error' };
const appendAbort = { eventType: 'append-explicit-abort' };
const dead = { data: { challenge: '' } };

/** Each event of the contract (behaviour.md 7.6) at each moment that it tells of. */
const MOMENTS: Readonly<Record<string, Moment>> = {
  'a sign-in that cannot start': {
    at: blockOf('passkey-verify', dead),
    action: use,
    script: { [LOGIN_START]: down },
    events: [loginError],
  },
  'a sign-in whose prompt fails': {
    at: blockOf('passkey-verify'),
    action: use,
    webauthn: { get: ['cancelled'] },
    events: [{ ...loginError, challenge: verifyChallenge }],
  },
  'a sign-in the server does not finish': {
    at: blockOf('passkey-verify'),
    action: use,
    script: { [LOGIN_FINISH]: failWith(400, 'login_error') },
    events: [{ ...loginError, challenge: verifyChallenge }],
  },
  'a sign-in with any passkey that the server does not finish': {
    at: blockOf('login-init'),
    action: use,
    script: { [MEDIATION_FINISH]: failWith(400, 'login_error') },
    events: [{ ...loginError, challenge: requestOptions() }],
  },
  'another way than the passkey of a sign-in': {
    at: blockOf('passkey-verify', other),
    action: chooseMail,
    script: { [VERIFY]: code },
    events: [{ eventType: 'login-explicit-abort' }],
  },
  'a creation that cannot start': {
    at: blockOf('passkey-append', dead),
    action: create,
    script: { [APPEND_START]: down },
    events: [appendError],
  },
  'a creation whose prompt fails': {
    at: blockOf('passkey-append'),
    action: create,
    webauthn: { create: ['timed-out'] },
    events: [{ ...appendError, challenge: creationOptions() }],
  },
  'a creation the server does not finish': {
    at: blockOf('passkey-append'),
    action: create,
    script: { [APPEND_FINISH]: failWith(400, 'validation_error') },
    events: [{ ...appendError, challenge: creationOptions() }],
  },
  'a device that has a passkey': {
    at: blockOf('passkey-append'),
    action: create,
    webauthn: { create: ['already-registered'] },
    events: [{ eventType: 'append-credential-exists', challenge: creationOptions() }],
  },
  'another way than the passkey that is offered': {
    at: blockOf('passkey-append', other),
    action: chooseMail,
    script: { [VERIFY]: code },
    events: [appendAbort],
  },
  'an offer left for later': {
    at: offer('after-hybrid'),
    action: skip,
    script: { [COMPLETE]: done },
    events: [appendAbort],
  },
  'an offer after another device, left for good': {
    at: offer('after-hybrid'),
    action: skipForGood,
    script: { [COMPLETE]: done },
    events: [{ eventType: 'user-append-after-cross-platform-blacklisted' }, appendAbort],
  },
  'the same offer under its older name, left for good': {
    at: otherBlockOf('passkey-append-after-hybrid', { authType: 'login' }),
    action: skipForGood,
    script: { [COMPLETE]: done },
    events: [{ eventType: 'user-append-after-cross-platform-blacklisted' }, appendAbort],
  },
  'an offer after an error, left for good': {
    at: offer('after-error'),
    action: skipForGood,
    script: { [COMPLETE]: done },
    events: [{ eventType: 'user-append-after-login-error-blacklisted' }, appendAbort],
  },
};

/** Performs what a moment is about; whether it led on or failed is not the question here. */
async function live({ at, action, script, webauthn }: Moment, more: DrivenOptions = {}) {
  const options = { ...more, script: { ...script, ...more.script }, ...(webauthn ? { webauthn } : {}) };
  const process = await DrivenProcess.at(at, options);
  await process.perform(action).catch(() => undefined);
  return process;
}

const eventsOf = (process: DrivenProcess) => process.fetch.to(EVENTS).map(({ body }) => body);

describe('what the server is told of', () => {
  for (const [name, moment] of Object.entries(MOMENTS)) {
    it(`${name}, once`, async () => {
      expect(eventsOf(await live(moment))).to.deep.equal(moment.events);
    });

    it(`${name}, without waiting for its answer`, async () => {
      const process = await live(moment, { script: { [EVENTS]: silence } });
      expect(eventsOf(process)).to.deep.equal(moment.events);
    });

    it(`${name}, unless the page has switched that off`, async () => {
      expect(eventsOf(await live(moment, { reportsEvents: false }))).to.deep.equal([]);
    });
  }

  for (const [name, answer] of Object.entries({ 'is not reached': networkFailure, refuses: down }))
    it(`is nothing anybody misses when the server ${name}`, async () => {
      const process = await live(MOMENTS['an offer left for later']!, { script: { [EVENTS]: answer } });
      await nextTask();
      expect(process.step?.type).to.equal('completed');
    });

  const failed = { at: blockOf('passkey-verify'), action: use, events: [] };
  it('is not a request that did not reach it', async () => {
    expect(eventsOf(await live({ ...failed, script: { [LOGIN_FINISH]: networkFailure } }))).to.deep.equal([]);
  });

  it('is not the end of the process', async () => {
    const script = { [LOGIN_FINISH]: failWith(404, 'process_not_available') };
    expect(eventsOf(await live({ ...failed, script }))).to.deep.equal([]);
  });

  it('is not a passkey that it has taken', async () => {
    expect(eventsOf(await live({ ...failed, script: { [LOGIN_FINISH]: done } }))).to.deep.equal([]);
  });
});

describe('an offer left for good', () => {
  const optedOut = async (at: BlockBody) => {
    const process = await live({ at, action: skipForGood, script: { [COMPLETE]: done }, events: [] });
    return process.page.getItem('cbo_skip_passkey_append_after_hybrid');
  };

  it('is remembered by the browser after a sign-in with another device', async () => {
    expect(await optedOut(offer('after-hybrid'))).to.equal('true');
    expect(await optedOut(otherBlockOf('passkey-append-after-hybrid'))).to.equal('true');
  });

  it('is remembered even when the server is told nothing', async () => {
    const moment = MOMENTS['an offer after another device, left for good']!;
    const process = await live(moment, { reportsEvents: false });
    expect(process.storage.passkeyAppendState()).to.include({ optOutOfPasskeyAppendAfterHybrid: true });
  });

  it('is remembered by the server alone after an error', async () => {
    expect(await optedOut(offer('after-error'))).to.equal(null);
  });

  it('is another wish than one left for later', async () => {
    const process = await live(MOMENTS['an offer left for later']!);
    expect(process.page.getItem('cbo_skip_passkey_append_after_hybrid')).to.equal(null);
  });
});
