import { resolve } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import type { Connect, Plugin, ViteDevServer } from 'vite';
import type * as localApiModule from '../../local-api/src/index.js';
import { databasePath } from './database-path.js';
import { pathOf } from './request-path.js';

const ENTRY = 'local-api/src/index.ts';

/** The demo's project, until its settings are changed: as it would run in production, the refresh token in a cookie alone. */
const SHOP = { appName: 'Alder & Clay', environment: 'live' } as const;

type LocalApiModule = typeof localApiModule;
type LocalApi = Awaited<ReturnType<LocalApiModule['createLocalApi']>>;

type Middleware = Parameters<Connect.NextHandleFunction>;

interface MountedApi {
  readonly module: LocalApiModule;
  readonly api: LocalApi;
  readonly listener: ReturnType<typeof getRequestListener>;
}

/**
 * Mounts the local Frontend API on the dev server, at its own paths. The module is asked for at every request, so
 * an edit is live at once; the previous instance is closed first because only one may hold the database file.
 * @param onReset deletes what people have left behind elsewhere in the demo
 */
export function localApi(root: string, onReset: () => Promise<void>): Plugin {
  let mounted: Promise<MountedApi> | undefined;

  async function mount(module: LocalApiModule): Promise<MountedApi> {
    const previous = await mounted?.catch(() => undefined);
    if (previous && previous.module === module) return previous;
    await previous?.api.close();
    const api = await module.createLocalApi({ database: databasePath(root), settings: SHOP, onReset });
    return { module, api, listener: getRequestListener(api.app.fetch) };
  }

  async function answer(server: ViteDevServer, ...[request, response, next]: Middleware): Promise<void> {
    const module = (await server.ssrLoadModule(resolve(root, ENTRY))) as LocalApiModule;
    if (!module.isLocalApiPath(pathOf(request))) {
      next();
      return;
    }
    mounted = mount(module);
    const { listener } = await mounted;
    await listener(request, response);
  }

  return {
    name: 'local-api',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        answer(server, request, response, next).catch(next);
      });
      server.httpServer?.once('close', () => {
        void mounted?.then(({ api }) => api.close()).catch(() => undefined);
      });
    },
  };
}
