import { expect } from '@open-wc/testing';
import { ApiError } from '../../../src/api/api-error.js';
import {
  loginFinishRspOf,
  loginInitRspOf,
  loginRefusalOf,
  loginStartRspOf,
  passkeyOperationOf,
} from '../../../src/testing/connect-wire.js';
import { answer, failWith, silence } from '../../../src/testing/scripted-fetch.js';
import { until } from '../../../src/testing/until.js';
import { FakeClock } from '../../api/support/fake-clock.js';
import { requestOptions } from '../../../src/testing/wire.js';
import {
  DrivenLogin,
  EVENTS,
  FINISH,
  INIT,
  START,
  type DrivenLoginOptions,
} from '../support/driven-login.js';

const ADA = 'ada@example.com';
const submit = { type: 'submit-identifier', identifier: ADA, isPhone: false } as const;
const usePasskey = { type: 'use-passkey' } as const;
const finishPasskey = { type: 'finish-passkey' } as const;
const CUI = requestOptions('Y29uZGl0aW9uYWw');
const withAutofill = { [INIT]: answer(loginInitRspOf({ conditionalUIChallenge: CUI })) };
const lastLogin = passkeyOperationOf();
const started = (options: DrivenLoginOptions = {}) => DrivenLogin.started(options);
const eventsOf = (login: DrivenLogin) =>
  login.page.fetch.to(EVENTS).map(({ body }) => (body as { eventType: string }).eventType);

describe('the first screen of a Connect login', () => {
  it('is the field, with what the page knows', async () => {
    const login = await started({ prefill: ADA });
    expect(login.step).to.deep.include({
      type: 'client:identifier',
      data: { identifierValue: ADA, immediate: false },
    });
    expect(login.page.operations).to.deep.equal(['login/init']);
  });

  it('has autofill where the server allows it', async () => {
    const login = await started({ script: withAutofill });
    expect(login.step?.data).to.deep.include({ conditionalUIChallenge: CUI });
  });

  it('has no autofill where a flag of the element forbids it', async () => {
    const login = await started({ script: withAutofill, flags: { 'conditional-ui-allowed': 'false' } });
    expect(login.step?.data).not.to.have.property('conditionalUIChallenge');
  });

  it('has the ceremonies loaded beside the first request, for autofill', async () => {
    const login = new DrivenLogin({ script: { [INIT]: silence } });
    login.start().catch(() => undefined);
    await until(() => login.asksForCeremonies, 'the ceremonies');
    login.abort.abort();
  });

  it('loads no ceremonies where the browser knows that there is no autofill', async () => {
    const login = await started({ flags: { 'conditional-ui-allowed': 'false' } });
    expect(login.asksForCeremonies).to.equal(false);
  });

  it('looks for passkeys at hand where the browser can', async () => {
    const login = await started({ script: withAutofill, webauthn: { capabilities: { immediateGet: true } } });
    expect(login.step?.data).to.deep.include({ immediate: true });
  });

  it('is the card of who was here last', async () => {
    const login = await started({ lastLogin, script: withAutofill });
    expect(login.step).to.deep.include({
      type: 'client:one-tap',
      data: { identifierValue: ADA, vouchedFor: false },
    });
  });

  it('is the field where the page expects somebody else', async () => {
    const login = await started({ lastLogin, prefill: 'grace@example.com' });
    expect(login.step).to.deep.include({ type: 'client:identifier' });
    expect(await started({ lastLogin, prefill: ADA })).to.have.nested.property('step.type', 'client:one-tap');
  });

  for (const [why, options, code] of [
    [
      'is not in the rollout',
      { script: { [INIT]: answer(loginInitRspOf({ loginAllowed: false })) } },
      'not_allowed',
    ],
    ['has no WebAuthn', { webauthn: { unsupported: 'unsupported' } }, 'unsupported'],
    ['is not secure', { webauthn: { unsupported: 'not-secure' } }, 'unsupported'],
    ['is refused', { script: { [INIT]: failWith(403, 'validation_error') } }, 'unavailable'],
    ['gets no sense', { script: { [INIT]: answer('odd') } }, 'unavailable'],
    ['misses a part of the kit', { screen: () => Promise.reject(new TypeError('gone')) }, 'unavailable'],
  ] as const satisfies readonly (readonly [string, DrivenLoginOptions, string])[])
    it(`is none where the page ${why}`, async () => {
      const login = await started({ prefill: ADA, ...options });
      expect(login.step?.type).to.equal('client:handed-over');
      expect(login.outcome).to.include({ type: 'fallback', code, identifier: ADA });
    });

  it('asks nothing of the server where there is no WebAuthn', async () => {
    const login = await started({ webauthn: { unsupported: 'unsupported' } });
    expect(login.page.operations).to.deep.equal([]);
  });

  it('tells the developer what failed', async () => {
    const login = await started({ script: { [INIT]: failWith(403, 'validation_error') } });
    expect(login.outcome)
      .to.have.property('error')
      .that.is.instanceOf(ApiError)
      .and.includes({ status: 403 });
  });

  it('is not waited for longer than five seconds; what comes later is kept', async () => {
    const clock = new FakeClock();
    const login = new DrivenLogin({ clock, script: { [INIT]: answer(loginInitRspOf(), 50) } });
    const starting = login.start();
    await clock.advance(5_000);
    await starting;
    expect(login.outcome).to.include({ type: 'fallback', code: 'unavailable' });
    await until(() => login.page.session.storage.process !== undefined, 'the late answer');
  });

  it('is not waited for when the element has left', async () => {
    const login = new DrivenLogin({ script: { [INIT]: silence } });
    const left = login.start().catch((cause: unknown) => cause);
    login.abort.abort();
    expect(await left)
      .to.be.instanceOf(ApiError)
      .and.include({ kind: 'aborted' });
  });
});

