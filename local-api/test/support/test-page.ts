import assert from 'node:assert/strict';
import type { components } from '../../src/schema.js';
import { createLocalApi, type LocalApi, type LocalApiOptions } from '../../src/index.js';
import { checkRequest, checkResponse } from './contract-check.js';
import { SoftwareAuthenticator } from './software-authenticator.js';

type Schemas = components['schemas'];
export type BlockBody = Schemas['blockBody'];
export type ProcessResponse = Schemas['processResponse'];

export const ORIGIN = 'http://localhost:4100';

export interface TestAnswer<Body = unknown> {
  status: number;
  headers: Headers;
  body: Body;
}

interface CallOptions {
  headers?: Record<string, string>;
  /** The request breaks the contract on purpose. */
  broken?: boolean;
  /** Body as it goes out, instead of JSON. */
  text?: string;
}

interface SentMessage {
  kind: 'email' | 'text-message';
  to: string;
  subject: string;
  text: string;
  code?: string;
  link?: string;
  createdMs: number;
}

/** A clock that only a test moves. */
export class TestClock {
  #ms = Date.UTC(2031, 4, 6, 7, 8, 9);
  readonly now = (): number => this.#ms;
  advance(seconds: number): void {
    this.#ms += seconds * 1000;
  }
}

export interface TestApi extends LocalApi {
  clock: TestClock;
  page: (origin?: string) => TestPage;
}

export async function startApi(options: Partial<LocalApiOptions> = {}): Promise<TestApi> {
  const clock = new TestClock();
  const api = await createLocalApi({ database: ':memory:', now: clock.now, ...options });
  return { ...api, clock, page: (origin = ORIGIN) => new TestPage(api, origin) };
}

/** A page in a browser: it has an origin, cookies, a process and an authenticator. */
export class TestPage {
  processToken: string | undefined;
  refreshToken: string | undefined;
  cookies = new Map<string, string>();
  readonly authenticator: SoftwareAuthenticator;

  constructor(
    readonly api: LocalApi,
    readonly origin: string,
    readonly apiUrl = ORIGIN,
  ) {
    this.authenticator = new SoftwareAuthenticator(origin);
  }

  /** One request; it and its answer are held against the contract. */
  async call<Body = unknown>(
    method: string,
    path: string,
    body?: unknown,
    options: CallOptions = {},
  ): Promise<TestAnswer<Body>> {
    const isContract = !path.startsWith('/local-api');
    if (isContract && !options.broken) checkRequest(method, path, body);
    const text = options.text ?? (body === undefined ? undefined : JSON.stringify(body));
    const response = await this.api.app.request(this.apiUrl + path, {
      method,
      body: text,
      headers: {
        ...this.#headers(method),
        ...(text !== undefined && { 'Content-Type': 'application/json' }),
        ...options.headers,
      },
    });
    this.#keepCookies(response);
    const answer = await response.text();
    const parsed: unknown = answer === '' ? undefined : JSON.parse(answer);
    if (isContract || response.status >= 400) checkResponse(method, path, response.status, parsed);
    return { status: response.status, headers: response.headers, body: parsed as Body };
  }

  get<Body = unknown>(path: string, options?: CallOptions) {
    return this.call<Body>('GET', path, undefined, options);
  }

  post<Body = unknown>(path: string, body?: unknown, options?: CallOptions) {
    return this.call<Body>('POST', path, body, options);
  }

  /** A call of the auth process that is expected to work; gives its block. */
  async step(path: string, body?: unknown): Promise<BlockBody> {
    const answer = await this.post<ProcessResponse>(`/v2/auth/${path}`, body);
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    this.processToken = answer.body.newProcess?.token ?? this.processToken;
    const { data } = answer.body.blockBody;
    if (data.blockType === 'generalBlockCompleted') this.refreshToken = data.refreshToken;
    return answer.body.blockBody;
  }

  /** Opens a process and gives its first block. */
  async open(body: Partial<Schemas['processInitReq']> = {}): Promise<BlockBody> {
    this.processToken = undefined;
    const answer = await this.post<Schemas['processInitRsp']>('/v2/auth/process/init', {
      clientInformation: {},
      ...body,
    });
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    this.processToken = answer.body.token;
    return answer.body.processResponse.blockBody;
  }

  /** The newest mail or text message to an address or number. */
  async mail(identifier: string): Promise<SentMessage> {
    const path = `/local-api/outbox?identifier=${encodeURIComponent(identifier)}`;
    const { body } = await this.get<{ messages: SentMessage[] }>(path);
    const [newest] = body.messages;
    assert.ok(newest, `${identifier} was sent something`);
    return newest;
  }

  /** Enters the code that was sent last; gives the next block. */
  async enterCode(identifier = 'ada@example.com'): Promise<BlockBody> {
    const { kind, code } = await this.mail(identifier);
    return this.step('identifier/verify/finish', finishReq(kind, code ?? ''));
  }

