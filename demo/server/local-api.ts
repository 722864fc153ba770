import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import type { Connect, Plugin, ViteDevServer } from 'vite';
import type * as localApiModule from '../../local-api/src/index.js';

const ROUTES = /^\/(?:v2|\.well-known|local-api)(?:\/|$|\?)/;
const ENTRY = 'local-api/src/index.ts';

type LocalApiModule = typeof localApiModule;
type LocalApi = Awaited<ReturnType<LocalApiModule['createLocalApi']>>;

interface MountedApi {
  readonly module: LocalApiModule;
  readonly api: LocalApi;
  readonly listener: ReturnType<typeof getRequestListener>;
}

/**
 * Mounts the local Frontend API on the dev server, at its own paths. The module is asked for at every request, so
 * an edit is live at once; the previous instance is closed first because only one may hold the database file.
 */
export function localApi(root: string): Plugin {
  let mounted: Promise<MountedApi> | undefined;

  async function mount(server: ViteDevServer): Promise<MountedApi> {
    const previous = await mounted?.catch(() => undefined);
    const module = (await server.ssrLoadModule(resolve(root, ENTRY))) as LocalApiModule;
    if (previous && previous.module === module) return previous;
    await previous?.api.close();
    const api = await module.createLocalApi({ database: databasePath(root) });
    return { module, api, listener: getRequestListener(api.app.fetch) };
  }

  return {
    name: 'local-api',
    configureServer(server) {
      server.middlewares.use(handler(() => (mounted = mount(server))));
      server.httpServer?.once('close', () => {
        void mounted?.then(({ api }) => api.close()).catch(() => undefined);
      });
    },
  };
}

function handler(mount: () => Promise<MountedApi>): Connect.NextHandleFunction {
  return (request, response, next) => {
    if (!ROUTES.test(request.url ?? '')) return next();
    mount()
      .then(({ listener }) => listener(request, response))
      .catch(next);
  };
}

function databasePath(root: string): string {
  const configured = process.env['LOCAL_API_DATABASE'] ?? '.local-api/data.db';
  if (configured === ':memory:') return configured;
  const file = resolve(root, configured);
  mkdirSync(dirname(file), { recursive: true });
  return file;
}
