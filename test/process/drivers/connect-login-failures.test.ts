import { expect } from '@open-wc/testing';
import { ApiError } from '../../../src/api/api-error.js';
import { loginFinishRspOf, loginRefusalOf, passkeyOperationOf } from '../../../src/testing/connect-wire.js';
import { answer, failWith, networkFailure } from '../../../src/testing/scripted-fetch.js';
import { until } from '../../../src/testing/until.js';
import { DrivenLogin, EVENTS, FINISH, START, type DrivenLoginOptions } from '../support/driven-login.js';

const ADA = 'ada@example.com';
const submit = { type: 'submit-identifier', identifier: ADA, isPhone: false } as const;
const usePasskey = { type: 'use-passkey' } as const;
const finishPasskey = { type: 'finish-passkey' } as const;
const lastLogin = passkeyOperationOf();
const started = (options: DrivenLoginOptions = {}) => DrivenLogin.started(options);
const eventsOf = (login: DrivenLogin) =>
  login.page.fetch.to(EVENTS).map(({ body }) => (body as { eventType: string }).eventType);

describe('prompts that come to nothing', () => {
  it('lead by a soft and a hard screen to the site’s own login (behaviour.md 8.2)', async () => {
    const login = await started({ webauthn: { get: ['cancelled'] }, helpUrl: 'https://acme.example/help' });
    const seen: unknown[] = [];
    for (const action of [submit, usePasskey, usePasskey, usePasskey, usePasskey]) {
      await login.perform(action);
      seen.push(login.step?.type);
    }
    expect(seen).to.deep.equal([
      'client:soft-error',
      'client:hard-error',
      'client:hard-error',
      'client:hard-error',
      'client:handed-over',
    ]);
    expect(login.page.fetch.to(START).map(({ body }) => (body as { source: string }).source)).to.deep.equal([
      'text-field',
      'error-soft',
      'error-hard',
      'error-hard',
      'error-hard',
    ]);
    expect(login.outcome).to.include({ type: 'fallback', code: 'failed_repeatedly', identifier: ADA });
    await until(() => eventsOf(login).length === 5, 'the reports');
    expect(new Set(eventsOf(login))).to.deep.equal(new Set(['login-error']));
  });

  it('keep who it is, why, and where help is', async () => {
    const login = await started({ webauthn: { get: ['timed-out'] }, helpUrl: 'https://acme.example/help' });
    await login.perform(submit);
    expect(login.step?.data).to.deep.equal({
      identifierValue: ADA,
      outcome: 'timed-out',
      failures: 0,
      helpUrl: 'https://acme.example/help',
    });
  });

  it('erase who was here last', async () => {
    const login = await started({ lastLogin, webauthn: { get: ['cancelled'] } });
    await login.perform(submit);
    expect(login.step?.type).to.equal('client:soft-error');
    expect(login.page.session.lastLogin).to.equal(undefined);
  });

  it('of our own say nothing and erase nothing', async () => {
    const login = await started({ lastLogin, webauthn: { get: ['aborted'] } });
    await login.perform(submit);
    expect(login.last).to.deep.equal({ type: 'ceremony', outcome: 'aborted' });
    expect(login.page.session.lastLogin).not.to.equal(undefined);
    expect(eventsOf(login)).to.deep.equal([]);
  });

  for (const outcome of ['unsupported', 'not-secure'] as const)
    it(`for good (${outcome}) lead to the site’s own login at once`, async () => {
      const login = await (await started({ webauthn: { get: [outcome] } })).perform(submit);
      expect(login.outcome).to.include({ code: 'unsupported', identifier: ADA });
    });

  it('that nobody expected are reported as such, with the challenge', async () => {
    const login = await (await started({ webauthn: { get: ['failed'] } })).perform(submit);
    await until(() => eventsOf(login).length === 1, 'the report');
    expect(login.body(EVENTS)).to.deep.equal({
      eventType: 'login-error-unexpected',
      message: 'situation: failed',
      challenge: 'MDEyMzQ1Njc4OTo7PD0-Pw',
    });
  });
});

