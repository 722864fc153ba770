import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/server';
import { challengeOf, dataOf, fillSignup, signUp, startApi, type BlockBody } from './support/test-page.js';

const email = (identifier: string) => ({ identifiers: [{ type: 'email', identifier }] });

function identifierErrors(block: BlockBody) {
  const { identifiers } = dataOf(block, 'generalBlockSignupInit');
  return Object.fromEntries(identifiers.map(({ type, error }) => [type, error?.code]));
}

describe('sign-up', () => {
  it('opens with the form and the sign-in beside it', async () => {
    const { page } = await startApi();
    const block = await page().open();
    assert.equal(block.block, 'signup-init');
    assert.equal(block.alternatives?.[0]?.block, 'login-init');
    assert.deepEqual(dataOf(block, 'generalBlockSignupInit').identifiers, [
      { type: 'email', identifier: '' },
    ]);
  });

  it('ends signed in with a new passkey', async () => {
    const { page } = await startApi();
    const completed = dataOf(await signUp(page()), 'generalBlockCompleted');
    assert.deepEqual(completed.passkeyOperation, {
      operationType: 'append',
      identifierValue: 'ada@example.com',
      identifierType: 'email',
      ceremonyType: 'local',
    });
    assert.equal(completed.shortSession, completed.sessionToken);
    assert.equal(completed.longSession, completed.refreshToken);
  });

  it('names the authenticator where its model is known', async () => {
    const api = await startApi();
    const page = api.page();
    const append = await fillSignup(page);
    const signedChallenge = page.authenticator.create(challengeOf(append), {
      aaguid: 'ea9b8d66-4d01-1d21-3ce4-b6b48cb575d4',
    });
    const completed = await page.step('passkey/append/finish', { signedChallenge });
    const { passkeyOperation } = dataOf(completed, 'generalBlockCompleted');
    assert.equal(passkeyOperation?.aaguidDetails?.name, 'Google Password Manager');
    assert.match(passkeyOperation?.aaguidDetails?.iconDark ?? '', /^data:image\/svg\+xml;base64,/);
  });

  it('brings creation options that demand a discoverable passkey of a verified person', async () => {
    const api = await startApi();
    const { publicKey } = JSON.parse(challengeOf(await fillSignup(api.page()))) as {
      publicKey: PublicKeyCredentialCreationOptionsJSON;
    };
    assert.equal(publicKey.timeout, 300_000);
    assert.equal(publicKey.rp.id, 'localhost');
    assert.equal(publicKey.attestation, 'none');
    assert.deepEqual(publicKey.excludeCredentials, []);
    assert.equal(publicKey.authenticatorSelection?.residentKey, 'required');
    assert.equal(publicKey.authenticatorSelection?.userVerification, 'required');
    assert.equal(Buffer.from(publicKey.challenge, 'base64url').length, 32);
    assert.equal(Buffer.from(publicKey.user.id, 'base64url').length, 32);
    assert.equal(publicKey.user.name, 'ada@example.com');
  });

  it('accepts the challenge of the block and every one that start added', async () => {
    const api = await startApi();
    for (const use of [0, 1, 2]) {
      const page = api.page();
      const first = await fillSignup(page, `person${use}@example.com`);
      const blocks = [
        first,
        await page.step('passkey/append/start', {}),
        await page.step('passkey/append/start', {}),
      ];
      const challenges = blocks.map(challengeOf);
      assert.equal(new Set(challenges).size, 3);
      const signedChallenge = page.authenticator.create(challenges[use] ?? '');
      assert.equal((await page.step('passkey/append/finish', { signedChallenge })).block, 'completed');
    }
  });

  it('takes no identifier until it is finished', async () => {
    const api = await startApi();
    await fillSignup(api.page());
    assert.equal((await fillSignup(api.page())).block, 'passkey-append');
  });

  it('says that an e-mail address is taken, whatever its case', async () => {
    const api = await startApi();
    await signUp(api.page());
    const page = api.page();
    await page.open();
    const block = await page.step('signup/init', email('ADA@example.com '));
    assert.deepEqual(identifierErrors(block), { email: 'identifier_already_in_use' });
    assert.equal(dataOf(block, 'generalBlockSignupInit').identifiers[0]?.identifier, 'ADA@example.com ');
  });

  it('gives an identifier to the first of two who finish', async () => {
    const api = await startApi();
    const pages = [api.page(), api.page()];
    const appends = await Promise.all(pages.map((page) => fillSignup(page)));
    const blocks = await Promise.all(
      pages.map((page, index) => {
        const append = appends[index];
        assert.ok(append);
        return page.step('passkey/append/finish', {
          signedChallenge: page.authenticator.create(challengeOf(append)),
        });
      }),
    );
    assert.deepEqual(blocks.map((block) => block.block).sort(), ['completed', 'signup-init']);
    const loser = blocks.find((block) => block.block === 'signup-init');
    assert.ok(loser);
    assert.deepEqual(identifierErrors(loser), { email: 'identifier_already_in_use' });
    const { body } = await api.page().get<{ users: { passkeys: number }[] }>('/local-api/users');
    assert.deepEqual(
      body.users.map((user) => user.passkeys),
      [1],
    );
  });

  it('lets the loser of such a race go on with another address', async () => {
    const api = await startApi();
    const page = api.page();
    const append = await fillSignup(page);
    await signUp(api.page());
    const signedChallenge = page.authenticator.create(challengeOf(append));
    await page.step('passkey/append/finish', { signedChallenge });
    const again = await page.step('signup/init', email('grace@example.com'));
    const retried = { signedChallenge: page.authenticator.create(challengeOf(again)) };
    assert.equal((await page.step('passkey/append/finish', retried)).block, 'completed');
  });

  it('reports every empty, malformed and taken field with all identifiers on', async () => {
    const required = { enabled: true, required: true };
    const api = await startApi({
      settings: {
        identifiers: { email: required, username: required, phone: required },
        fullName: 'required',
      },
    });
    const page = api.page();
    await page.open();
    const submit = (values: Record<string, string>, fullName?: string) =>
      page.step('signup/init', {
        identifiers: Object.entries(values).map(([type, identifier]) => ({ type, identifier })),
        ...(fullName !== undefined && { fullName }),
      });

    const empty = await submit({});
    assert.deepEqual(identifierErrors(empty), {
      email: 'missing_identifier_type',
      username: 'missing_identifier_type',
      phone: 'missing_identifier_type',
    });
    assert.equal(dataOf(empty, 'generalBlockSignupInit').fullName?.error?.code, 'missing_full_name');

    const malformed = await submit({ email: 'asdf@asdf', phone: '1234', username: '@' }, 'Ada');
    assert.deepEqual(identifierErrors(malformed), {
      email: 'identifier_invalid_format',
      username: 'identifier_invalid_format',
      phone: 'identifier_invalid_format',
    });
    assert.deepEqual(dataOf(malformed, 'generalBlockSignupInit').fullName, { fullName: 'Ada' });

    const values = { email: 'ada@example.com', phone: '+49 (151) 234-567 89', username: 'Ada.L' };
    const append = await submit(values, ' Ada Lovelace ');
    await page.step('passkey/append/finish', {
      signedChallenge: page.authenticator.create(challengeOf(append)),
    });
    const me = await page.get<{ fullName: string; identifiers: { value: string }[] }>(
      '/v2/me',
      page.bearer(),
    );
    assert.equal(me.body.fullName, 'Ada Lovelace');
    assert.deepEqual(
      me.body.identifiers.map((identifier) => identifier.value),
      ['ada@example.com', 'ada.l', '+4915123456789'],
    );

    await page.open();
    assert.deepEqual(identifierErrors(await submit({ ...values, username: 'ADA.L' }, 'Eve')), {
      email: 'identifier_already_in_use',
      username: 'identifier_already_in_use',
      phone: 'identifier_already_in_use',
    });
  });

  it('wants one identifier where none is required', async () => {
    const optional = { enabled: true, required: false };
    const api = await startApi({ settings: { identifiers: { email: optional, username: optional } } });
    const page = api.page();
    await page.open();
    assert.deepEqual(identifierErrors(await page.step('signup/init', { identifiers: [] })), {
      email: 'missing_identifier_type',
      username: undefined,
    });
  });

  it('keeps what was typed through errors, reload and reset', async () => {
    const api = await startApi();
    const page = api.page();
    await page.open();
    await page.step('signup/init', email('no address'));
    const reloaded = await page.get<{ blockBody: BlockBody }>('/v2/auth/process?preferredBlock=signup-init');
    const reset = await page.step('process/reset');
    for (const block of [reloaded.body.blockBody, reset]) {
      const { identifiers } = dataOf(block, 'generalBlockSignupInit');
      assert.deepEqual(identifiers, [{ type: 'email', identifier: 'no address' }]);
    }
  });

  it('is refused in its block where the project is closed to the public', async () => {
    const api = await startApi({ settings: { publicSignup: false } });
    const page = api.page();
    const opened = await page.open({ preferredBlock: 'signup-init' });
    assert.equal(opened.block, 'login-init');
    assert.equal(opened.alternatives, undefined);
    const block = await page.step('signup/init', email('ada@example.com'));
    assert.equal(block.block, 'login-init');
    assert.equal(block.error?.code, 'signup_not_allowed');
  });
});

