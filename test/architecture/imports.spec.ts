import { describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { openSqliteEventLog } from '#event-log';

const PROJECT = resolve(import.meta.dirname, '../..');
const leadsTo = (name: string): string => relative(PROJECT, createRequire(import.meta.url).resolve(name));

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
    expect(stackOf(() => localDate('no day'))).toContain('libs/domain/src/time/local-date.ts');
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
