/**
 * Which part may know which: domain <- application <- {event-log, read-model, gazetteer} <- apps.
 * test/architecture/dependency-rules.spec.ts plants one violation of every rule.
 */
const SPEC = '[.]spec[.]ts$';
/** Tests, what helps them, and the contracts that several adapters are tested against. */
const FOR_TESTS = [SPEC, '/(testing|contract)/'];
const PRODUCTION = { path: '^(apps|libs)/', pathNot: FOR_TESTS };
const NOT_A_FILE_OF_OURS = [
  'core',
  'npm',
  'npm-dev',
  'npm-optional',
  'npm-peer',
  'npm-bundled',
  'npm-no-pkg',
  'npm-unknown',
];

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    rule('no-unresolvable', 'An import must lead somewhere.', {}, { couldNotResolve: true }),
    rule(
      'no-cycles',
      'Files that import each other cannot be read or changed one by one.',
      {},
      { circular: true },
    ),

    rule(
      'domain-knows-no-library',
      'The domain is what everything else rests on.',
      { path: '^libs/domain/', pathNot: SPEC },
      { path: '^(apps|libs|test)/', pathNot: '^libs/domain/' },
    ),
    rule(
      'domain-is-pure',
      'The domain imports nothing from npm or Node: no clock, no randomness, no input or output.',
      { path: '^libs/domain/', pathNot: SPEC },
      { dependencyTypes: NOT_A_FILE_OF_OURS },
    ),
    rule(
      'domain-specs-need-no-more',
      'What the domain does shows without files, clocks or the other libraries.',
      { path: `^libs/domain/.*${SPEC}` },
      { pathNot: ['^libs/domain/', '(^|/)(@jest/globals|fast-check)(/|$)'] },
    ),
    rule(
      'application-knows-only-domain',
      'The application states ports; the adapters know it, not the other way.',
      { path: '^libs/application/', pathNot: SPEC },
      { path: '^(apps|libs|test)/', pathNot: '^libs/(application|domain)/' },
    ),
    rule(
      'libraries-know-no-framework',
      'The command line and the tests of a library start without what only the API needs.',
      { path: '^libs/' },
      { path: '(^|/)(@nestjs/|reflect-metadata(/|$))' },
    ),
    rule(
      'adapters-do-not-know-each-other',
      'The log, the read model and the reference data meet in the apps only.',
      { path: '^libs/(event-log|read-model|gazetteer)/', pathNot: SPEC },
      { path: '^libs/(event-log|read-model|gazetteer)/', pathNot: '^libs/$1/' },
    ),
    rule('no-library-knows-an-app', 'Apps compose libraries.', { path: '^libs/' }, { path: '^apps/' }),
    rule(
      'library-enters-library-through-index',
      'A library is what its src/index.ts exports; who implements a port of the application may enter by its ports alone, and who only reports errors by those of the domain.',
      { path: '^libs/([^/]+)/' },
      {
        path: '^libs/',
        pathNot: [
          '^libs/$1/',
          '^libs/[^/]+/src/index[.]ts$',
          '^libs/application/src/ports/index[.]ts$',
          '^libs/domain/src/errors/index[.]ts$',
        ],
      },
    ),
    rule(
      'app-enters-library-through-index',
      'A library is what its src/index.ts exports, for apps and tests too; tests also have what it exports for them.',
      { path: '^(apps|test)/' },
      { path: '^libs/', pathNot: ['^libs/[^/]+/src/index[.]ts$', '/testing/index[.]ts$'] },
    ),

    rule(
      'eventstoredb-client-in-its-adapter',
      'One place knows how that server behaves.',
      { pathNot: '^libs/event-log/src/eventstoredb/' },
      { path: '(^|/)@eventstore/db-client(/|$)' },
    ),
    rule(
      'sqlite-in-its-owners',
      'SQL belongs to the embedded log and to the read model.',
      { path: '^(apps|libs)/', pathNot: ['^libs/event-log/src/sqlite/', '^libs/read-model/', SPEC] },
      { path: '^(node:)?sqlite$' },
    ),

    rule(
      'no-development-packages',
      'What is installed for development only is not there in production.',
      PRODUCTION,
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['npm', 'type-only'] },
    ),
    rule(
      'no-undeclared-packages',
      'A package that package.json does not name may be gone tomorrow.',
      {},
      { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    ),
    rule('no-test-code', 'A source does not rest on tests or on what helps them.', PRODUCTION, {
      path: [...FOR_TESTS, '^test/'],
    }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      // `source` leads #domain and its like to the TypeScript; the others are Node's.
      conditionNames: ['source', 'import', 'node', 'require', 'default'],
      exportsFields: ['exports'],
      extensions: ['.ts', '.js', '.cjs', '.mjs', '.json'],
    },
  },
};
