/**
 * `import('./module.ts?copy=2')` loads a second copy of the module and of everything it imports relatively, as when a
 * page loads a kit twice. Without this, the second copy would share its imports with the first.
 */
export function moduleCopiesPlugin() {
  return {
    name: 'module-copies',
    resolveImport({ source, context }) {
      const copy = new URLSearchParams(context.URL.search).get('copy');
      if (!copy || !source.startsWith('.') || source.includes('?')) return undefined;
      return `${source.replace(/\.js$/, '.ts')}?copy=${copy}`;
    },
  };
}
