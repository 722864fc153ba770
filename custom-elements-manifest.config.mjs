/** Members that are nobody's business outside the class. */
function isHidden(member) {
  return (
    member.privacy === 'private' ||
    member.privacy === 'protected' ||
    member.name.startsWith('#') ||
    member.name.startsWith('_') ||
    member.internal === true
  );
}

/** What is left is public, said or not. */
function plain(member) {
  return { ...member, privacy: undefined };
}

/** The attribute table follows the members: Lit's `@state()` fields and hidden members have no attribute. */
function withoutHidden(declaration) {
  const hidden = new Set((declaration.members ?? []).filter(isHidden).map(({ name }) => name));
  const keep = (entry) => !hidden.has(entry.name ?? entry.fieldName) && !hidden.has(entry.fieldName);
  const attributes = declaration.attributes?.filter(keep);
  return {
    ...declaration,
    ...(declaration.members && {
      members: declaration.members.filter((member) => !isHidden(member)).map(plain),
    }),
    attributes: attributes?.length ? attributes : undefined,
    // The analyzer also guesses events from the arguments of dispatchEvent(); those of `@fires` are described.
    ...(declaration.events && { events: declaration.events.filter(({ description }) => description) }),
  };
}

const LIFECYCLE = new Set([
  ...['connectedCallback', 'disconnectedCallback', 'attributeChangedCallback', 'createRenderRoot'],
  ...['shouldUpdate', 'willUpdate', 'update', 'render', 'firstUpdated', 'updated', 'getUpdateComplete'],
  ...['styles', 'properties', 'shadowRootOptions'],
]);

/**
 * Keeps the manifest to what a page may use, and the same on every machine: private, `#`, `@internal` and `@state()`
 * members go, and so do modules that declare nothing public.
 */
function publicSurface() {
  return {
    name: 'public-surface',
    analyzePhase({ ts, node, moduleDoc }) {
      if (!ts.isClassDeclaration(node)) return;
      const declaration = moduleDoc.declarations?.find(({ name }) => name === node.name?.getText());
      for (const member of node.members) {
        const entry = declaration?.members?.find(({ name }) => name === member.name?.getText());
        if (!entry) continue;
        const decorators = (ts.getDecorators?.(member) ?? []).map((decorator) =>
          decorator.expression.getText(),
        );
        const tags = ts.getJSDocTags(member).map((tag) => tag.tagName.getText());
        entry.internal =
          LIFECYCLE.has(entry.name) ||
          tags.includes('internal') ||
          decorators.some((text) => text.startsWith('state('));
      }
    },
    packageLinkPhase({ customElementsManifest }) {
      customElementsManifest.modules = customElementsManifest.modules
        .map((module) => ({ ...module, declarations: (module.declarations ?? []).map(withoutHidden) }))
        .filter(({ declarations }) => declarations.some(({ customElement }) => customElement === true))
        .map(toPublishedPaths)
        .sort((a, b) => (a.path < b.path ? -1 : 1));
    },
  };
}

/** `src/x.ts` is published as `dist/x.js`. */
function toPublishedPaths(module) {
  const publish = (key, value) =>
    (key === 'path' || key === 'module') && typeof value === 'string'
      ? value.replace(/^\/?src\/(.*)\.[jt]s$/, 'dist/$1.js')
      : value;
  return JSON.parse(JSON.stringify(module, publish));
}

export default {
  globs: ['src/**/*.ts'],
  exclude: ['src/testing/**', 'src/api/schema.ts'],
  litelement: true,
  plugins: [publicSurface()],
};
