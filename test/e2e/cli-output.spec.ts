import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validateEvent, type RecordedEnvelope } from '#application';
import { bangiao } from './cli.js';
import { importedDataDir } from './imported.js';
import { removeDataDir } from './service.js';

const MAIN = join(process.cwd(), 'dist/apps/cli/src/main.js');
const fixture = (name: string) => join(process.cwd(), 'test/fixtures/import', name);
const folder = mkdtempSync(join(tmpdir(), 'ban-giao-output-'));
const dataDir = join(folder, 'register');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const IMPORTS = [
  ['import', 'acts', '--file', fixture('acts.csv')],
  ['import', 'acts', '--file', fixture('acts.ndjson')],
  ['import', 'units', '--units', fixture('units.csv'), '--successions', fixture('successions.csv')],
  ['import', 'clusters', '--file', fixture('clusters.csv')],
  ['import', 'clusters', '--file', fixture('clusters.ndjson')],
];
beforeAll(async () => {
  for (const args of IMPORTS) expect(await bangiao(dataDir, args)).toMatchObject({ code: 0 });
}, 60_000);

async function eventsOf(dir: string): Promise<readonly RecordedEnvelope[]> {
  const out = join(folder, 'events.ndjson');
  expect(await bangiao(dir, ['export', 'events', '--out', out])).toMatchObject({ code: 0, stdout: '' });
  const text = readFileSync(out, 'utf8').trim();
  return text.split('\n').map((line) => JSON.parse(line) as RecordedEnvelope);
}

describe('what was typed wrongly', () => {
  it.each([
    [[], 'Usage: bangiao'],
    [['exprot'], "unknown command 'exprot'"],
    [['export', 'unitz'], "unknown command 'unitz'"],
    [['import', 'acts'], "required option '--file <file>' not specified"],
    [['export', 'units', '--valid-on', '2025-07-01'], "unknown option '--valid-on'"],
  ])('%j ends with 2 and says how it is typed', async (args, text) => {
    const run = await bangiao(dataDir, args);
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toContain(text);
  });

  it('is not the help that was asked for', async () => {
    const run = await bangiao(dataDir, ['export', '--help']);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(run.stdout).toContain('assignments');
  });

  it.each([
    ['--valid-at', '2025-02-31', 'INVALID_DATE'],
    ['--known-at', '2025-07-01T00:00:00', 'INVALID_INSTANT'],
  ])('%s %s is told with its code, and no file is made', async (option, value, code) => {
    const out = join(folder, 'never.csv');
    const run = await bangiao(dataDir, ['export', 'units', option, value, '--out', out]);
    expect(run).toMatchObject({ code: 1, stdout: '' });
    expect(run.stderr).toMatch(new RegExp(`^${code}: .*\\[${option} = ${value}\\] Give`));
    expect(existsSync(out)).toBe(false);
  });
});

describe('a folder without a log', () => {
  it.each([['digest'], ['rebuild'], ['export events'], ['export units']])(
    'is no empty ledger for %s, and none is made',
    async (command) => {
      const missing = join(folder, 'mistyped');
      const run = await bangiao(missing, command.split(' '));
      expect(run).toMatchObject({ code: 1, stdout: '' });
      expect(run.stderr).toMatch(/^NO_LOG: .*\[--data-dir = .*mistyped\] Name the directory/);
      expect(existsSync(missing)).toBe(false);
    },
  );
});

