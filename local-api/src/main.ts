import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { serve } from '@hono/node-server';
import { createLocalApi } from './local-api.js';

const USAGE = `Usage: npm start -w local-api -- [options]

  --port <number>      port to listen on (default 8787, 0 picks a free one)
  --host <name>        name or address to listen on (default localhost)
  --database <file>    database file, or :memory: (default .local-api/data.db)
  --public-url <url>   URL under which browsers reach the API (default http://<host>:<port>)
  --project <id>       project id (default pro-1)
  --api-secret <text>  secret of a site's server (default corbado1_local)
  --origin <origin>    origin of a page that may use the API; can be given more than once
  --help`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '8787' },
      host: { type: 'string', default: 'localhost' },
      database: { type: 'string', default: '.local-api/data.db' },
      'public-url': { type: 'string' },
      project: { type: 'string', default: 'pro-1' },
      'api-secret': { type: 'string' },
      origin: { type: 'string', multiple: true, default: [] },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return;
  }
  const port = Number(values.port);
  if (!/^\d+$/.test(values.port) || port > 65_535) throw new Error(`--port ${values.port} is not a port.`);
  for (const origin of values.origin) {
    if (!URL.canParse(origin) || new URL(origin).origin !== origin) {
      throw new Error(`--origin ${origin} is not an origin such as http://localhost:3000.`);
    }
  }
  const publicUrl = values['public-url'] ?? (port === 0 ? undefined : `http://${values.host}:${port}`);
  if (publicUrl !== undefined && !URL.canParse(publicUrl)) throw new Error(`${publicUrl} is not a URL.`);
  const api = await createLocalApi({
    database: databaseFile(values.database),
    projectId: values.project,
    apiSecret: values['api-secret'],
    publicUrl,
    allowedOrigins: values.origin,
  });
  const server = serve({ fetch: api.app.fetch, port, hostname: values.host }, (address) => {
    console.log(`Local Frontend API for ${values.project}: http://${values.host}:${address.port}`);
  });
  server.on('error', (error: Error) => {
    stop(error.message);
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      server.close(() => void api.close());
      if ('closeAllConnections' in server) server.closeAllConnections();
    });
  }
}

/** A relative path counts from where the command was typed; npm runs workspace scripts elsewhere. */
function databaseFile(file: string): string {
  return file === ':memory:' ? file : resolve(process.env['INIT_CWD'] ?? '.', file);
}

function stop(message: string): void {
  console.error(`local-api: ${message}\n\n${USAGE}`);
  process.exit(1);
}

try {
  await main();
} catch (error) {
  stop(error instanceof Error ? error.message : String(error));
}
