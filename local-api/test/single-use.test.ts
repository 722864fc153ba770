import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  challengeOf,
  enterIdentifier,
  fillSignup,
  signUp,
  startApi,
  type TestPage,
} from './support/test-page.js';
import { SoftwareAuthenticator } from './support/software-authenticator.js';
import { ORIGIN } from './support/test-page.js';

const TIMES = 100;

async function completions(page: TestPage, path: string, signedChallenges: string[]) {
  const answers = await Promise.all(
    signedChallenges.map((signedChallenge) =>
      page.post<{ blockBody?: { block: string; data: { sessionToken?: string } } }>(path, {
        signedChallenge,
      }),
    ),
  );
  return answers.flatMap(({ body }) =>
    body.blockBody?.block === 'completed' ? [body.blockBody.data.sessionToken] : [],
  );
}

async function passkeysOfUsers(page: TestPage) {
  const { body } = await page.get<{ users: { passkeys: number }[] }>('/local-api/users');
  return body.users.map((user) => user.passkeys);
}

describe('a challenge', () => {
  it(`signs in once when ${TIMES} different assertions answer it at the same time`, async () => {
    const page = (await startApi()).page();
    await signUp(page);
    const challenge = challengeOf(await enterIdentifier(page));
    const assertions = Array.from({ length: TIMES }, () => page.authenticator.get(challenge));
    assert.equal(new Set(assertions).size, TIMES);
    assert.equal((await completions(page, '/v2/auth/passkey/login/finish', assertions)).length, 1);
  });

  it(`registers once when ${TIMES} different passkeys answer it at the same time`, async () => {
    const page = (await startApi()).page();
    const challenge = challengeOf(await fillSignup(page));
    const credentials = Array.from({ length: TIMES }, () =>
      new SoftwareAuthenticator(ORIGIN).create(challenge),
    );
    assert.equal((await completions(page, '/v2/auth/passkey/append/finish', credentials)).length, 1);
    assert.deepEqual(await passkeysOfUsers(page), [1]);
  });

  it(`opens one session when one answer is sent ${TIMES} times at the same time`, async () => {
    const page = (await startApi()).page();
    const challenge = challengeOf(await fillSignup(page));
    const credential = page.authenticator.create(challenge);
    const same = Array.from({ length: TIMES }, () => credential);
    const sessionTokens = await completions(page, '/v2/auth/passkey/append/finish', same);
    assert.equal(sessionTokens.length, TIMES);
    assert.equal(new Set(sessionTokens).size, 1);
    assert.deepEqual(await passkeysOfUsers(page), [1]);
  });
});