  /** Opens a link as a page of this browser that knows nothing but the link. */
  async openLink(link: string): Promise<BlockBody> {
    const { tempId, token } = linkParts(link);
    const answer = await this.post<ProcessResponse>(
      '/v2/auth/identifier/verify/finish',
      { verificationType: 'email-link', identifierType: 'email', code: token },
      { headers: { 'x-corbado-temp-process-id': tempId, 'x-corbado-process-id': '' } },
    );
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    return answer.body.blockBody;
  }

  async status(): Promise<BlockBody> {
    const answer = await this.get<ProcessResponse>('/v2/auth/identifier/verify/status');
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    return answer.body.blockBody;
  }

  async settings(patch: unknown): Promise<void> {
    const answer = await this.call('PATCH', '/local-api/settings', patch);
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
  }

  bearer(token = this.refreshToken ?? ''): CallOptions {
    return { headers: { Authorization: `Bearer ${token}` } };
  }

  /** What a browser sends by itself, and the headers of the contract. */
  #headers(method: string): Record<string, string> {
    const namesOrigin = method !== 'GET' || this.origin !== this.apiUrl;
    const cookies = [...this.cookies].map(([name, value]) => `${name}=${value}`);
    return {
      'X-Corbado-ProjectID': 'pro-1',
      ...(namesOrigin && { Origin: this.origin }),
      ...(this.processToken !== undefined && { 'x-corbado-process-id': this.processToken }),
      ...(cookies.length > 0 && { Cookie: cookies.join('; ') }),
    };
  }

  #keepCookies(response: Response): void {
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';');
      const [name = '', value = ''] = pair.split('=');
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
  }
}

/** The data of a block of a certain kind. */
export function dataOf<Type extends BlockBody['data']['blockType']>(
  block: BlockBody | undefined,
  blockType: Type,
): Extract<BlockBody['data'], { blockType: Type }> {
  assert.equal(block?.data.blockType, blockType);
  return block?.data as Extract<BlockBody['data'], { blockType: Type }>;
}

export function challengeOf(block: BlockBody): string {
  assert.ok('challenge' in block.data, `${block.block} has a challenge`);
  return block.data.challenge;
}

export function conditionalChallengeOf(block: BlockBody): string {
  return dataOf(block, 'generalBlockLoginInit').conditionalUIChallenge ?? '';
}

/** Fills the sign-up form in; gives the passkey-append block. */
export async function fillSignup(page: TestPage, email = 'ada@example.com'): Promise<BlockBody> {
  await page.open();
  return page.step('signup/init', { identifiers: [{ type: 'email', identifier: email }] });
}

/** Signs up with a passkey; gives the completed block. */
export async function signUp(page: TestPage, email?: string): Promise<BlockBody> {
  const append = await fillSignup(page, email);
  return page.step('passkey/append/finish', {
    signedChallenge: page.authenticator.create(challengeOf(append)),
  });
}

/** Names the account; gives the passkey-verify block. */
export async function enterIdentifier(
  page: TestPage,
  identifierValue = 'ada@example.com',
): Promise<BlockBody> {
  await page.open({ preferredBlock: 'login-init' });
  return page.step('login/init', { identifierValue, isPhone: false });
}

/** What the page behind a link reads from its address. */
export function linkParts(link: string) {
  const { searchParams } = new URL(link);
  const id = Buffer.from(searchParams.get('corbadoEmailLinkID') ?? '', 'base64').toString();
  const content = JSON.parse(id) as {
    blockData: { identifier: string; retryNotBefore: number; verificationMethod: string };
    authType: 0 | 1;
    process: { tempId: string; projectId: string; expires: number; frontendApiUrl: string };
  };
  return { content, tempId: content.process.tempId, token: searchParams.get('corbadoToken') ?? '' };
}

export function finishReq(kind: SentMessage['kind'], code: string): Schemas['identifierVerifyFinishReq'] {
  return kind === 'text-message'
    ? { identifierType: 'phone', verificationType: 'phone-otp', code }
    : { identifierType: 'email', verificationType: 'email-otp', code };
}

export const byMail = { identifierType: 'email', verificationType: 'email-otp' };
export const byPhone = { identifierType: 'phone', verificationType: 'phone-otp' };

/** What a device tells that can, or cannot, hold passkeys. */
export const withPasskeys = { clientInformation: { isUserVerifyingPlatformAuthenticatorAvailable: true } };
export const withoutPasskeys = {
  clientInformation: { isUserVerifyingPlatformAuthenticatorAvailable: false },
};

/** Signs in with the passkey of the account; gives the block that follows. */
export async function signIn(page: TestPage, identifierValue = 'ada@example.com'): Promise<BlockBody> {
  const verify = await enterIdentifier(page, identifierValue);
  return page.step('passkey/login/finish', {
    signedChallenge: page.authenticator.get(challengeOf(verify)),
  });
}
