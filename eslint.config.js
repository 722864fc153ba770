import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import globals from 'globals';
import tseslint from 'typescript-eslint';

const INLINE_HANDLERS = [
  'onclick',
  'onsubmit',
  'oninput',
  'onchange',
  'onload',
  'onerror',
  'onfocus',
  'onblur',
];

/** Ways from a string to markup or code. None may be in what runs in a page. */
const STRING_SINKS = [
  {
    selector:
      'MemberExpression[property.name=/^(innerHTML|outerHTML|srcdoc|insertAdjacentHTML|setHTMLUnsafe)$/]',
    message: 'Server text must never become markup: bind it as text.',
  },
  {
    selector: 'MemberExpression[object.name="document"][property.name=/^(write|writeln|execCommand)$/]',
    message: 'document.write and execCommand are not used here.',
  },
  {
    selector: 'CallExpression[callee.name=/^(unsafeHTML|unsafeSVG|unsafeMathML|unsafeStatic|styleMap)$/]',
    message: 'Breaks the promise to run under a strict Content Security Policy.',
  },
  {
    selector:
      'TaggedTemplateExpression[tag.name=/^(html|svg)$/] TemplateElement[value.raw=/<(style|script)[\\s>]/i]',
    message: 'A style or script element in a template is blocked by a strict Content Security Policy.',
  },
];

const NO_ENUM = { selector: 'TSEnumDeclaration', message: 'Use a union of literals.' };

const RESTRICTED_IMPORTS = {
  paths: [
    'lit/directives/unsafe-html.js',
    'lit/directives/unsafe-svg.js',
    'lit/directives/unsafe-mathml.js',
    'lit/directives/style-map.js',
    'lit-html/directives/unsafe-html.js',
    'lit-html/directives/style-map.js',
  ].map((name) => ({ name, message: 'Breaks the promise to run under a strict Content Security Policy.' })),
};

const SAFE_CALLS = [
  { from: 'package', package: 'node:test', name: ['test', 'it', 'describe', 'suite', 'before', 'after'] },
  // Typed as a promise by the snapshot plugin, though only its own assertion returns one.
  { from: 'package', package: 'chai', name: 'Equal' },
];

const NETWORK = ['fetch', 'XMLHttpRequest', 'EventSource', 'WebSocket'].map((name) => ({
  name,
  message: 'Only src/api talks to the network.',
}));

const CREDENTIALS = {
  selector:
    'MemberExpression[property.name="credentials"][object.name="navigator"], MemberExpression[property.name="credentials"][object.property.name="navigator"]',
  message: 'Only src/webauthn touches navigator.credentials.',
};

const PUBLIC_KEY_CREDENTIAL = {
  name: 'PublicKeyCredential',
  message: 'Only src/webauthn touches the WebAuthn API.',
};

export default defineConfig(
  globalIgnores([
    '**/dist/',
    '**/node_modules/',
    'storybook-static/',
    'coverage/',
    'test-results/',
    'playwright-report/',
    '.cache/',
    'src/api/schema.ts',
    'local-api/src/schema.ts',
  ]),
  js.configs.recommended,
  {
    rules: {
      complexity: ['error', 12],
      'max-lines': ['error', 300],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-eval': 'error',
      'no-new-func': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: ['**/*.mjs', '**/*.cjs', '*.js'],
    languageOptions: { globals: { ...globals.node } },
  },
  {
    files: ['bench/*.js'],
    languageOptions: { globals: { ...globals.browser } },
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['*.config.ts'], defaultProject: 'tsconfig.node.json' },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      'no-restricted-syntax': ['error', NO_ENUM],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // An asynchronous signature is part of an interface, with or without something to wait for.
      '@typescript-eslint/require-await': 'off',
      // The contract still sends fields that it calls deprecated.
      '@typescript-eslint/no-deprecated': 'off',
      // Elements come from the parser or createElement(), never from `new`.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // The DOM types promise APIs that browsers, frames and Node lack: asking for them is this kit's daily work.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/no-unnecessary-boolean-literal-compare': 'off',
      '@typescript-eslint/no-floating-promises': ['error', { allowForKnownSafeCalls: SAFE_CALLS }],
    },
  },
  {
    files: ['src/**/*.ts', 'demo/*.ts', 'stories/**/*.ts'],
    plugins: { 'lit-a11y': litA11y },
    extends: [
      lit.configs['flat/recommended'],
      wc.configs['flat/recommended'],
      wc.configs['flat/best-practice'],
    ],
    settings: {
      wc: { elementBaseClasses: ['LitElement', 'CorbadoElement', 'ProcessElement', 'BlockElement'] },
    },
    rules: {
      ...litA11y.configs.recommended.rules,
      // Texts that change are bound through .textContent, which the rule cannot see; axe checks the drawn element.
      'lit-a11y/accessible-name': 'off',
      // Safari takes a list without bullets for no list: role="list" says it again.
      'lit-a11y/no-redundant-role': 'off',
      'lit/ban-attributes': [
        'error',
        'style',
        'srcdoc',
        '.srcdoc',
        '.innerhtml',
        '.outerhtml',
        ...INLINE_HANDLERS,
      ],
      'lit/lifecycle-super': 'error',
      'lit/no-invalid-escape-sequences': 'error',
      'lit/no-legacy-imports': 'error',
      'lit/no-this-assign-in-render': 'error',
      'lit/no-useless-template-literals': 'error',
      // Fields are assigned, not defined (`useDefineForClassFields: false`), so they reach Lit's accessors.
      'lit/no-classfield-shadowing': 'off',
      'lit/value-after-constraints': 'error',
      'no-restricted-imports': ['error', RESTRICTED_IMPORTS],
      'no-restricted-syntax': ['error', NO_ENUM, ...STRING_SINKS],
      // LitElement implements every lifecycle callback, and TypeScript knows.
      'wc/guard-super-call': 'off',
      // Lit calls template listeners with the element as `this`.
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    // Style sheets and texts: long, but nothing in them branches.
    files: ['src/**/*.styles.ts', 'src/localize/*.ts'],
    rules: { 'max-lines': 'off' },
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/testing/**'],
    rules: { 'no-console': ['error', { allow: ['info', 'warn', 'error'] }] },
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/webauthn/**', 'src/testing/**'],
    rules: {
      'no-restricted-globals': ['error', ...NETWORK, PUBLIC_KEY_CREDENTIAL],
      'no-restricted-properties': [
        'error',
        { object: 'navigator', property: 'sendBeacon', message: NETWORK[0].message },
        { object: 'globalThis', property: 'fetch', message: NETWORK[0].message },
        { object: 'window', property: 'fetch', message: NETWORK[0].message },
      ],
      'no-restricted-syntax': ['error', NO_ENUM, ...STRING_SINKS, CREDENTIALS],
    },
  },
  {
    files: ['src/webauthn/**/*.ts'],
    rules: { 'no-restricted-globals': ['error', ...NETWORK] },
  },
  {
    // The site's own back end is asked as well, and that is not the Frontend API.
    files: ['src/api/{api-client,ask-site}.ts'],
    rules: { 'no-restricted-globals': 'off', 'no-restricted-properties': 'off' },
  },
  {
    files: ['test/**/*.ts', 'local-api/test/**/*.ts'],
    rules: {
      'max-lines': ['error', 400],
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Parsed JSON is looked into freely here; a wrong guess fails the test.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-extraneous-class': 'off',
      // Chai's `expect(x).to.be.true` is an expression statement.
      '@typescript-eslint/no-unused-expressions': 'off',
    },
  },
);
