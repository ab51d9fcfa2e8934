import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { buildSchema, parse, validate } from 'graphql';
import { REFUSAL_CODES } from '#domain';
import { loadActs, loadDuties, loadSample } from '#gazetteer';
import { documentLimits } from '../../apps/api/src/graphql/limits/document-limits.js';
import { generatedPages } from './pages.js';

const PAGES = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...globSync('docs/**/*.md')];
/** A code where an error is made, or one that is handed to where errors are made. */
const CODE = /new BanGiaoError\(\s*'([A-Z_]+)'|'((?:LOG|READ_MODEL|REBUILD|GAZETTEER)_[A-Z_]+)'/g;
const text = (file: string) => readFileSync(file, 'utf8');

describe('the documentation', () => {
  it.each(Object.entries(generatedPages()))('has the page %s as the data gives it', (name, page) => {
    expect(text(join('docs/reference', name))).toBe(page);
  });

  it.each(PAGES)('%s links to what is there', (file) => {
    const links = [...text(file).matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map((m) => m[1] ?? '');
    expect(links.filter((link) => !existsSync(join(dirname(file), link)))).toEqual([]);
  });

  const schema = buildSchema(text('schema/schema.graphql'));
  const queries = PAGES.flatMap((file) =>
    [...text(file).matchAll(/```graphql\n([\s\S]*?)```/g)].map(
      (m, i) => [`${file} ${i + 1}`, m[1] ?? ''] as const,
    ),
  );
  it.each(queries)('has a query that the schema and the limits let through: %s', (_name, query) => {
    expect(validate(schema, parse(query))).toEqual([]);
    expect(validate(schema, parse(query), [documentLimits])).toEqual([]);
  });

  it('counts in the README what the data holds', () => {
    const counts = [...text('README.md').matchAll(/^\| (acts|duties|clusters) +\| (\d+)/gm)].map((m) => [
      m[1],
      Number(m[2]),
    ]);
    expect(Object.fromEntries(counts)).toEqual({
      acts: loadActs().length,
      duties: loadDuties().length,
      clusters: loadSample().clusters.length,
    });
  });

  it('names every code with which something is refused', () => {
    const sources = globSync('{libs,apps}/**/*.ts').filter(
      (f) => !/\.spec\.ts$|\/testing\/|\/contract\//.test(f),
    );
    const thrown = sources.flatMap((file) => [...text(file).matchAll(CODE)].map((m) => m[1] ?? m[2] ?? ''));
    const page = text('docs/reference/errors.md');
    const missing = [...new Set([...REFUSAL_CODES, ...thrown])].filter(
      (code) => !page.includes(`\`${code}\``),
    );
    expect(missing.sort()).toEqual([]);
  });
});