describe('what the server says of a login (behaviour.md 6.3)', () => {
  const refusing = (...refusal: Parameters<typeof loginRefusalOf>) =>
    started({
      lastLogin,
      prefill: 'grace@example.com',
      script: { [START]: answer(loginRefusalOf(...refusal)) },
    });

  for (const code of ['no_cbo_user', 'identifier_not_whitelisted', 'unexpected_error', 'own_code'])
    it(`${code} falls back, for whom it names`, async () => {
      const login = await (
        await refusing(true, { code, message: 'Why.' }, 'named@example.com')
      ).perform(submit);
      expect(login.outcome).to.include({
        type: 'fallback',
        code,
        identifier: 'named@example.com',
        message: 'Why.',
      });
    });

  it('nothing but a fallback is a silent one', async () => {
    const login = await (await refusing(true)).perform(submit);
    expect(login.outcome).to.include({
      type: 'fallback',
      code: 'no_passkey',
      identifier: ADA,
      message: undefined,
    });
    expect(login.page.session.lastLogin).to.equal(undefined);
  });

  it('empty options alone are a silent fallback, and erase who was here last', async () => {
    const login = await (await refusing(false)).perform(submit);
    expect(login.outcome).to.include({ code: 'no_passkey', identifier: ADA });
    expect(login.page.session.lastLogin).to.equal(undefined);
  });

  it('an unknown user stays at the field', async () => {
    const login = await (await refusing(false, { code: 'user_not_found' })).perform(submit);
    expect(login.step?.type).to.equal('client:identifier');
    expect(login.step?.data).to.deep.include({ identifierValue: ADA, reason: 'unknown-user' });
    expect(login.unknownUsers).to.deep.equal([ADA]);
  });

  it('an unknown user is the same by status 404', async () => {
    const login = await started({ script: { [START]: failWith(404, 'not_found') } });
    await login.perform(submit);
    expect(login.step?.data).to.deep.include({ reason: 'unknown-user' });
    expect(login.unknownUsers).to.deep.equal([ADA]);
  });

  it('an unknown user is left to a page that says so itself', async () => {
    const script = { [START]: failWith(404, 'not_found') };
    const login = await (await started({ script, tellsUnknownUser: true })).perform(submit);
    expect(login.step?.data).not.to.have.property('reason');
  });

  it('any other word is told at the field', async () => {
    const login = await (
      await refusing(false, { code: 'own_code', message: 'Come back at nine.' })
    ).perform(submit);
    expect(login.step?.data).to.deep.include({ message: 'Come back at nine.' });
  });

  it('a finish without a token is a failure', async () => {
    const script = { [FINISH]: answer(loginFinishRspOf({ signedPasskeyData: '' })) };
    const login = await (await started({ script })).perform(submit);
    expect(login.outcome).to.include({ type: 'fallback', code: 'unexpected_error', identifier: ADA });
  });

  it('a passkey it does not know (404) is told to the password manager', async () => {
    const login = await started({ script: { [FINISH]: failWith(404, 'not_found') } });
    await login.perform(submit);
    expect(login.outcome).to.include({ code: 'passkey_deleted', identifier: ADA });
    expect(login.webauthn.unknownCredentials).to.deep.equal([{ rpId: 'localhost', credentialId: 'AQID' }]);
  });
});

describe('a server that fails', () => {
  it('at the start leaves the site’s own login', async () => {
    const login = await started({ lastLogin, script: { [START]: failWith(400, 'internal_error') } });
    await login.perform(submit);
    expect(login.outcome).to.include({ code: 'unavailable', identifier: ADA });
    expect(login.page.session.lastLogin).to.equal(undefined);
  });

  it('at the finish loses no credential: it is handed in again', async () => {
    const login = await started({ script: { [FINISH]: [networkFailure, answer(loginFinishRspOf())] } });
    await login.perform(submit);
    expect(login.last).to.include({ type: 'failed' }).and.deep.include({ retry: finishPasskey });
    await login.perform(submit);
    expect(login.outcome?.type).to.equal('complete');
    expect(login.webauthn.ceremonies).to.have.length(1);
    expect(login.body(FINISH, 0)).to.deep.equal(login.body(FINISH, 1));
  });

  it('at the finish does not keep the credential for somebody else', async () => {
    const login = await started({ script: { [FINISH]: [networkFailure, answer(loginFinishRspOf())] } });
    await login.perform(submit, { ...submit, identifier: 'grace@example.com' });
    expect(login.webauthn.ceremonies).to.have.length(2);
  });

  it('with a refusal at the finish leaves the site’s own login', async () => {
    const login = await started({ script: { [FINISH]: failWith(400, 'validation_error') } });
    await login.perform(submit);
    expect(login.outcome).to.include({ code: 'unavailable', identifier: ADA });
  });

  it('to deliver the later screens leaves the site’s own login', async () => {
    const login = await started({ prepare: () => Promise.reject(new TypeError('gone')) });
    await login.perform(submit);
    expect(login.outcome).to.include({ code: 'unavailable' });
  });
});

describe('a login the page vouches for', () => {
  it('is started with its token and no name', async () => {
    const login = await started({ prefill: ADA, loginToken: () => Promise.resolve('cnt-1') });
    expect(login.step).to.deep.include({
      type: 'client:one-tap',
      data: { identifierValue: ADA, vouchedFor: true },
    });
    await login.perform(submit);
    expect(login.body(START)).to.deep.include({
      identifier: '',
      loginConnectToken: 'cnt-1',
      source: 'text-field',
    });
  });

  it('falls back where there is no token', async () => {
    const error = new ApiError('network', 'gone');
    const login = await started({ prefill: ADA, loginToken: () => Promise.reject(error) });
    await login.perform(submit);
    expect(login.outcome).to.include({ code: 'token_unavailable', identifier: ADA, error });
    expect(login.page.fetch.to(START)).to.deep.equal([]);
  });

  const refusals = {
    'knows nobody (404)': failWith(404, 'not_found'),
    'knows nobody': answer(loginRefusalOf(false, { code: 'user_not_found' })),
    'has a word for the field': answer(loginRefusalOf(false, { code: 'own_code', message: 'Not now.' })),
  };
  for (const [name, refusal] of Object.entries(refusals))
    it(`falls back where the server ${name}: whom a field names is of no account`, async () => {
      const loginToken = () => Promise.resolve('cnt-1');
      const login = await started({ prefill: ADA, loginToken, script: { [START]: refusal } });
      await login.perform(usePasskey);
      expect(login.outcome).to.include({ type: 'fallback', code: 'no_passkey', identifier: ADA });
      expect(login.unknownUsers).to.deep.equal([]);
    });
});

describe('the site’s own login, chosen', () => {
  it('takes the identifier along, and the server hears of it', async () => {
    const login = await started({ webauthn: { get: ['cancelled'] } });
    await login.perform(submit, { type: 'use-own-login' });
    expect(login.outcome).to.include({ type: 'fallback', code: 'own_login', identifier: ADA });
    await until(() => eventsOf(login).includes('login-explicit-abort'), 'the report');
  });
});
