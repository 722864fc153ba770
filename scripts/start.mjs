// `npm start`: from a fresh clone to the running demo. Only Node's own modules until the packages are there.
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { checkNode, fail, installPackages } from './setup.mjs';

const DEFAULT_PORT = 5173;

const USAGE = `npm start [-- --port <number>]

Serves the demo and the local Frontend API on port ${DEFAULT_PORT}, or the next free one; --port or PORT chooses another.
`;

/** The port asked for by `--port` or `PORT`; undefined when any free one will do. Throws on anything but a port. */
function requestedPort(text = process.env.PORT) {
  if (text === undefined || text === '') return undefined;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65535) throw new Error(`"${text}" is not a port number.`);
  return port;
}

async function startServer(port) {
  const { createServer } = await import('vite');
  const server = await createServer({
    configFile: fileURLToPath(new URL('../vite.config.ts', import.meta.url)),
    logLevel: 'warn',
    server: { port: port ?? DEFAULT_PORT, strictPort: port !== undefined },
  });
  try {
    await server.listen();
  } catch (error) {
    await server.close();
    if (port !== undefined && /already in use|EADDRINUSE/.test(String(error)))
      throw new Error(`Port ${port} is taken. Choose another one with --port, or leave it out.`, {
        cause: error,
      });
    throw error;
  }
  return server;
}

async function main() {
  checkNode();
  const { values } = parseArgs({ options: { port: { type: 'string' }, help: { type: 'boolean' } } });
  if (values.help) return void console.log(USAGE);
  const port = requestedPort(values.port);
  installPackages();
  const { buildCdn, isCdnStale } = await import('./build-cdn.mjs');
  if (isCdnStale()) {
    console.log('Building the CDN files ...');
    await buildCdn();
  }
  const server = await startServer(port);
  const [address] = server.resolvedUrls?.local ?? [];
  console.log(`\n  corbado-elements demo and local Frontend API\n\n  ${address}\n\n  Ctrl-C ends it.\n`);

  const stop = () => {
    server.close().finally(() => process.exit(0));
    // Browsers keep their connections open; waiting for them would keep the terminal.
    /** @type {import('node:http').Server} */ (server.httpServer).closeAllConnections();
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

main().catch((error) => fail(error.message));
