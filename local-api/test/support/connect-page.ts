import assert from 'node:assert/strict';
import type { Schemas } from '../../src/contract.js';
import { BackEnd } from './back-end.js';
import { ORIGIN, startApi, TestPage, type TestAnswer, type TestApi } from './test-page.js';

type Failure = Schemas['errorRsp'];
export type Answer<Name extends keyof Schemas> = TestAnswer<Schemas[Name] & Partial<Failure>>;

/** What a device tells that can hold passkeys. */
export const capable = { isUserVerifyingPlatformAuthenticatorAvailable: true };

/** A page of a site with accounts of its own, in one browser, and the site's server. */
export class ConnectPage extends TestPage {
  readonly backEnd: BackEnd;
  clientInformation: Schemas['clientInformation'] = capable;
  userAgent = '';

  constructor(
    override readonly api: TestApi,
    origin = ORIGIN,
  ) {
    super(api, origin);
    this.backEnd = new BackEnd(api);
  }

  override post<Body>(path: string, body?: unknown, options: Parameters<TestPage['post']>[2] = {}) {
    const headers = { 'User-Agent': this.userAgent, ...options.headers };
    return super.post<Body>(path, body, { ...options, headers });
  }

  loginInit(more: object = {}) {
    return this.#init<'connectLoginInitRsp'>('login', more);
  }

  appendInit(more: object = {}) {
    return this.#init<'connectAppendInitRsp'>('append', more);
  }

  manageInit(more: object = {}) {
    return this.#init<'connectManageInitRsp'>('manage', more);
  }

  loginStart(more: Partial<Schemas['connectLoginStartReq']> = {}): Promise<Answer<'connectLoginStartRsp'>> {
    const request = { identifier: 'ada@example.com', source: 'text-field', loadedMs: 0, ...more };
    return this.post('/v2/connect/login/start', request);
  }

  loginFinish(assertionResponse: string, isConditionalUI = false): Promise<Answer<'connectLoginFinishRsp'>> {
    return this.post('/v2/connect/login/finish', { isConditionalUI, assertionResponse, loadedMs: 0 });
  }

  async appendStart(more: object = {}): Promise<Answer<'connectAppendStartRsp'>> {
    const appendTokenValue = await this.backEnd.token('passkey-append');
    return this.post('/v2/connect/append/start', { appendTokenValue, loadedMs: 0, ...more });
  }

  appendFinish(attestationResponse: string, more: object = {}): Promise<Answer<'connectAppendFinishRsp'>> {
    const completionType = 'manual';
    return this.post('/v2/connect/append/finish', { attestationResponse, completionType, ...more });
  }

  async list(): Promise<Answer<'connectManageListRsp'>> {
    const connectToken = await this.backEnd.token('passkey-list');
    return this.post('/v2/connect/manage/list', { connectToken });
  }

  async delete(credentialID: string): Promise<Answer<'connectManageDeleteRsp'>> {
    const connectToken = await this.backEnd.token('passkey-delete');
    return this.post('/v2/connect/manage/delete', { connectToken, credentialID });
  }

  /** Makes a passkey as after a login of the site's own. */
  async addPasskey(): Promise<void> {
    await this.appendInit();
    const { body } = await this.appendStart();
    assert.notEqual(body.attestationOptions, '', 'a passkey is offered');
    const { status } = await this.appendFinish(this.authenticator.create(body.attestationOptions));
    assert.equal(status, 200);
  }

  /** Signs in by name; the answer of `login/finish`. */
  async signIn(): Promise<Answer<'connectLoginFinishRsp'>> {
    await this.loginInit();
    const { body } = await this.loginStart();
    return this.loginFinish(this.authenticator.get(body.assertionOptions));
  }

  async #init<Name extends 'connectLoginInitRsp' | 'connectAppendInitRsp' | 'connectManageInitRsp'>(
    part: string,
    more: object,
  ): Promise<Answer<Name>> {
    const { clientInformation } = this;
    const answer = await this.post<Schemas[Name] & Partial<Failure>>(`/v2/connect/${part}/init`, {
      clientInformation,
      flags: {},
      ...more,
    });
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    const { body } = answer;
    this.processToken = 'token' in body ? body.token : body.processID;
    const clientEnvHandle = body.newClientEnvHandle ?? clientInformation.clientEnvHandle;
    this.clientInformation = { ...clientInformation, clientEnvHandle };
    return answer;
  }
}

export async function connectPage(settings: object = {}, api = startApi()): Promise<ConnectPage> {
  const page = new ConnectPage(await api);
  await page.settings(settings);
  return page;
}

/** A page in another browser at the same API; with the same passkeys where they are synced. */
export function otherBrowser(page: ConnectPage, { synced = false } = {}): ConnectPage {
  const other = new ConnectPage(page.api);
  if (synced) other.authenticator.passkeys.push(...page.authenticator.passkeys);
  return other;
}
