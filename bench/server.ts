import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { createLocalApi, isLocalApiPath } from '../local-api/src/index.js';

const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Measurements</title>
    <link rel="icon" href="data:," />
    <script type="module" src="/corbado-elements.js"></script>
  </head>
  <body>
    <auth-process project-id="pro-1" frontend-api-url="/"></auth-process>
  </body>
</html>`;
const EMPTY_PAGE = PAGE.replace(/<auth-process.*<\/auth-process>/, '');

export interface BenchServer {
  readonly origin: string;
  close(): Promise<void>;
}

/** Serves the built CDN file and the local Frontend API from one origin, as a site in production would. */
export async function startServer(): Promise<BenchServer> {
  const api = await createLocalApi({ database: ':memory:' });
  const answer = getRequestListener(api.app.fetch);
  const kit = readFileSync(new URL('../dist/cdn/corbado-elements.js', import.meta.url));
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    if (isLocalApiPath(path)) void answer(request, response);
    else if (path === '/corbado-elements.js')
      response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(kit);
    else
      response
        .writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' })
        .end(path === '/empty' ? EMPTY_PAGE : PAGE);
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
