import { expect } from '@open-wc/testing';
import { ApiError } from '../../../src/api/api-error.js';
import type { ProcessAction } from '../../../src/process/block-actions.js';
import { SecondFactorDriver } from '../../../src/process/drivers/second-factor-driver.js';
import { clientStep } from '../../../src/process/step.js';
import {
  loginFinishRspOf,
  loginInitRspOf,
  loginRefusalOf,
  loginStartRspOf,
  passkeyOperationOf,
} from '../../../src/testing/connect-wire.js';
import {
  answer,
  failWith,
  networkFailure,
  silence,
  type Script,
} from '../../../src/testing/scripted-fetch.js';
import { scriptedWebAuthn, type WebAuthnScript } from '../../../src/testing/scripted-webauthn.js';
import { FakeClock } from '../../api/support/fake-clock.js';
import { ConnectPage } from '../connect/support/connect-page.js';

const INIT = 'POST /v2/connect/login/init';
const START = 'POST /v2/connect/login/start';
const FINISH = 'POST /v2/connect/login/finish';
const EVENTS = 'POST /v2/connect/events';
const use: ProcessAction = { type: 'use-passkey' };
const step = clientStep('client:second-factor', { hybrid: false });

interface Scene {
  readonly clock?: FakeClock;
  readonly script?: Script;
  readonly webauthn?: WebAuthnScript;
  readonly token?: () => Promise<string>;
}

function secondFactor(scene: Scene = {}) {
  const page = new ConnectPage({
    script: {
      [INIT]: answer(loginInitRspOf()),
      [START]: answer(loginStartRspOf()),
      [FINISH]: answer(loginFinishRspOf()),
      [EVENTS]: { kind: 'answer', status: 204 },
      ...scene.script,
    },
  });
  const webauthn = scriptedWebAuthn(scene.webauthn);
  const clock = { ms: 0 };
  let tokens = 0;
  const driver = new SecondFactorDriver({
    session: page.session,
    webauthn: () => Promise.resolve(webauthn),
    unsupportedReason: () => webauthn.unsupportedReason('get'),
    screens: () => Promise.resolve(),
    token: scene.token ?? (() => Promise.resolve(`token-${++tokens}`)),
    owner: page,
    ...(scene.clock && { clock: scene.clock }),
    now: () => clock.ms,
  });
  const { signal } = page.abort;
  return {
    page,
    webauthn,
    clock,
    start: () => driver.start(signal),
    perform: (action: ProcessAction) => driver.perform(action, { step, signal }),
    reported: () => page.fetch.to(EVENTS).map(({ body }) => (body as { eventType: string }).eventType),
  };
}

async function ready(scene?: Scene) {
  const factor = secondFactor(scene);
  await factor.start();
  return factor;
}

const fallback = (code: string) => ({ type: 'fallback', identifier: '', code });
const outcomeOf = (result: object) => ('outcome' in result ? (result.outcome as object) : undefined);

describe('a passkey as second factor', () => {
  it('is prepared before the button is there: token and options are at hand', async () => {
    const factor = secondFactor();
    expect(await factor.start()).to.deep.equal({ type: 'step', step });
    expect(factor.page.operations).to.deep.equal(['login/init', 'login/start']);
    expect(factor.page.fetch.to(START)[0]?.body).to.include({
      identifier: '',
      source: 'text-field',
      loginConnectToken: 'token-1',
    });
  });

  it('is one ceremony and one request after the press', async () => {
    const factor = await ready();
    expect(outcomeOf(await factor.perform(use))).to.include({ type: 'complete' });
    expect(factor.page.operations).to.deep.equal(['login/init', 'login/start', 'login/finish']);
    expect(factor.page.session.lastLogin?.operation.identifierValue).to.equal('ada@example.com');
  });

  it('gets new options where the old ones are over', async () => {
    const factor = await ready();
    factor.clock.ms = 300_000;
    await factor.perform(use);
    expect(factor.page.fetch.to(START)).to.have.lengthOf(2);
    expect(factor.page.fetch.to(START)[1]?.body).to.include({ loginConnectToken: 'token-2' });
  });

  it('may be tried once more, at once, before the site’s own factor takes over', async () => {
    const factor = await ready({ webauthn: { get: ['cancelled'] } });
    expect(await factor.perform(use)).to.deep.equal({ type: 'ceremony', outcome: 'cancelled' });
    expect(outcomeOf(await factor.perform(use))).to.include(fallback('failed_repeatedly'));
    expect(factor.page.fetch.to(START)).to.have.lengthOf(1);
    expect(factor.reported()).to.deep.equal(['login-error', 'login-error']);
  });

  it('is tried again with other options where the browser made nothing of the first', async () => {
    const factor = await ready({ webauthn: { get: ['invalid-options', 'success'] } });
    await factor.perform(use);
    await factor.perform(use);
    expect(factor.page.fetch.to(START)).to.have.lengthOf(2);
  });

  it('is on another device where the server says so', async () => {
    const factor = secondFactor({ script: { [START]: answer(loginStartRspOf({ isCDA: true })) } });
    expect(await factor.start()).to.deep.include({
      step: clientStep('client:second-factor', { hybrid: true }),
    });
    await factor.perform(use);
    expect(factor.webauthn.ceremonies[0]?.options).to.contain('"hints":["hybrid"]');
  });

  it('completes at the second try', async () => {
    const factor = await ready({ webauthn: { get: ['cancelled', 'success'] } });
    await factor.perform(use);
    expect(outcomeOf(await factor.perform(use))).to.include({ type: 'complete' });
  });

  it('costs no second prompt when the answer to it is lost', async () => {
    const factor = await ready({
      script: { [FINISH]: [networkFailure, answer(loginFinishRspOf())] },
    });
    const retry: ProcessAction = { type: 'finish-passkey' };
    expect(await factor.perform(use)).to.deep.include({ type: 'failed', retry });
    expect(outcomeOf(await factor.perform(retry))).to.include({ type: 'complete' });
    expect(factor.webauthn.ceremonies).to.have.lengthOf(1);
  });

  it('opens a process of its own where the stored one has ended', async () => {
    const factor = secondFactor({
      script: { [START]: [failWith(400, 'process_not_available'), answer(loginStartRspOf())] },
    });
    expect(await factor.start()).to.deep.equal({ type: 'step', step });
    expect(factor.page.operations).to.deep.equal(['login/init', 'login/start', 'login/init', 'login/start']);
  });
});

