import assert from 'node:assert/strict';
import type { LocalApi } from '../../src/index.js';
import { checkResponse } from './contract-check.js';
import { ORIGIN } from './test-page.js';

interface TokenAnswer {
  id?: string;
  secret?: string;
  expires?: number;
  error?: { type: string; validation?: { field: string }[] };
}

/** The server of a site, which holds the API secret. */
export class BackEnd {
  /** The person who is logged in to the site. */
  identifier = 'ada@example.com';
  readonly #authorization: string;

  constructor(
    readonly api: LocalApi,
    { projectId = 'pro-1', apiSecret = 'corbado1_local' } = {},
  ) {
    this.#authorization = `Basic ${Buffer.from(`${projectId}:${apiSecret}`).toString('base64')}`;
  }

  async createToken(request: unknown, headers: Record<string, string> = {}) {
    const response = await this.api.app.request(`${ORIGIN}/v2/connectTokens`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: this.#authorization, ...headers },
      body: JSON.stringify(request),
    });
    const body = (await response.json()) as TokenAnswer;
    if (response.status >= 400) checkResponse('POST', '/v2/connectTokens', response.status, body);
    return { status: response.status, body };
  }

  /** The secret of a new token. */
  async token(type: string, more: object = {}): Promise<string> {
    const { body } = await this.createToken({
      type,
      data: { identifier: this.identifier, displayName: 'Ada', ...more },
    });
    assert.ok(body.secret, JSON.stringify(body));
    return body.secret;
  }
}