describe('a login by the field', () => {
  it('is start, ceremony and finish', async () => {
    const login = await started({ prefill: '' });
    await login.perform(submit);
    expect(login.page.operations).to.deep.equal(['login/init', 'login/start', 'login/finish']);
    const { loadedMs } = login.driver;
    expect(loadedMs).to.be.closeTo(Date.now(), 60_000);
    expect(login.body(START)).to.deep.equal({
      identifier: ADA,
      source: 'text-field',
      loadedMs,
      identifierHintAvailable: false,
    });
    expect(login.body(FINISH)).to.deep.include({ isConditionalUI: false, loadedMs });
    expect(login.step?.type).to.equal('completed');
    expect(login.outcome).to.deep.equal({
      type: 'complete',
      session: '',
      signedPasskeyData: loginFinishRspOf().signedPasskeyData,
      passkeyOperation: passkeyOperationOf(),
    });
    expect(login.page.session.lastLogin?.operation).to.deep.equal(passkeyOperationOf());
  });

  it('says that the page knew who it is', async () => {
    const login = await started({ prefill: ADA });
    await login.perform(submit);
    expect(login.body(START)).to.deep.include({ identifierHintAvailable: true });
  });

  it('prefers this device where the server does', async () => {
    const script = { [START]: answer(loginStartRspOf({ preferImmediatelyAvailable: true })) };
    const login = await (await started({ script })).perform(submit);
    const { publicKey } = JSON.parse(login.webauthn.ceremonies[0]!.options) as { publicKey: object };
    expect(publicKey).to.deep.include({ hints: ['client-device'] });
  });

  it('opens another process when the server has forgotten the one it had', async () => {
    const script = { [START]: [failWith(400, 'process_not_available'), answer(loginStartRspOf())] };
    const login = await (await started({ script })).perform(submit);
    expect(login.page.operations).to.deep.equal([
      'login/init',
      'login/start',
      'login/init',
      'login/start',
      'login/finish',
    ]);
    expect(login.outcome?.type).to.equal('complete');
  });
});

describe('a login by one tap', () => {
  it('says when and where this browser learnt who it is', async () => {
    const login = await started({ lastLogin });
    await login.perform(submit);
    expect(login.body(START)).to.deep.include({
      identifier: ADA,
      source: 'one-tap',
      oneTapMeta: { ts: 1_700_000_000_000, source: 'ls' },
    });
  });

  it('can be left for another account', async () => {
    const login = await started({ lastLogin, script: withAutofill });
    await login.perform({ type: 'forget-identifier' });
    expect(login.step).to.deep.include({ type: 'client:identifier' });
    expect(login.step?.data).to.deep.include({ identifierValue: '', conditionalUIChallenge: CUI });
    expect(login.page.session.lastLogin).to.equal(undefined);
    await until(() => eventsOf(login).includes('login-one-tap-switch'), 'the report');
  });
});

