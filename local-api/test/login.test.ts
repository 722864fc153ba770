import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server';
import {
  challengeOf,
  conditionalChallengeOf,
  dataOf,
  enterIdentifier,
  fillSignup,
  signUp,
  startApi,
  type TestPage,
} from './support/test-page.js';

function requestOptions(text: string): PublicKeyCredentialRequestOptionsJSON {
  return (JSON.parse(text) as { publicKey: PublicKeyCredentialRequestOptionsJSON }).publicKey;
}

async function fieldError(page: TestPage, identifierValue: string, isPhone = false) {
  await page.open({ preferredBlock: 'login-init' });
  const block = await page.step('login/init', { identifierValue, isPhone });
  return dataOf(block, 'generalBlockLoginInit').fieldError?.code;
}

describe('sign-in with an identifier', () => {
  it('ends signed in', async () => {
    const api = await startApi();
    const page = api.page();
    await signUp(page);
    const verify = await enterIdentifier(page);
    assert.equal(verify.block, 'passkey-verify');
    assert.equal(dataOf(verify, 'generalBlockPasskeyVerify').identifierValue, 'ada@example.com');
    const completed = await page.step('passkey/login/finish', {
      signedChallenge: page.authenticator.get(challengeOf(verify)),
    });
    assert.deepEqual(dataOf(completed, 'generalBlockCompleted').passkeyOperation, {
      operationType: 'verify',
      identifierValue: 'ada@example.com',
      identifierType: 'email',
      ceremonyType: 'local',
    });
  });

  it('asks for the passkeys of the account, with their transports', async () => {
    const api = await startApi();
    const page = api.page();
    await signUp(page);
    const options = requestOptions(challengeOf(await enterIdentifier(page)));
    const [passkey] = page.authenticator.passkeys;
    assert.deepEqual(options.allowCredentials, [
      { id: passkey?.id, transports: ['internal', 'hybrid'], type: 'public-key' },
    ]);
    assert.equal(options.rpId, 'localhost');
    assert.equal(options.timeout, 300_000);
    assert.equal(options.userVerification, 'required');
  });

  it('accepts the challenge of the block and the one of start', async () => {
    const api = await startApi();
    const page = api.page();
    await signUp(page);
    for (const useStart of [false, true]) {
      const verify = await enterIdentifier(page);
      const started = await page.step('passkey/login/start', { clientInformation: {} });
      const signedChallenge = page.authenticator.get(challengeOf(useStart ? started : verify));
      assert.equal((await page.step('passkey/login/finish', { signedChallenge })).block, 'completed');
    }
  });

  it('knows a person by e-mail address, username and phone', async () => {
    const optional = { enabled: true, required: false };
    const api = await startApi({
      settings: { identifiers: { email: optional, username: optional, phone: optional } },
    });
    const page = api.page();
    await page.open();
    const append = await page.step('signup/init', {
      identifiers: [
        { type: 'email', identifier: 'ada@example.com' },
        { type: 'username', identifier: 'ada' },
        { type: 'phone', identifier: '+49 151 2345678' },
      ],
    });
    await page.step('passkey/append/finish', {
      signedChallenge: page.authenticator.create(challengeOf(append)),
    });
    for (const [identifierValue, isPhone, type] of [
      ['ADA@example.com', false, 'email'],
      ['Ada', false, 'username'],
      ['0049 151/2345678', true, 'phone'],
      ['+491512345678', false, 'phone'],
    ] as const) {
      await page.open({ preferredBlock: 'login-init' });
      const verify = await page.step('login/init', { identifierValue, isPhone });
      const completed = await page.step('passkey/login/finish', {
        signedChallenge: page.authenticator.get(challengeOf(verify)),
      });
      const { passkeyOperation } = dataOf(completed, 'generalBlockCompleted');
      assert.equal(passkeyOperation?.identifierType, type, identifierValue);
    }
  });

  it('says which entries it cannot use, by a flat code at the field', async () => {
    const api = await startApi();
    const page = api.page();
    assert.equal(await fieldError(page, ''), 'login_identifier_unknown_user');
    assert.equal(await fieldError(page, 'nobody@example.com'), 'login_identifier_unknown_user');
    assert.equal(await fieldError(page, 'a@a'), 'login_identifier_unknown_user');
    assert.equal(await fieldError(page, '+491512345678', true), 'identifier_not_allowed');
    await page.settings({ identifiers: { email: { enabled: false }, username: { enabled: true } } });
    assert.equal(await fieldError(page, 'ada@example.com'), 'identifier_not_allowed');
  });

  it('keeps the entry through the error and a reset', async () => {
    const api = await startApi();
    const page = api.page();
    const wrong = await enterIdentifier(page, 'nobody@example.com');
    const reset = await page.step('process/reset');
    for (const block of [wrong, reset]) {
      assert.equal(dataOf(block, 'generalBlockLoginInit').identifierValue, 'nobody@example.com');
    }
  });

  it('tells an account without a passkey that there is no other way', async () => {
    const api = await startApi({ settings: { passkeyAppendAtSignup: 'optional' } });
    const page = api.page();
    await fillSignup(page);
    await page.step('process/complete');
    const block = await enterIdentifier(page);
    assert.equal(block.block, 'login-init');
    assert.equal(block.error?.code, 'no_fallback_available');
  });

  it('answers a passkey that does not verify with the block and a fresh challenge', async () => {
    const api = await startApi();
    const page = api.page();
    await signUp(page);
    const verify = await enterIdentifier(page);
    const again = await page.step('passkey/login/finish', {
      signedChallenge: page.authenticator.get(challengeOf(verify), { origin: 'https://evil.example' }),
    });
    assert.equal(again.block, 'passkey-verify');
    assert.equal(again.error?.code, 'invalid_passkey');
    const completed = await page.step('passkey/login/finish', {
      signedChallenge: page.authenticator.get(challengeOf(again)),
    });
    assert.equal(completed.block, 'completed');
  });

  it("refuses another person's passkey", async () => {
    const api = await startApi();
    await signUp(api.page());
    const mallory = api.page();
    await signUp(mallory, 'mallory@example.com');
    const verify = await enterIdentifier(mallory);
    const [own] = mallory.authenticator.passkeys;
    assert.ok(own);
    const { challenge } = requestOptions(challengeOf(verify));
    const answer = await mallory.step('passkey/login/finish', {
      signedChallenge: mallory.authenticator.assert(own, challenge),
    });
    assert.equal(answer.error?.code, 'invalid_passkey');
  });

  it('goes on without the account when it is deleted meanwhile', async () => {
    const api = await startApi();
    const page = api.page();
    await signUp(page);
    const verify = await enterIdentifier(page);
    const { body } = await page.get<{ users: { id: string }[] }>('/local-api/users');
    await page.call('DELETE', `/local-api/users/${body.users[0]?.id ?? ''}`);
    const { status, body: error } = await page.post<{ error: { type: string } }>(
      '/v2/auth/passkey/login/finish',
      { signedChallenge: page.authenticator.get(challengeOf(verify)) },
    );
    assert.deepEqual([status, error.error.type], [404, 'process_not_available']);
  });

  it('hints at another device where no passkey can be on this one', async () => {
    const api = await startApi();
    const phone = api.page();
    const append = await fillSignup(phone);
    await phone.step('passkey/append/finish', {
      signedChallenge: phone.authenticator.create(challengeOf(append), {
        backupEligible: false,
        backupState: false,
      }),
    });
    const desktop = api.page();
    await desktop.open({ clientInformation: { isUserVerifyingPlatformAuthenticatorAvailable: false } });
    const verify = await desktop.step('login/init', {
      identifierValue: 'ada@example.com',
      isPhone: false,
    });
    assert.equal(dataOf(verify, 'generalBlockPasskeyVerify').loginHint, 'cda');
  });
});

