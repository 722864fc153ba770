import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import {
  challengeOf,
  enterIdentifier,
  fillSignup,
  signUp,
  startApi,
  type TestApi,
  type TestPage,
} from './support/test-page.js';
import { databaseContent, temporaryDatabase } from './support/database-file.js';

interface Envelope {
  httpStatusCode: number;
  requestData: { requestID: string };
  error: { type: string; details: string; validation?: { field: string; message: string }[] };
}

interface BadRequest {
  name: string;
  method?: string;
  path: string;
  body?: unknown;
  text?: string;
  headers?: Record<string, string>;
  expected: [status: number, type: string, field?: string];
}

const clientInformation = {};
const INIT = '/v2/auth/process/init';
const SIGNUP = '/v2/auth/signup/init';
const LOGIN = '/v2/auth/login/init';
const FINISH = '/v2/auth/passkey/append/finish';
const unknownProcess = { 'x-corbado-process-id': 'A'.repeat(43) };
const identifiers = [{ type: 'email', identifier: 'ada@example.com' }];

const requests: BadRequest[] = [
  {
    name: 'JSON that breaks off',
    path: INIT,
    text: '{"clientInformation": {',
    expected: [400, 'validation_error', 'body'],
  },
  { name: 'an empty body', path: INIT, text: '', expected: [400, 'validation_error', 'body'] },
  { name: 'no body', path: INIT, expected: [415, 'validation_error'] },
  { name: 'a list', path: INIT, body: [], expected: [400, 'validation_error', 'body'] },
  { name: 'null', path: INIT, body: null, expected: [400, 'validation_error', 'body'] },
  { name: 'a missing field', path: INIT, body: {}, expected: [400, 'validation_error', 'clientInformation'] },
  {
    name: 'a field of the wrong type',
    path: INIT,
    body: { clientInformation: 'x' },
    expected: [400, 'validation_error', 'clientInformation'],
  },
  {
    name: 'a nested field of the wrong type',
    path: INIT,
    body: { clientInformation: { bluetoothAvailable: 'yes' } },
    expected: [400, 'validation_error', 'clientInformation.bluetoothAvailable'],
  },
  {
    name: 'a preference of the wrong type',
    path: INIT,
    body: { clientInformation, preferredBlock: 7 },
    expected: [400, 'validation_error', 'preferredBlock'],
  },
  {
    name: 'a fractional time',
    path: INIT,
    body: { clientInformation, passkeyAppendShown: 1.5 },
    expected: [400, 'validation_error', 'passkeyAppendShown'],
  },
  {
    name: 'a form post',
    path: INIT,
    text: 'a=b',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    expected: [415, 'validation_error'],
  },
  {
    name: 'a text post',
    path: INIT,
    text: '{"clientInformation":{}}',
    headers: { 'Content-Type': 'text/plain' },
    expected: [415, 'validation_error'],
  },
  {
    name: 'a huge body',
    path: INIT,
    body: { clientInformation: { visitorId: 'x'.repeat(300_000) } },
    expected: [413, 'validation_error'],
  },
  {
    name: 'an unknown project',
    path: INIT,
    body: { clientInformation },
    headers: { 'X-Corbado-ProjectID': 'pro-2' },
    expected: [400, 'project_id_mismatch'],
  },
  {
    name: 'a malformed project id',
    path: INIT,
    body: { clientInformation },
    headers: { 'X-Corbado-ProjectID': "pro-1' OR 1=1" },
    expected: [400, 'validation_error', 'X-Corbado-ProjectID'],
  },
  {
    name: 'another origin',
    path: INIT,
    body: { clientInformation },
    headers: { Origin: 'https://evil.example' },
    expected: [403, 'validation_error', 'Origin'],
  },
  {
    name: 'the own host on another port',
    path: INIT,
    body: { clientInformation },
    headers: { Origin: 'http://localhost:4101' },
    expected: [403, 'validation_error', 'Origin'],
  },
  {
    name: 'an opaque origin',
    path: INIT,
    body: { clientInformation },
    headers: { Origin: 'null' },
    expected: [403, 'validation_error', 'Origin'],
  },
  {
    name: 'a read by a page of another origin',
    method: 'GET',
    path: '/v2/session-config',
    headers: { Origin: 'null' },
    expected: [403, 'validation_error', 'Origin'],
  },
  {
    name: 'an unknown process',
    path: SIGNUP,
    body: { identifiers },
    headers: unknownProcess,
    expected: [404, 'process_not_available'],
  },
  {
    name: 'an empty process header',
    path: SIGNUP,
    body: { identifiers },
    headers: { 'x-corbado-process-id': '' },
    expected: [400, 'validation_error', 'x-corbado-process-id'],
  },
  {
    name: 'an event of an unknown process',
    path: '/v2/auth/events',
    body: { eventType: 'login-error' },
    headers: unknownProcess,
    expected: [404, 'process_not_available'],
  },
  {
    name: 'a read of an unknown process',
    method: 'GET',
    path: '/v2/auth/process',
    headers: unknownProcess,
    expected: [404, 'process_not_available'],
  },
  {
    name: 'an unknown identifier type',
    path: SIGNUP,
    body: { identifiers: [{ type: 'pigeon', identifier: 'a' }] },
    expected: [400, 'validation_error', 'identifiers.0.type'],
  },
  {
    name: 'an identifier type that is switched off',
    path: SIGNUP,
    body: { identifiers: [{ type: 'phone', identifier: '+491512345678' }] },
    expected: [400, 'validation_error', 'identifiers'],
  },
  {
    name: 'an identifier given twice',
    path: SIGNUP,
    body: { identifiers: [...identifiers, ...identifiers] },
    expected: [400, 'validation_error', 'identifiers'],
  },
  {
    name: 'a name without end',
    path: SIGNUP,
    body: { identifiers, fullName: 'x'.repeat(201) },
    expected: [400, 'validation_error', 'fullName'],
  },
  {
    name: 'a number as identifier',
    path: LOGIN,
    body: { identifierValue: 1, isPhone: false },
    expected: [400, 'validation_error', 'identifierValue'],
  },
  {
    name: 'a missing flag',
    path: LOGIN,
    body: { identifierValue: 'ada@example.com' },
    expected: [400, 'validation_error', 'isPhone'],
  },
  {
    name: 'an unknown event',
    path: '/v2/auth/events',
    body: { eventType: 'party' },
    expected: [400, 'validation_error', 'eventType'],
  },
  {
    name: 'a credential that is no JSON',
    path: FINISH,
    body: { signedChallenge: 'nonsense' },
    expected: [400, 'validation_error', 'signedChallenge'],
  },
  {
    name: 'a credential that is a list',
    path: FINISH,
    body: { signedChallenge: '[]' },
    expected: [400, 'validation_error', 'signedChallenge'],
  },
  { name: 'an unknown path', path: '/v2/nothing', body: {}, expected: [404, 'not_found'] },
  { name: 'an unknown path below a known one', path: `${INIT}/more`, body: {}, expected: [404, 'not_found'] },
  { name: 'a wrong method', method: 'PATCH', path: INIT, body: {}, expected: [405, 'method_not_allowed'] },
  { name: 'a read of a write', method: 'GET', path: INIT, expected: [405, 'method_not_allowed'] },
  { name: 'no session', method: 'GET', path: '/v2/me', expected: [401, 'login_error'] },
];

