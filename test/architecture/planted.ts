/** A file that breaks exactly one rule, by importing what it must not. */
export interface Planted {
  readonly rule: string;
  readonly from: string;
  /** What it imports, as written in the file. */
  readonly imports: string;
  /** End of the path where that leads. */
  readonly to: string;
}

const planted = (rule: string, from: string, imports: string, to: string): Planted => ({
  rule,
  from,
  imports,
  to,
});

/** At least one violation of every rule, each in a file of its own. */
export const VIOLATIONS: readonly Planted[] = [
  planted('no-unresolvable', 'libs/domain/src/lost.ts', './nowhere.js', './nowhere.js'),
  planted('no-cycles', 'libs/domain/src/egg.ts', './hen.js', 'libs/domain/src/hen.ts'),
  planted(
    'domain-knows-no-library',
    'libs/domain/src/upwards.ts',
    '#application',
    'libs/application/src/index.ts',
  ),
  planted(
    'domain-knows-no-library',
    'libs/domain/src/sideways.ts',
    '#read-model',
    'libs/read-model/src/index.ts',
  ),
  planted('domain-is-pure', 'libs/domain/src/reads-files.ts', 'node:fs', 'fs'),
  planted('domain-is-pure', 'libs/domain/src/uses-a-package.ts', 'uuid', 'uuid'),
  planted('domain-specs-need-no-more', 'libs/domain/src/reads-files.spec.ts', 'node:fs', 'fs'),
  planted(
    'domain-specs-need-no-more',
    'libs/domain/src/whole.spec.ts',
    '#read-model',
    'libs/read-model/src/index.ts',
  ),
  planted(
    'application-knows-only-domain',
    'libs/application/src/adapter.ts',
    '#event-log',
    'libs/event-log/src/index.ts',
  ),
  planted(
    'application-knows-only-domain',
    'libs/application/src/reference-data.ts',
    '#gazetteer',
    'libs/gazetteer/src/index.ts',
  ),
  planted('libraries-know-no-framework', 'libs/application/src/framed.ts', '@nestjs/cqrs', '@nestjs/cqrs'),
  planted(
    'adapters-do-not-know-each-other',
    'libs/read-model/src/log.ts',
    '#event-log',
    'libs/event-log/src/index.ts',
  ),
  planted(
    'adapters-do-not-know-each-other',
    'libs/gazetteer/src/rows.ts',
    '#read-model',
    'libs/read-model/src/index.ts',
  ),
  planted(
    'no-library-knows-an-app',
    'libs/event-log/src/app.ts',
    '../../../apps/api/src/main.js',
    'apps/api/src/main.ts',
  ),
  planted(
    'library-enters-library-through-index',
    'libs/application/src/side-door.ts',
    '../../domain/src/inner.js',
    'libs/domain/src/inner.ts',
  ),
  planted(
    'app-enters-library-through-index',
    'apps/api/src/side-door.ts',
    '../../../libs/domain/src/inner.js',
    'libs/domain/src/inner.ts',
  ),
  planted(
    'app-enters-library-through-index',
    'test/side-door.spec.ts',
    '../libs/domain/src/inner.js',
    'libs/domain/src/inner.ts',
  ),
  planted(
    'eventstoredb-client-in-its-adapter',
    'libs/event-log/src/sqlite/remote.ts',
    '@eventstore/db-client',
    '@eventstore/db-client',
  ),
  planted('sqlite-in-its-owners', 'libs/gazetteer/src/database.ts', 'node:sqlite', 'sqlite'),
  planted('sqlite-in-its-owners', 'apps/api/src/database.ts', 'node:sqlite', 'sqlite'),
  planted('no-development-packages', 'apps/api/src/generates.ts', 'fast-check', 'fast-check'),
  planted('no-undeclared-packages', 'apps/api/src/undeclared.ts', 'left-behind', 'left-behind'),
  planted(
    'no-test-code',
    'libs/read-model/src/tested.ts',
    './used.spec.js',
    'libs/read-model/src/used.spec.ts',
  ),
  planted(
    'no-test-code',
    'libs/read-model/src/helped.ts',
    './testing/facts.js',
    'libs/read-model/src/testing/facts.ts',
  ),
  planted(
    'no-test-code',
    'apps/api/src/helped.ts',
    '../../../libs/read-model/src/testing/index.js',
    'libs/read-model/src/testing/index.ts',
  ),
  planted(
    'no-test-code',
    'libs/event-log/src/held.ts',
    './contract/appends.js',
    'libs/event-log/src/contract/appends.ts',
  ),
];

/** What looks like a violation and is none; the first of each pair imports the second. */
export const ALLOWED: readonly (readonly [string, string])[] = [
  ['libs/domain/src/index.ts', './inner.js'],
  ['libs/domain/src/inner.spec.ts', 'fast-check'],
  ['libs/application/src/index.ts', '#domain'],
  ['libs/application/src/uses-a-package.ts', 'uuid'],
  ['libs/domain/src/errors/index.ts', '../inner.js'],
  ['libs/event-log/src/thread.ts', '#domain/errors'],
  ['libs/event-log/src/index.ts', '#application'],
  ['libs/event-log/src/eventstoredb/client.ts', '@eventstore/db-client'],
  ['libs/event-log/src/sqlite/file.ts', 'node:sqlite'],
  ['libs/read-model/src/index.ts', 'node:sqlite'],
  ['libs/read-model/src/used.spec.ts', './testing/facts.js'],
  ['libs/read-model/src/testing/facts.ts', 'fast-check'],
  ['libs/event-log/src/contract/appends.ts', 'fast-check'],
  ['libs/gazetteer/src/index.ts', '#domain'],
  ['apps/api/src/main.ts', '#read-model'],
  ['test/whole.spec.ts', '#gazetteer'],
  ['libs/read-model/src/testing/index.ts', './facts.js'],
  ['test/simulation.spec.ts', '../libs/read-model/src/testing/index.js'],
];
