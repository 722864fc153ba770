import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { createLocalApi, isLocalApiPath } from '../local-api/src/index.js';

export type BenchTag = 'auth-process' | 'connect-login';

export interface ServedKit {
  /** By path. */
  readonly files: ReadonlyMap<string, Buffer>;
  /** Path of the module the page loads. */
  readonly script: string;
  /** The element on the page; `auth-process` unless told. */
  readonly tag?: BenchTag;
  /** Further attributes of the element on the page. */
  readonly attributes?: string;
}

function html(script: string, body: string): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Measurements</title>
    <link rel="icon" href="data:," />
    <script type="module" src="${script}"></script>
  </head>
  <body>${body}</body>
</html>`;
}

/** The module that the build wrote, with the chunks it loads. */
export function cdnKit(): ServedKit {
  const folder = new URL('../dist/cdn/', import.meta.url);
  const chunks = readdirSync(new URL('chunks', folder)).map((name) => `chunks/${name}`);
  const files = ['corbado-elements.js', ...chunks].map(
    (name) => [`/${name}`, readFileSync(new URL(name, folder))] as const,
  );
  return { files: new Map(files), script: '/corbado-elements.js' };
}

export interface BenchServer {
  readonly origin: string;
  close(): Promise<void>;
}

/**
 * Serves a kit and the local Frontend API from one origin, as a site in production would: `/` has the
 * element, `/empty` has none.
 */
export async function startServer({
  files,
  script,
  tag = 'auth-process',
  attributes = '',
}: ServedKit): Promise<BenchServer> {
  const api = await createLocalApi({ database: ':memory:' });
  const answer = getRequestListener(api.app.fetch);
  const element = `<${tag} project-id="pro-1" frontend-api-url="/" ${attributes}></${tag}>`;
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const file = files.get(path);
    if (isLocalApiPath(path)) void answer(request, response);
    else if (file) response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(file);
    else
      response
        .writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' })
        .end(html(script, path === '/empty' ? '' : element));
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await api.close();
    },
  };
}
