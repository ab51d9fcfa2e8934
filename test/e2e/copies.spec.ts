import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteEventLog } from '#event-log';
import { digest } from '#read-model';
import { bangiao, type CliRun } from './cli.js';
import { newDataDir, removeDataDir, startService } from './service.js';
import { until } from './until.js';

const folder = mkdtempSync(join(tmpdir(), 'ban-giao-copies-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const FIXTURES = join(process.cwd(), 'test/fixtures/import');

async function succeeded(dataDir: string, ...args: readonly string[]): Promise<CliRun> {
  const run = await bangiao(dataDir, args);
  if (run.code !== 0) throw new Error(`bangiao ${args.join(' ')}: ${run.stderr}`);
  return run;
}

const digestIn = (dataDir: string) => digest({ file: join(dataDir, 'read-model.sqlite') });

describe('a ledger that is moved and replicated', () => {
  const dataDir = newDataDir();
  const log = join(dataDir, 'log.sqlite');
  const snapshot = join(folder, 'replica.snapshot');
  const replica = join(folder, 'replica');
  beforeAll(async () => {
    const file = (name: string) => join(FIXTURES, name);
    await succeeded(dataDir, 'import', 'acts', '--file', file('acts.csv'));
    const { stdout } = await succeeded(dataDir, 'snapshot', '--out', snapshot);
    const { seq, digest: sha256 } = digestIn(dataDir);
    expect(stdout).toBe(`${seq} ${sha256}\n`);
    const units = ['--units', file('units.csv'), '--successions', file('successions.csv')];
    await succeeded(dataDir, 'import', 'units', ...units);
    // With embedded logs a replica is a directory with a copy of the log.
    mkdirSync(replica);
    copyFileSync(log, join(replica, 'log.sqlite'));
  }, 60_000);
  afterAll(() => removeDataDir(dataDir));

  it('is copied beside its writer, keeps its digest, and is not copied into a log that is written', async () => {
    const copy = join(folder, 'copy');
    const writer = await openSqliteEventLog({ file: log, mode: 'read-write' });
    try {
      const { stdout } = await succeeded(dataDir, 'copy-log', '--from', dataDir, '--to', copy);
      const { seq } = digestIn(dataDir);
      expect(stdout.split('\n')).toEqual([
        `${seq} events = 0 there already + ${seq} written, all compared`,
        `source ${log} at ${seq}`,
        `target ${join(copy, 'log.sqlite')} at ${seq}`,
        expect.stringMatching(new RegExp(`^${seq} [0-9a-f]{64}$`)),
        '',
      ]);
      const into = await bangiao(dataDir, ['copy-log', '--from', copy, '--to', dataDir]);
      expect(into).toMatchObject({ code: 1, stdout: '', stderr: expect.stringMatching(/^LOG_LOCKED: /) });
    } finally {
      await writer.close();
    }
    await succeeded(copy, 'digest');
    expect(digestIn(copy)).toEqual(digestIn(dataDir));
  }, 60_000);

  it('does not go where a password stands on the command line, and does not repeat it', async () => {
    const to = 'esdb://admin:geheim@127.0.0.1:1';
    const run = await bangiao(dataDir, ['copy-log', '--from', dataDir, '--to', to]);
    expect(run).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(/^SECRET_IN_ARGUMENTS: /),
    });
    expect(run.stderr).not.toContain('geheim');
  });

  it('does not begin with a snapshot of another log, and changes nothing', async () => {
    const other = join(folder, 'other');
    const start = startService({ BANGIAO_EMPTY: '1' }, other, ['--from-snapshot', snapshot]);
    await expect(start).rejects.toThrow(/SNAPSHOT_OTHER_LOG: .*\[position = 3\]/);
  }, 60_000);

  it('gives a snapshot with which a service begins, and which it leaves alone the next time', async () => {
    for (const said of ['snapshot: begins after 3 events', 'that is kept']) {
      const service = await startService({ BANGIAO_EMPTY: '1' }, replica, ['--from-snapshot', snapshot]);
      await until(
        () => service.ready(),
        ({ status }) => status === 200,
      );
      await service.stop();
      expect(service.output()).toContain(said);
    }
    expect(digestIn(replica)).toEqual(digestIn(dataDir));
  }, 60_000);

  it('refuses the same snapshot for a rebuild, names why, and keeps what it has', async () => {
    const run = await bangiao(replica, ['rebuild', '--from-snapshot', snapshot]);
    expect(run).toMatchObject({ code: 1, stdout: '' });
    expect(run.stderr).toMatch(/^SNAPSHOT_BEHIND: .*\[seq = 3\]/m);
    expect(digestIn(replica)).toEqual(digestIn(dataDir));
  });

  it('is not overwritten by a snapshot under a mistyped name', async () => {
    const before = readFileSync(log);
    const run = await bangiao(dataDir, ['snapshot', '--out', log]);
    expect(run).toMatchObject({ code: 1, stderr: expect.stringMatching(/^OUTPUT_UNWRITABLE: /) });
    expect(readFileSync(log).equals(before)).toBe(true);
  });
});