describe('the site’s own factor', () => {
  it('is the person’s choice at once, and the server hears of it', async () => {
    const factor = await ready();
    expect(outcomeOf(await factor.perform({ type: 'use-own-login' }))).to.include(fallback('own_login'));
    expect(factor.reported()).to.deep.equal(['login-explicit-abort']);
  });

  const reasons: Record<string, [string, Scene]> = {
    'passkeys are not allowed here': [
      'not_allowed',
      { script: { [INIT]: answer(loginInitRspOf({ loginAllowed: false })) } },
    ],
    'the account has none': [
      'no_passkey',
      { script: { [START]: answer(loginStartRspOf({ assertionOptions: '' })) } },
    ],
    'the server does not know the person': [
      'no_passkey',
      { script: { [START]: answer(loginRefusalOf(false, { code: 'user_not_found' })) } },
    ],
    'the server hands it over': [
      'no_cbo_user',
      { script: { [START]: answer(loginRefusalOf(true, { code: 'no_cbo_user' })) } },
    ],
    'the page has no token': [
      'token_unavailable',
      { token: () => Promise.reject(new ApiError('http', 'no')) },
    ],
    'the server cannot be reached': ['unavailable', { script: { [INIT]: networkFailure } }],
    'the server fails': ['unavailable', { script: { [START]: failWith(400, 'validation_error') } }],
    'the browser has no passkeys': ['unsupported', { webauthn: { unsupported: 'unsupported' } }],
  };
  for (const [name, [code, scene]] of Object.entries(reasons))
    it(`takes over when ${name}`, async () => {
      expect(outcomeOf(await secondFactor(scene).start())).to.include(fallback(code));
    });

  it('takes over when the server refuses the passkey', async () => {
    const factor = await ready({ script: { [FINISH]: failWith(400, 'validation_error') } });
    expect(outcomeOf(await factor.perform(use))).to.include(fallback('unavailable'));
  });

  it('takes over when the server does not know the passkey, and the password manager hears of it', async () => {
    const factor = await ready({ script: { [FINISH]: failWith(404, 'not_found') } });
    expect(outcomeOf(await factor.perform(use))).to.include(fallback('passkey_deleted'));
    expect(factor.webauthn.unknownCredentials).to.have.lengthOf(1);
  });

  it('takes over after five seconds of an empty page', async () => {
    const clock = new FakeClock();
    const starting = secondFactor({ clock, script: { [START]: silence } }).start();
    await clock.advance(5_000);
    expect(outcomeOf(await starting)).to.include(fallback('unavailable'));
  });

  it('takes over when the server says so of the passkey', async () => {
    const refusal = { initFallback: true, error: { code: 'unexpected_error', message: '' } };
    const finish = loginFinishRspOf({ session: '', signedPasskeyData: '', fallbackOperationError: refusal });
    const factor = await ready({ script: { [FINISH]: answer(finish) } });
    expect(outcomeOf(await factor.perform(use))).to.include(fallback('unexpected_error'));
  });

  it('takes over when there is nothing in the answer', async () => {
    const empty = loginFinishRspOf({ session: '', signedPasskeyData: '' });
    const factor = await ready({ script: { [FINISH]: answer(empty) } });
    expect(outcomeOf(await factor.perform(use))).to.include(fallback('unexpected_error'));
  });

  const failures: Record<string, Scene> = {
    'is closed again and again': { webauthn: { get: ['cancelled'] } },
    'is refused': { script: { [FINISH]: failWith(400, 'validation_error') } },
    'is not known any more': { script: { [FINISH]: failWith(404, 'not_found') } },
  };
  for (const [name, scene] of Object.entries(failures))
    it(`leaves the last login as it was when the passkey ${name}`, async () => {
      const factor = secondFactor(scene);
      factor.page.session.keepLastLogin(passkeyOperationOf({ identifierValue: 'grace@example.com' }));
      await factor.start();
      await factor.perform(use);
      await factor.perform(use);
      expect(factor.page.session.lastLogin?.operation.identifierValue).to.equal('grace@example.com');
    });

  it('takes over at once where a prompt cannot be', async () => {
    const factor = await ready({ webauthn: { get: ['not-secure'] } });
    expect(outcomeOf(await factor.perform(use))).to.include(fallback('unsupported'));
  });
});
