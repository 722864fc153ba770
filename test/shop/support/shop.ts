import type { Hono } from 'hono';
import type { PageRenderer } from '../../../demo/shop/pages.js';
import { createShop, type ShopOptions } from '../../../demo/shop/server.js';
import { ShopDatabase } from '../../../demo/shop/shop-database.js';
import { PROJECT_ID } from './issuer.js';

export const SHOP_ORIGIN = 'https://shop.example';
export const ADA = { name: 'Ada', email: 'ada@example.com', password: 'correct horse' } as const;
export const GRACE = { name: 'Grace', email: 'grace@example.com', password: 'battery staple' } as const;

/** Name and texts of a page, in place of its HTML. */
const pageAsJson: PageRenderer = async (name, texts = {}, status = 200) =>
  Response.json({ page: name, ...texts }, { status });

/** @param corbadoUrl where both of Corbado's APIs are */
export async function startShop(
  corbadoUrl: string,
  options: Partial<ShopOptions & { now: () => number }> = {},
) {
  const database = options.database ?? (await ShopDatabase.open(':memory:', options.now));
  const app = createShop({
    origin: SHOP_ORIGIN,
    project: {
      projectId: PROJECT_ID,
      apiSecret: 'corbado1_local',
      backendApiUrl: corbadoUrl,
      frontendApiUrl: corbadoUrl,
    },
    page: pageAsJson,
    ...options,
    database,
  });
  return { database, visitor: () => new Visitor(app as unknown as Hono) };
}

export type TestShop = Awaited<ReturnType<typeof startShop>>;

/** A browser at the shop: it keeps cookies and names the origin of what it sends. */
export class Visitor {
  readonly cookies = new Map<string, string>();
  origin: string | undefined = SHOP_ORIGIN;

  constructor(private readonly app: Hono) {}

  get(path: string): Promise<Response> {
    return this.#request(path, { method: 'GET' });
  }

  submit(path: string, fields: Readonly<Partial<Record<string, string>>> = {}): Promise<Response> {
    const body = new URLSearchParams(fields as Record<string, string>);
    return this.#request(path, { method: 'POST', body });
  }

  postJson(path: string, body: unknown): Promise<Response> {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const headers = { 'Content-Type': 'application/json' };
    return this.#request(path, { method: 'POST', body: text, headers });
  }

  /** Status of a page that only signed-in people see. */
  async isSignedIn(): Promise<boolean> {
    return (await this.get('/shop/account')).status === 200;
  }

  async #request(path: string, init: RequestInit): Promise<Response> {
    const headers = new Headers(init.headers);
    if (this.origin !== undefined && init.method === 'POST') headers.set('Origin', this.origin);
    headers.set('Cookie', [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await this.app.request(`${SHOP_ORIGIN}${path}`, { ...init, headers });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (/;\s*Max-Age=0/i.test(cookie)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return response;
  }
}
