import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { contentSecurityPolicy, createNonce } from './security-headers.js';

export interface RenderedPage {
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
}

interface PageOptions {
  /** The demo's folder, with its `parts`. */
  readonly folder: string;
  /** File of the page, in the folder. */
  readonly file: string;
  /** Path under which the page is reached: links of its head that lead there say so. */
  readonly path: string;
  /** For places such as `%EMAIL%`. */
  readonly texts?: Readonly<Record<string, string>>;
}

/** Parts of pages, by the place they go to. */
const PARTS = {
  SITE_HEADER: 'parts/site-header.html',
  SITE_FOOTER: 'parts/site-footer.html',
  SHOP_NAVIGATION: 'parts/shop-navigation.html',
} as const;

/**
 * A page as it is written, with the parts that it shares with others, with texts, which never become markup, and under
 * the strict policy with a fresh nonce in place of `%NONCE%`. Rejects when there is no such page.
 */
export async function renderPage({ folder, file, path, texts = {} }: PageOptions): Promise<RenderedPage> {
  const read = (name: string) => readFile(join(folder, name), 'utf8');
  const nonce = createNonce();
  let html = await read(file);
  for (const [place, part] of Object.entries(PARTS)) {
    if (!html.includes(`%${place}%`)) continue;
    const filled = marked(await read(part), path);
    html = html.replace(`%${place}%`, () => filled);
  }
  html = html.replaceAll('%NONCE%', nonce);
  html = html.replaceAll(/%([A-Z]+)%/g, (_place, name: string) => escaped(texts[name.toLowerCase()] ?? ''));
  return {
    html,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      'Content-Security-Policy': contentSecurityPolicy(nonce),
    },
  };
}

/** Links to the present page say so, and so does the one to the shop on all pages of the shop. */
function marked(part: string, path: string): string {
  const own = part.replace(`href="${path}"`, `href="${path}" aria-current="page"`);
  return path.startsWith('/shop/')
    ? own.replace('href="/shop">Shop<', 'href="/shop" aria-current="true">Shop<')
    : own;
}

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