describe('identifier update', () => {
  it('changes the address before the passkey is made', async () => {
    const api = await startApi();
    const page = api.page();
    const before = await fillSignup(page, 'adda@example.com');
    const block = await page.step('identifier/update', { identifierType: 'email', value: 'Ada@example.com' });
    assert.equal(dataOf(block, 'generalBlockPasskeyAppend').identifierValue, 'ada@example.com');
    const outdated = await page.step('passkey/append/finish', {
      signedChallenge: page.authenticator.create(challengeOf(before)),
    });
    assert.equal(outdated.error?.code, 'invalid_passkey');
    const completed = await page.step('passkey/append/finish', {
      signedChallenge: page.authenticator.create(challengeOf(outdated)),
    });
    const { passkeyOperation } = dataOf(completed, 'generalBlockCompleted');
    assert.equal(passkeyOperation?.identifierValue, 'ada@example.com');
  });

  for (const [value, code] of [
    ['taken@example.com', 'identifier_already_in_use'],
    ['nothing', 'identifier_invalid_format'],
  ] as const) {
    it(`answers ${code} on the block and keeps the old address`, async () => {
      const api = await startApi();
      await signUp(api.page(), 'taken@example.com');
      const page = api.page();
      await fillSignup(page);
      const block = await page.step('identifier/update', { identifierType: 'email', value });
      assert.equal(block.error?.code, code);
      assert.equal(dataOf(block, 'generalBlockPasskeyAppend').identifierValue, 'ada@example.com');
    });
  }
});

