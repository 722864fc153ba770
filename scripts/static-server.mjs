import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';

const TYPES = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

function send(file, response) {
  const type = TYPES[extname(file)] ?? 'application/octet-stream';
  readFile(file).then(
    (body) => response.writeHead(200, { 'Content-Type': type }).end(body),
    () => response.writeHead(404).end(),
  );
}

/** Serves a folder on a free port of localhost. Resolves to its address and a function that ends it. */
export function serveFolder(folder) {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    const file = normalize(join(folder, path.endsWith('/') ? `${path}index.html` : path));
    // Browsers ask for it by themselves; a missing icon is not an error of the page.
    if (path === '/favicon.ico') response.writeHead(204).end();
    else if (!file.startsWith(normalize(folder) + sep)) response.writeHead(403).end();
    else send(file, response);
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, 'localhost', () => {
      const close = () => {
        server.closeAllConnections();
        server.close();
      };
      const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
      resolve({ origin: `http://localhost:${port}`, close });
    });
  });
}