describe('a file to write', () => {
  it('holds what the standard output would, under its name alone', async () => {
    const out = join(folder, 'units.csv');
    writeFileSync(out, 'an older export');
    const args = ['export', 'units', '--valid-at', '2025-06-30'];
    const { stdout } = await bangiao(dataDir, args);
    expect(await bangiao(dataDir, [...args, '--out', out])).toMatchObject({ code: 0, stdout: '' });
    expect(readFileSync(out, 'utf8')).toBe(stdout);
    expect(stdout.split('\n')).toHaveLength(6);
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it.each([
    ['in a folder that is not there', () => join(folder, 'none', 'units.csv'), 'ENOENT'],
    ['that is a folder', () => folder, 'EISDIR|ENOTEMPTY'],
  ])('%s is an error that names it', async (_, path, cause) => {
    const run = await bangiao(dataDir, ['export', 'units', '--out', path()]);
    expect(run).toMatchObject({ code: 1, stdout: '' });
    expect(run.stderr).toMatch(new RegExp(`^OUTPUT_UNWRITABLE: .*\\((${cause})\\).*\\[--out = .*\\] Name`));
    expect(existsSync(`${path()}.part`)).toBe(false);
  });

  it('is given up quietly where whoever reads the standard output has closed it', async () => {
    const child = spawn(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', MAIN, 'export', 'units'],
      {
        env: { ...process.env, DATA_DIR: dataDir, NODE_OPTIONS: '' },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    child.stdout.destroy();
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    const code = await new Promise((resolve) => child.once('close', resolve));
    expect({ code, stderr }).toEqual({ code: 141, stderr: '' });
  });
});

describe('what an import writes', () => {
  it('fits the schemas of its events', async () => {
    const events = await eventsOf(dataDir);
    const types = new Set(events.map(({ type }) => type));
    expect(types.has('unit.established') && types.has('investor.appointed')).toBe(true);
    for (const { type, schemaVersion, data } of events)
      expect([type, validateEvent(type, schemaVersion, data)]).toEqual([type, []]);
  });

  it('never is what a schema does not let through', async () => {
    const before = await eventsOf(dataDir);
    const clusters = join(folder, 'bad-clusters.csv');
    const [header = '', row = ''] = readFileSync(fixture('clusters.csv'), 'utf8').split('\n');
    writeFileSync(clusters, `${header}\n${row.replace('cum-xuan-hoa-tho-hai,', 'Cụm A/B 1,')}\n`);
    const refused = await bangiao(dataDir, ['import', 'clusters', '--file', clusters]);
    expect(refused).toMatchObject({ code: 1, stdout: '' });
    expect(refused.stderr.trim().split('\n')).toEqual([
      expect.stringMatching(/^bad-clusters\.csv line 2, id = "Cụm A\/B 1": INVALID_INPUT: .*cn2-soc-son/),
      expect.stringContaining('IMPORT_REJECTED: 1 rows'),
    ]);

    const units = join(folder, 'bad-units.csv');
    const head = 'id,code,name,level,kind,parent_id,valid_from,valid_to';
    writeFileSync(units, `${head}\n9:1@origin,CHÍN,Xã Chín,COMMUNE,XA,38@origin,,\n`);
    const { stderr } = await bangiao(dataDir, ['import', 'units', '--units', units]);
    expect(stderr.trim().split('\n')).toEqual([
      expect.stringContaining('bad-units.csv line 2, id = "9:1@origin": INVALID_INPUT:'),
      expect.stringContaining('bad-units.csv line 2, code = "CHÍN": INVALID_INPUT:'),
      expect.stringContaining('IMPORT_REJECTED: 1 rows'),
    ]);
    expect(await eventsOf(dataDir)).toEqual(before);
  });
});

describe('the national import', () => {
  it('goes on after it was killed, to the same events as the first start of a service that was not', async () => {
    const args = ['import', 'national'];
    const whole = await importedDataDir();
    const killed = join(folder, 'killed');
    // Each time somewhere else: among the units, and among the clusters.
    for (const step of ['duties:', 'units:']) {
      const run = await bangiao(killed, args, (text, kill) => {
        if (text.includes(step)) setTimeout(() => kill('SIGKILL'), 150);
      });
      expect(run.code).toBeNull();
    }
    const partial = (await eventsOf(killed)).length;
    expect(await bangiao(killed, args)).toMatchObject({ code: 0, stdout: '' });

    const ids = (events: readonly RecordedEnvelope[]) =>
      events.map(({ stream, revision, eventId }) => `${stream} ${revision} ${eventId}`).sort();
    const expected = ids(await eventsOf(whole));
    removeDataDir(whole);
    expect(ids(await eventsOf(killed))).toEqual(expected);
    expect(expected.length).toBeGreaterThan(42_000);
    expect(partial).toBeLessThan(expected.length);
  }, 180_000);
});
