import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import type { Plugin, ViteDevServer } from 'vite';
import { createShop } from '../shop/server.js';
import { ShopDatabase } from '../shop/shop-database.js';
import type { PageRenderer } from '../shop/pages.js';
import { databasePath } from './database-path.js';
import { renderPage } from './page.js';
import { pathOf } from './request-path.js';

interface DemoShop {
  readonly plugin: Plugin;
  /** Deletes its accounts. */
  reset: () => Promise<void>;
}

/** The shop with passwords, on the dev server under `/shop`. The local Frontend API beside it is its Corbado. */
export function demoShop(root: string): DemoShop {
  let opened: Promise<ShopDatabase> | undefined;
  const database = () => (opened ??= ShopDatabase.open(databasePath(root, 'shop.db')));

  async function listener(server: ViteDevServer) {
    const origin = new URL(server.resolvedUrls?.local[0] ?? '').origin;
    const project = {
      projectId: 'pro-1',
      apiSecret: 'corbado1_local',
      backendApiUrl: origin,
      frontendApiUrl: origin,
    };
    const shop = createShop({ origin, project, database: await database(), page: pages(join(root, 'demo')) });
    return getRequestListener(shop.fetch);
  }

  const plugin: Plugin = {
    name: 'demo-shop',
    configureServer(server) {
      let listening: ReturnType<typeof listener> | undefined;
      server.middlewares.use((request, response, next) => {
        if (!/^\/shop(\/|$)/.test(pathOf(request))) return next();
        listening ??= listener(server);
        listening.then((listen) => listen(request, response)).catch(next);
      });
      server.httpServer?.once('close', () => {
        void opened?.then((open) => open.close()).catch(() => undefined);
      });
    },
  };
  return { plugin, reset: async () => (await database()).clear() };
}

function pages(folder: string): PageRenderer {
  return async (name, texts, status = 200) => {
    const path = name === 'front' ? '/shop' : `/shop/${name}`;
    const { html, headers } = await renderPage({ folder, file: `shop/pages/${name}.html`, path, texts });
    return new Response(html, { status, headers });
  };
}