describe('a sign-up that does not need a passkey', () => {
  it('offers completed beside the passkey and completes without one', async () => {
    const api = await startApi({ settings: { passkeyAppendAtSignup: 'optional' } });
    const page = api.page();
    const append = await fillSignup(page);
    const alternative = dataOf(append.alternatives?.[0], 'generalBlockCompleted');
    assert.equal(alternative.sessionToken, '');
    const completed = dataOf(await page.step('process/complete'), 'generalBlockCompleted');
    assert.equal(completed.passkeyOperation, undefined);
    assert.equal((await page.get('/v2/me', page.bearer())).status, 200);
  });

  it('is not possible where the project demands one', async () => {
    const api = await startApi();
    const page = api.page();
    const append = await fillSignup(page);
    assert.deepEqual(append.alternatives, []);
    for (const path of ['process/complete', 'block/skip']) {
      const { status, body } = await page.post<{ error: { type: string } }>(`/v2/auth/${path}`);
      assert.deepEqual([status, body.error.type], [400, 'validation_error']);
    }
  });

  it('can be left by skipping the block', async () => {
    const api = await startApi({ settings: { passkeyAppendAtSignup: 'optional' } });
    const page = api.page();
    await fillSignup(page);
    assert.equal((await page.step('block/skip')).block, 'completed');
  });
});

describe('the success screen', () => {
  it('stands between passkey and completion where the project wants it', async () => {
    const api = await startApi({ settings: { passkeyAppendedScreen: true } });
    const page = api.page();
    assert.equal((await signUp(page)).block, 'passkey-appended');
    const { passkeyOperation } = dataOf(await page.step('block/skip'), 'generalBlockCompleted');
    assert.equal(passkeyOperation?.operationType, 'append');
  });
});
