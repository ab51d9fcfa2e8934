import { describe, expect, it } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openSqliteEventLog } from '#event-log';

const PROJECT = resolve(import.meta.dirname, '../..');

/** Where a name leads, by both ways that a library may ask. */
function leadsTo(name: string): string {
  const found = createRequire(import.meta.url).resolve(name);
  expect(fileURLToPath(import.meta.resolve(name))).toBe(found);
  return relative(PROJECT, found);
}

function stackOf(fails: () => unknown): string | undefined {
  try {
    fails();
  } catch (error) {
    return (error as Error).stack;
  }
  return undefined;
}

describe('the imports of package.json under test', () => {
  it('lead to the TypeScript sources of a library', async () => {
    const { localDate } = await import('#domain');
    const file = 'libs/domain/src/time/local-date.ts';
    const lines = readFileSync(join(PROJECT, file), 'utf8').split('\n');
    const thrownAt = lines.findIndex((line) => line.includes("throw new BanGiaoError('INVALID_DATE'")) + 1;
    // The line of the source, not of what it was compiled to.
    expect(stackOf(() => localDate('no day'))).toContain(`${file}:${thrownAt}:`);
    expect(leadsTo('#domain')).toBe('libs/domain/src/index.ts');
  });

  it('lead to the compiled worker, which a thread runs', async () => {
    expect(leadsTo('#event-log/writer-worker')).toBe('dist/libs/event-log/src/sqlite/writer.worker.js');
    const folder = mkdtempSync(join(tmpdir(), 'imports-'));
    const log = await openSqliteEventLog({ file: join(folder, 'log.sqlite'), mode: 'read-write' });
    expect(await log.head()).toBeUndefined();
    await log.close();
    rmSync(folder, { recursive: true });
  });
});
