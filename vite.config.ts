import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { demoPages } from './demo/server/demo-pages.js';
import { localApi } from './demo/server/local-api.js';
import { demoShop } from './demo/server/shop.js';

const root = fileURLToPath(new URL('.', import.meta.url));
const shop = demoShop(root);

/** The dev server: the demo pages and the local Frontend API on one port. The CDN files have `scripts/build-cdn.mjs`. */
export default defineConfig({
  root,
  appType: 'custom',
  publicDir: false,
  clearScreen: false,
  plugins: [localApi(root, shop.reset), demoPages(root), shop.plugin],
  // Without "development" Lit loads its production files, as it does at a customer's.
  resolve: { conditions: ['production', 'browser', 'module'] },
  // The few dependencies are ES modules: nothing to bundle first, and no cache two servers could fight over.
  optimizeDeps: { noDiscovery: true, include: [] },
  server: {
    host: 'localhost',
    port: 5173,
    // No client script is injected into the pages, so there is nobody to talk to over a socket.
    hmr: false,
    // The local API answers for itself who may call it.
    cors: false,
    ws: false,
    fs: { deny: ['.env', '.env.*', '*.{crt,pem}', '**/.git/**', '**/.local-api/**'] },
  },
});
