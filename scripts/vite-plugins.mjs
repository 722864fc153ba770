import { slimTemplates } from './slim-templates.mjs';

/** A module that exists in memory only, to be named as a build's entry: `virtual:<name>`. */
export function virtualEntry(name, code) {
  const id = `virtual:${name}`;
  return {
    name: 'virtual-entry',
    resolveId: (source) => (source === id ? `\0${id}` : undefined),
    load: (source) => (source === `\0${id}` ? code : undefined),
  };
}

/** Templates as `npm run build` publishes them. */
export function slimmedTemplates() {
  return {
    name: 'slimmed-templates',
    transform: (code, id) => (id.includes('/src/') ? { code: slimTemplates(code), map: null } : undefined),
  };
}

/** Puts one source file in the place of another: absolute path -> absolute path. */
export function replaceModules(replacements) {
  return {
    name: 'replace-modules',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      const resolved = await this.resolve(source, importer, { ...options, skipSelf: true });
      const replacement = resolved && replacements[resolved.id];
      return replacement ?? resolved;
    },
  };
}

/** Has what is loaded later beside what needs it: one file that loads nothing needs no wrapper around each module. */
export function withoutLazyModules() {
  return {
    name: 'without-lazy-modules',
    transform(code, id) {
      if (!id.includes('/src/')) return undefined;
      const imports = [];
      const beside = code.replaceAll(/\bimport\((["'])(\.[^"']+)\1\)/g, (_, quote, path) => {
        imports.push(`import * as lazy${imports.length} from ${quote}${path}${quote};\n`);
        return `Promise.resolve(lazy${imports.length - 1})`;
      });
      return imports.length > 0 ? { code: imports.join('') + beside, map: null } : undefined;
    },
  };
}

/** Has an entry name all that its chunks import: a browser asks for them together, instead of finding one in the other. */
export function importsAtOnce() {
  return {
    name: 'imports-at-once',
    generateBundle(_, bundle) {
      for (const entry of Object.values(bundle).filter(({ isEntry }) => isEntry)) {
        const imports = new Set(entry.imports);
        for (const file of imports) for (const further of bundle[file].imports) imports.add(further);
        const found = [...imports].filter((file) => !entry.imports.includes(file));
        entry.code = found.map((file) => `import"./${file}";`).join('') + entry.code;
      }
    },
  };
}