describe('sign-in by autofill', () => {
  it('has a challenge in the sign-in form, also as the alternative', async () => {
    const api = await startApi();
    const page = api.page();
    const login = await page.open({ preferredBlock: 'login-init' });
    const signup = await page.open({ preferredBlock: 'signup-init' });
    for (const block of [login, signup.alternatives?.[0]]) {
      assert.ok(block);
      assert.deepEqual(requestOptions(conditionalChallengeOf(block)).allowCredentials, []);
    }
  });

  it('has none where the project does not want it', async () => {
    const api = await startApi({ settings: { conditionalUi: false } });
    const block = await api.page().open({ preferredBlock: 'login-init' });
    assert.equal(dataOf(block, 'generalBlockLoginInit').conditionalUIChallenge, undefined);
  });

  it('ends signed in as the owner of the passkey', async () => {
    const api = await startApi();
    const page = api.page();
    await signUp(page);
    const login = await page.open({ preferredBlock: 'login-init' });
    const completed = await page.step('passkey/mediation/finish', {
      signedChallenge: page.authenticator.get(conditionalChallengeOf(login)),
    });
    assert.equal(completed.authType, 'login');
    const { passkeyOperation } = dataOf(completed, 'generalBlockCompleted');
    assert.equal(passkeyOperation?.identifierValue, 'ada@example.com');
  });

  it('says clearly that a passkey is not known here', async () => {
    const api = await startApi();
    const page = api.page();
    await signUp(page);
    await page.call('DELETE', '/local-api/users');
    const login = await page.open({ preferredBlock: 'login-init' });
    const answer = await page.step('passkey/mediation/finish', {
      signedChallenge: page.authenticator.get(conditionalChallengeOf(login)),
    });
    const data = dataOf(answer, 'generalBlockLoginInit');
    assert.equal(data.error?.code, 'invalid_conditional_ui_login');
    assert.notEqual(data.conditionalUIChallenge, conditionalChallengeOf(login));
  });

  it('does not call a known passkey unknown when only the challenge is too old', async () => {
    const api = await startApi();
    const page = api.page();
    await signUp(page);
    const login = await page.open({ preferredBlock: 'login-init' });
    api.clock.advance(601);
    const answer = await page.step('passkey/mediation/finish', {
      signedChallenge: page.authenticator.get(conditionalChallengeOf(login)),
    });
    assert.equal(answer.error?.code, 'invalid_passkey');
    assert.equal(dataOf(answer, 'generalBlockLoginInit').error, undefined);
  });

  it('needs the user handle', async () => {
    const api = await startApi();
    const page = api.page();
    await signUp(page);
    const login = await page.open({ preferredBlock: 'login-init' });
    const answer = await page.step('passkey/mediation/finish', {
      signedChallenge: page.authenticator.get(conditionalChallengeOf(login), { userHandle: null }),
    });
    assert.equal(answer.error?.code, 'invalid_passkey');
  });

  it('is still possible from the verify screen', async () => {
    const api = await startApi();
    const page = api.page();
    await signUp(page);
    const login = await page.open({ preferredBlock: 'login-init' });
    await page.step('login/init', { identifierValue: 'ada@example.com', isPhone: false });
    const completed = await page.step('passkey/mediation/finish', {
      signedChallenge: page.authenticator.get(conditionalChallengeOf(login)),
    });
    assert.equal(completed.block, 'completed');
  });
});
