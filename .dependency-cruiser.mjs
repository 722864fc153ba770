// Who may import whom (docs/architecture.md). "types" means `import type` only.
const TYPE_ONLY = ['type-only'];

/** The block tables, one for each public element. */
const TABLES = '^src/components/blocks/(default|connect-[a-z-]+)-blocks\\.ts$';
/** Blocks and what they share: everything in their folder but the tables. */
const BLOCKS = '^src/components/blocks/(?!(default|connect-[a-z-]+)-blocks\\.ts)';

/** `from` may import nothing of `src` but itself and `allowed`. */
function layer(name, from, allowed, comment) {
  return {
    name,
    comment,
    severity: 'error',
    from: { path: from },
    to: { path: '^src/', pathNot: [from, '^src/version\\.ts$', ...allowed] },
  };
}

export default {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Chunks may ask for one another; by then their modules have run.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: [...TYPE_ONLY, 'dynamic-import'] } },
    },
    { name: 'not-resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    layer('api-stands-alone', '^src/api/', [], 'The wire knows nothing of screens.'),
    layer(
      'webauthn-stands-alone',
      '^src/webauthn/',
      [],
      'Ceremonies know nothing of the wire or of screens.',
    ),
    layer('localize-stands-alone', '^src/localize/', []),
    // A block is handed the language to speak, so the registry names its type.
    layer('process-layer', '^src/process/', ['^src/(api|webauthn)/', '^src/localize/localize-context']),
    {
      name: 'process-types-only',
      comment:
        'Only drivers and the controller work with the wire and with passkeys; state and registry name types.',
      severity: 'error',
      from: {
        path: '^src/process/(process-state|accept-response|wire-step|fields|step|process-driver|block-actions|block-registry|block-data|contexts|events)\\.ts$',
      },
      to: { path: '^src/(api|webauthn)/', dependencyTypesNot: TYPE_ONLY },
    },
    layer('session-layer', '^src/session/', ['^src/api/']),
    layer('styles-stand-alone', '^src/components/styles/', []),
    layer(
      'ui-layer',
      '^src/components/ui/',
      ['^src/(localize|phone)/', '^src/components/styles/'],
      'A button knows nothing of auth.',
    ),
    layer('base-layer', '^src/components/base/', [
      '^src/(localize|process|api|webauthn)/',
      '^src/components/(styles|ui)/',
    ]),
    layer('block-layer', BLOCKS, ['^src/(localize|phone|process|api)/', '^src/components/(ui|base|styles)/']),
    {
      name: 'block-api-types-only',
      comment: 'A block draws data; it never calls a client.',
      severity: 'error',
      from: { path: BLOCKS },
      to: { path: '^src/api/', dependencyTypesNot: TYPE_ONLY },
    },
    {
      name: 'block-stands-alone',
      comment: 'A block never imports another block, a driver or the controller.',
      severity: 'error',
      from: { path: '^src/components/blocks/([^/]+)/' },
      to: {
        path: '^src/(components/blocks/[^/]+/|process/(drivers/|process-controller))',
        pathNot: '^src/components/blocks/$1/',
        dependencyTypesNot: TYPE_ONLY,
      },
    },
    {
      name: 'only-the-table-names-blocks',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: ['^src/components/blocks/', '^src/testing/', '^src/(index|define)', '^src/define/'],
      },
      to: { path: '^src/components/blocks/', pathNot: TABLES },
    },
    {
      name: 'elements-stand-alone',
      comment: 'One public element never imports another.',
      severity: 'error',
      from: {
        path: '^src/components/(auth-process|connect-[^/]+|passkey-list|user-profile|corbado-provider)/',
      },
      to: {
        path: '^src/components/(auth-process|connect-[^/]+|passkey-list|user-profile|corbado-provider)/',
        pathNot: '^src/components/$1/',
      },
    },
    {
      name: 'kit-has-no-testing',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/testing/' },
      to: { path: '^src/testing/' },
    },
    {
      name: 'source-stands-alone',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(local-api|demo|stories|test|bench|scripts|dist)/' },
    },
    {
      name: 'local-api-stands-alone',
      severity: 'error',
      from: { path: '^local-api/' },
      to: { path: '^(src|demo|stories|test|bench|scripts|dist)/' },
    },
    {
      name: 'four-runtime-dependencies',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/testing/' },
      to: {
        dependencyTypesNot: ['local', 'type-only'],
        pathNot: [
          '^src/',
          '^\\.',
          'node_modules/(lit|lit-html|lit-element|@lit/reactive-element|@lit/context|@simplewebauthn/browser|libphonenumber-js)/',
        ],
      },
    },
    {
      name: 'webauthn-library-in-one-place',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/webauthn/' },
      to: { path: 'node_modules/@simplewebauthn/browser/', dependencyTypesNot: TYPE_ONLY },
    },
    {
      name: 'phone-library-in-one-place',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/phone/phone-numbers\\.ts$' },
      to: { path: 'node_modules/libphonenumber-js/' },
    },
    {
      name: 'not-to-dev-dep',
      comment: 'The published kit may use nothing that npm does not install with it.',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: TYPE_ONLY },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'browser', 'default'],
      mainFields: ['module', 'main'],
    },
  },
};
