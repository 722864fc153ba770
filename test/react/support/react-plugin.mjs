import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const PATH = '/test/react/support/react.ts';

/** Serves React, with all it complains about in development, as one module that browsers can load. */
export function reactPlugin() {
  let bundle;
  return {
    name: 'react',
    async serve({ path }) {
      if (path !== PATH) return undefined;
      bundle ??= bundleReact();
      return { body: await bundle, type: 'js' };
    },
  };
}

async function bundleReact() {
  const [{ output }] = await build({
    configFile: false,
    logLevel: 'error',
    mode: 'development',
    define: { 'process.env.NODE_ENV': '"development"' },
    build: {
      write: false,
      minify: false,
      lib: {
        entry: fileURLToPath(new URL('./react.ts', import.meta.url)),
        formats: ['es'],
        fileName: 'react',
      },
    },
  });
  return output[0].code;
}
