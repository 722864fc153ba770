import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';
import { bundledDemo } from './demo-bundle.js';

export interface DemoServer {
  readonly origin: string;
  close(): Promise<void>;
}

/** The demo and a local Frontend API of its own, in memory, on a free port. */
export async function startDemoServer(): Promise<DemoServer> {
  process.env['LOCAL_API_DATABASE'] = ':memory:';
  const server = await createServer({
    configFile: fileURLToPath(new URL('../../../vite.config.ts', import.meta.url)),
    logLevel: 'error',
    plugins: [bundledDemo(process.env['DEMO_BUNDLE'] ?? '')],
    // Nothing is edited while tests run, and a reloaded API would forget its users.
    server: { port: 0, strictPort: true, watch: null },
  });
  await server.listen();
  const address = server.httpServer?.address();
  if (typeof address !== 'object' || !address) throw new Error('The demo server has no port.');
  return { origin: `http://localhost:${address.port}`, close: () => server.close() };
}
