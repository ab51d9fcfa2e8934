import { describe, expect, it } from '@jest/globals';
import { existsSync, linkSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BanGiaoError } from '#domain';
import { requireTwo, sourceAt, targetAt } from './places.js';

const ENV = {
  EVENTSTORE_URL: 'esdb://admin:geheim@db1:2113,db2:2113?tls=true',
  OTHER: 'kurrentdb+discover://operator:geheim@cluster.example:2113',
  BROKEN: 'http://admin:geheim@db1',
};

function inFolder(run: (folder: string) => void): void {
  const folder = mkdtempSync(join(tmpdir(), 'ban-giao-places-'));
  try {
    run(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function refusal(act: () => unknown): BanGiaoError {
  try {
    act();
  } catch (error) {
    if (error instanceof BanGiaoError) return error;
  }
  throw new Error('Nothing was refused.');
}

function withLog(folder: string, name: string): string {
  const dataDir = join(folder, name);
  mkdirSync(dataDir);
  writeFileSync(join(dataDir, 'log.sqlite'), name);
  return dataDir;
}

describe('a place of a log', () => {
  it('is a data directory: read only as a source, made as a target', () => {
    inFolder((folder) => {
      const source = sourceAt(withLog(folder, 'one'), {});
      expect(source.location).toMatchObject({ kind: 'sqlite', mode: 'read-only' });
      const target = targetAt(join(folder, 'two'), {});
      expect(target.location).toMatchObject({ kind: 'sqlite', mode: 'read-write' });
      expect(existsSync(join(folder, 'two'))).toBe(true);
      expect(() => requireTwo(source, target)).not.toThrow();
    });
  });

  it('is a cluster in a variable, shown without user and password', () => {
    expect(sourceAt('eventstore', ENV)).toEqual({
      location: { kind: 'eventstoredb', connectionString: ENV.EVENTSTORE_URL },
      shown: 'esdb://db1:2113,db2:2113',
    });
    expect(targetAt('env:OTHER', ENV).shown).toBe('kurrentdb+discover://cluster.example:2113');
  });

  it('is an address without a password', () => {
    expect(targetAt('esdb://db1:2113?tls=false', {}).shown).toBe('esdb://db1:2113');
  });

  it.each([
    ['an address with a password', 'esdb://admin:geheim@db1', 'SECRET_IN_ARGUMENTS'],
    ['a variable that is not set', 'env:NOWHERE', 'INVALID_SETTING'],
    ['a variable that is no address', 'env:BROKEN', 'INVALID_SETTING'],
  ])('is not %s', (_what, text, code) => {
    const error = refusal(() => targetAt(text, ENV));
    expect(error.code).toBe(code);
    expect(error.describe()).not.toContain('geheim');
  });

  it('is not a folder without a log, and none is made', () => {
    inFolder((folder) => {
      expect(refusal(() => sourceAt(join(folder, 'nowhere'), {})).code).toBe('NO_LOG');
      expect(existsSync(join(folder, 'nowhere'))).toBe(false);
    });
  });

  it('is not the other one under another name', () => {
    inFolder((folder) => {
      const dataDir = withLog(folder, 'one');
      symlinkSync(dataDir, join(folder, 'symbolic'));
      mkdirSync(join(folder, 'hard'));
      linkSync(join(dataDir, 'log.sqlite'), join(folder, 'hard', 'log.sqlite'));
      for (const same of [dataDir, join(folder, 'symbolic'), join(folder, 'hard')]) {
        const error = refusal(() => requireTwo(sourceAt(dataDir, {}), targetAt(same, {})));
        expect(error.code).toBe('COPY_SAME_PLACE');
      }
    });
    for (const same of ['eventstore', 'esdb://DB2', 'kurrentdb://db3,db2:2113?tls=false'])
      expect(refusal(() => requireTwo(sourceAt('eventstore', ENV), targetAt(same, ENV))).code).toBe(
        'COPY_SAME_PLACE',
      );
    expect(() => requireTwo(sourceAt('eventstore', ENV), targetAt('env:OTHER', ENV))).not.toThrow();
  });
});
