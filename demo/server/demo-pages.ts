import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Connect, Plugin } from 'vite';
import { renderPage } from './page.js';
import { pathOf } from './request-path.js';
import { COMMON_HEADERS } from './security-headers.js';

const PAGE = /^\/(?:([a-z0-9-]+)(?:\.html)?)?$/;
const CDN_FILE = /^\/dist\/cdn\/((?:(?:locales|chunks)\/)?[\w.-]+\.(?:js|json))$/;
const CONTENT_TYPES = { js: 'text/javascript; charset=utf-8', json: 'application/json' } as const;

/**
 * Serves `demo/*.html` as written, without the scripts a dev server would inject, each answer under the strict
 * policy with a fresh nonce in place of `%NONCE%`. The built CDN files are served untouched too, so that their
 * integrity hashes hold.
 */
export function demoPages(root: string): Plugin {
  return {
    name: 'demo-pages',
    configureServer(server) {
      server.middlewares.use((_request, response, next) => {
        for (const [name, value] of Object.entries(COMMON_HEADERS)) response.setHeader(name, value);
        next();
      });
      server.middlewares.use(cdnFiles(root));
      return () => {
        server.middlewares.use(pages(root));
      };
    },
  };
}

function cdnFiles(root: string): Connect.NextHandleFunction {
  return (request, response, next) => {
    const file = CDN_FILE.exec(pathOf(request))?.[1];
    if (file === undefined) return next();
    readFile(join(root, 'dist/cdn', file)).then(
      (body) => {
        const type = file.endsWith('.json') ? CONTENT_TYPES.json : CONTENT_TYPES.js;
        response.writeHead(200, { 'Content-Type': type, 'Cache-Control': 'no-cache' }).end(body);
      },
      () => {
        notFound(response, `${file} has not been built yet: run "npm run build:cdn".`);
      },
    );
  };
}

function pages(root: string): Connect.NextHandleFunction {
  return (request, response, next) => {
    const match = PAGE.exec(pathOf(request));
    if (match === null || (request.method !== 'GET' && request.method !== 'HEAD')) return next();
    const name = match[1] ?? 'index';
    const path = name === 'index' ? '/' : `/${name}.html`;
    renderPage({ folder: join(root, 'demo'), file: `${name}.html`, path }).then(
      ({ html, headers }) => {
        response.writeHead(200, headers);
        response.end(request.method === 'HEAD' ? undefined : html);
      },
      () => {
        notFound(response, 'There is no such page.');
      },
    );
  };
}

function notFound(response: Parameters<Connect.NextHandleFunction>[1], message: string): void {
  response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end(`${message}\n`);
}
