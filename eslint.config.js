import tseslint from 'typescript-eslint';

const sources = ['apps/**/*.ts', 'libs/**/*.ts', 'test/**/*.ts'];

/** What every TypeScript file keeps to; types are known to the rules. */
const everywhere = {
  files: sources,
  extends: [tseslint.configs.recommendedTypeChecked],
  languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
  linterOptions: { reportUnusedDisableDirectives: 'error' },
  rules: {
    '@typescript-eslint/consistent-type-imports': 'error',
    '@typescript-eslint/no-explicit-any': 'error',
    '@typescript-eslint/no-floating-promises': 'error',
    '@typescript-eslint/no-misused-promises': 'error',
    // A default would hide a case that was forgotten, so it does not count as one.
    '@typescript-eslint/switch-exhaustiveness-check': [
      'error',
      { considerDefaultExhaustiveForUnions: false },
    ],
    // Leaving fields out by a rest pattern names them.
    '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    // Ids are aliases of string; a literal beside one tells the reader what else may come.
    '@typescript-eslint/no-redundant-type-constituents': 'off',
    // What was caught is unknown, and is thrown on unchanged.
    '@typescript-eslint/only-throw-error': ['error', { allowThrowingUnknown: true }],
    // A port's asynchronous method may have nothing to wait for; async turns what it throws into a rejection.
    '@typescript-eslint/require-await': 'off',
    'no-restricted-syntax': [
      'error',
      { selector: 'TSEnumDeclaration', message: 'Use a union of string literals.' },
      { selector: 'TSModuleDeclaration[kind="namespace"]', message: 'Use a module.' },
    ],
    // A switch over a union counts once: that it names every case is wanted.
    complexity: ['error', { max: 12, variant: 'modified' }],
    // `== null` asks for null and undefined at once, as optional GraphQL input gives them.
    eqeqeq: ['error', 'always', { null: 'ignore' }],
    'max-lines': ['error', { max: 300 }],
    'max-lines-per-function': ['error', { max: 70 }],
  },
};

/** Nest reads the types of constructor parameters at run time: such an import must not become a type import. */
const decorated = {
  files: ['apps/api/**/*.ts', 'libs/application/**/*.ts'],
  rules: { '@typescript-eslint/consistent-type-imports': 'off' },
};

/** A projection takes the few types of event that concern it, and says by a default that the others do not; so does a fixture. */
const selective = {
  files: ['libs/read-model/src/projections/**/*.ts', '**/testing/**/*.ts', '**/*.spec.ts'],
  rules: {
    '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
  },
};

/** A specification or a contract reads as one story, however long; what Jest's matchers give is `any`. */
const specifications = {
  files: ['**/*.spec.ts', '**/*.contract.ts'],
  rules: {
    'max-lines': 'off',
    'max-lines-per-function': 'off',
    '@typescript-eslint/no-unsafe-assignment': 'off',
    '@typescript-eslint/no-unsafe-member-access': 'off',
  },
};

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'data/', 'coverage/', '.cache/'] },
  everywhere,
  decorated,
  selective,
  specifications,
);