async function send(page: TestPage, { method = 'POST', path, body, text, headers }: BadRequest) {
  return page.call<Envelope>(method, path, body, { broken: true, text, headers });
}

describe('a bad request', () => {
  let api: TestApi;
  let page: TestPage;
  let database: Awaited<ReturnType<typeof temporaryDatabase>>;

  before(async () => {
    database = await temporaryDatabase();
    api = await startApi({ database: database.file });
  });

  beforeEach(async () => {
    await api.page().post('/local-api/reset');
    page = api.page();
    await fillSignup(page);
  });

  after(async () => {
    await api.close();
    await database.remove();
  });

  for (const request of requests) {
    it(`is answered in the contract's words and changes nothing: ${request.name}`, async () => {
      const before = await databaseContent(database.file);
      const answer = await send(page, request);
      const [status, type, field] = request.expected;
      assert.deepEqual([answer.status, answer.body.error.type], [status, type]);
      assert.equal(answer.body.httpStatusCode, status);
      assert.match(answer.body.requestData.requestID, /^req-\d+$/);
      if (field !== undefined) {
        assert.ok(
          answer.body.error.validation?.some((error) => error.field === field),
          JSON.stringify(answer.body.error),
        );
      }
      assert.equal(await databaseContent(database.file), before);
    });
  }

  it('does not reach other prototypes', async () => {
    const text =
      '{"clientInformation":{},"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}';
    assert.equal((await page.call('POST', INIT, undefined, { text, broken: true })).status, 200);
    assert.equal(Reflect.get({}, 'polluted'), undefined);
  });

  it('cannot use an expired process', async () => {
    api.clock.advance(1801);
    const before = await databaseContent(database.file);
    const answer = await send(page, { name: '', path: SIGNUP, body: { identifiers }, expected: [404, ''] });
    assert.equal(answer.body.error.type, 'process_not_available');
    assert.equal(await databaseContent(database.file), before);
  });

  it('cannot use a challenge again', async () => {
    await signUp(page, 'first@example.com');
    const verify = await enterIdentifier(page, 'first@example.com');
    const failed = { signedChallenge: page.authenticator.get(challengeOf(verify), { userVerified: false }) };
    await page.step('passkey/login/finish', failed);
    const replayed = { signedChallenge: page.authenticator.get(challengeOf(verify)) };
    assert.equal((await page.step('passkey/login/finish', replayed)).error?.code, 'invalid_passkey');
  });

  it('cannot use a challenge of another process, nor spend it', async () => {
    const append = await fillSignup(page);
    const thief = api.page();
    await fillSignup(thief, 'thief@example.com');
    const signedChallenge = page.authenticator.create(challengeOf(append));
    assert.equal(
      (await thief.step('passkey/append/finish', { signedChallenge })).error?.code,
      'invalid_passkey',
    );
    assert.equal((await page.step('passkey/append/finish', { signedChallenge })).block, 'completed');
  });

  it('cannot use a challenge that is too old', async () => {
    const append = await fillSignup(page);
    api.clock.advance(301);
    const signedChallenge = page.authenticator.create(challengeOf(append));
    assert.equal(
      (await page.step('passkey/append/finish', { signedChallenge })).error?.code,
      'invalid_passkey',
    );
  });

  it('cannot use an autofill challenge to sign in by name', async () => {
    await signUp(page, 'first@example.com');
    const login = await page.open({ preferredBlock: 'login-init' });
    assert.ok('conditionalUIChallenge' in login.data && login.data.conditionalUIChallenge);
    const signedChallenge = page.authenticator.get(login.data.conditionalUIChallenge);
    await page.step('login/init', { identifierValue: 'first@example.com', isPhone: false });
    assert.equal(
      (await page.step('passkey/login/finish', { signedChallenge })).error?.code,
      'invalid_passkey',
    );
  });

  it('is a form of another site, even without Origin', async () => {
    const headers = { 'Content-Type': 'application/json', 'Sec-Fetch-Site': 'cross-site' };
    const response = await api.app.request(`http://localhost:4100${INIT}`, {
      method: 'POST',
      body: '{}',
      headers,
    });
    assert.equal(response.status, 403);
  });

  it('lacks the project header when a browser sends it', async () => {
    const headers = { 'Content-Type': 'application/json', Origin: 'http://localhost:4100' };
    const body = JSON.stringify({ clientInformation });
    const response = await api.app.request(`http://localhost:4100${INIT}`, { method: 'POST', body, headers });
    assert.equal(response.status, 400);
  });
});