describe('a login by autofill', () => {
  it('hands in what was picked in the field', async () => {
    const login = await started({ script: withAutofill });
    const attended = login.attend();
    await until(() => login.webauthn.ceremonies.length > 0, 'autofill');
    login.webauthn.pickFromAutofill();
    expect(await attended).to.deep.equal({ perform: finishPasskey });
    await login.perform(finishPasskey);
    expect(login.body(FINISH)).to.deep.include({ isConditionalUI: true });
    expect(login.outcome?.type).to.equal('complete');
    expect(login.page.session.storage.process).not.to.have.property('loginData');
  });

  it('goes on as before when the server says nothing of it, with another challenge', async () => {
    const other = requestOptions('YW5vdGhlcg');
    const script = {
      [INIT]: [CUI, other].map((conditionalUIChallenge) =>
        answer(loginInitRspOf({ conditionalUIChallenge })),
      ),
      [FINISH]: answer({
        session: '',
        signedPasskeyData: '',
        fallbackOperationError: { initFallback: false },
      }),
    };
    const login = await started({ script });
    const attended = login.attend();
    await until(() => login.webauthn.ceremonies.length > 0, 'autofill');
    login.webauthn.pickFromAutofill();
    await attended;
    await login.perform(finishPasskey);
    expect(login.last).to.deep.equal({ type: 'ceremony', outcome: 'aborted' });
    void login.attend();
    await until(() => login.webauthn.ceremonies.length > 1, 'autofill again');
    expect(login.webauthn.ceremonies[1]?.options).to.equal(other);
    login.abort.abort();
  });

  for (const code of ['cui_credential_deleted', 'cui_alternative_project_id'])
    it(`falls back for ${code}`, async () => {
      const refusal = {
        session: '',
        signedPasskeyData: '',
        ...loginRefusalOf(true, { code, message: 'Why.' }),
      };
      const login = await started({ script: { ...withAutofill, [FINISH]: answer(refusal) } });
      const attended = login.attend();
      await until(() => login.webauthn.ceremonies.length > 0, 'autofill');
      login.webauthn.pickFromAutofill();
      await attended;
      await login.perform(finishPasskey);
      expect(login.outcome).to.include({ type: 'fallback', code, message: 'Why.' });
      const deleted = code === 'cui_credential_deleted';
      expect(login.webauthn.unknownCredentials).to.have.length(deleted ? 1 : 0);
    });

  it('is not offered on other screens', async () => {
    const login = await started({ lastLogin, script: withAutofill });
    expect(await login.attend()).to.equal(undefined);
    expect(login.webauthn.ceremonies).to.deep.equal([]);
  });
});

describe('passkeys at hand', () => {
  const script = withAutofill;
  const capabilities = { immediateGet: true };

  it('sign in without a name', async () => {
    const login = await started({ script, webauthn: { capabilities } });
    await login.perform(usePasskey);
    expect(login.page.operations).to.deep.equal(['login/init', 'login/finish']);
    expect(login.body(FINISH)).to.deep.include({ isConditionalUI: true });
  });

  it('that are not there leave the field, and say so', async () => {
    const login = await started({ script, webauthn: { capabilities, get: ['no-credential'] } });
    await login.perform(usePasskey);
    expect(login.step?.data).to.deep.include({ reason: 'no-passkey-here' });
  });

  it('that were not taken leave everything as it is', async () => {
    const login = await started({ script, webauthn: { capabilities, get: ['cancelled'] } });
    await login.perform(usePasskey);
    expect(login.last).to.deep.equal({ type: 'ceremony', outcome: 'cancelled' });
  });

  it('are looked for with another challenge once the first is used up', async () => {
    const other = requestOptions('YW5vdGhlcg');
    const unsaid = { session: '', signedPasskeyData: '', fallbackOperationError: { initFallback: false } };
    const inits = [CUI, other].map((conditionalUIChallenge) =>
      answer(loginInitRspOf({ conditionalUIChallenge })),
    );
    const login = await started({
      script: { [INIT]: inits, [FINISH]: [answer(unsaid), answer(loginFinishRspOf())] },
      webauthn: { capabilities },
    });
    await login.perform(usePasskey, usePasskey);
    expect(login.webauthn.ceremonies.map(({ options }) => options)).to.deep.equal([CUI, other]);
    expect(login.outcome?.type).to.equal('complete');
  });
});

describe('a login with another device', () => {
  const script = { [START]: answer(loginStartRspOf({ isCDA: true })) };

  it('is explained before the browser shows its code', async () => {
    const login = await (await started({ script })).perform(submit);
    expect(login.step?.type).to.equal('client:hybrid');
    expect(login.webauthn.ceremonies).to.deep.equal([]);
    await login.perform(usePasskey);
    expect(login.page.operations).to.deep.equal(['login/init', 'login/start', 'login/finish']);
    expect(JSON.parse(login.webauthn.ceremonies[0]!.options)).to.have.deep.nested.property(
      'publicKey.hints',
      ['hybrid'],
    );
    expect(login.outcome?.type).to.equal('complete');
  });

  it('is not explained again after a failure', async () => {
    const login = await started({ script, webauthn: { get: ['cancelled', 'success'] } });
    await login.perform(submit, usePasskey, usePasskey);
    expect(login.outcome?.type).to.equal('complete');
  });

  it('is not explained again when the first options are used up', async () => {
    const login = await started({ script, webauthn: { get: ['aborted', 'success'] } });
    await login.perform(submit, usePasskey);
    expect(login.step?.type).to.equal('client:hybrid');
    await login.perform(usePasskey);
    expect(login.page.fetch.to(START)).to.have.length(2);
    expect(login.outcome?.type).to.equal('complete');
  });
});
