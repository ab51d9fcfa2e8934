import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { bangiao, type CliRun } from './cli.js';
import { importedDataDir } from './imported.js';
import { newDataDir, removeDataDir, startService, type RunningService } from './service.js';

const FIXTURES = join(process.cwd(), 'test/fixtures/import');
const fixture = (name: string) => join(FIXTURES, name);
const text = (name: string) => readFileSync(fixture(name), 'utf8');

const ACT = '1686-nq-ubtvqh15.uy-ban-thuong-vu-quoc-hoi.2025-06-16';
const UNITS = [
  'import',
  'units',
  '--units',
  fixture('units.csv'),
  '--successions',
  fixture('successions.csv'),
];
const ACTS = ['import', 'acts', '--file', fixture('acts.csv')];
const CLUSTERS = ['import', 'clusters', '--file', fixture('clusters.csv')];

const folder = mkdtempSync(join(tmpdir(), 'ban-giao-cli-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const written = (name: string, content: string | Buffer): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const lines = (...rows: readonly string[]) => rows.join('\n') + '\n';
const events = async (dataDir: string): Promise<string> =>
  (await succeeded(dataDir, 'export', 'events')).stdout;

async function succeeded(dataDir: string, ...args: readonly string[]): Promise<CliRun> {
  const run = await bangiao(dataDir, args);
  if (run.code !== 0) throw new Error(`bangiao ${args.join(' ')}: ${run.stderr}`);
  return run;
}

describe('an import into an empty ledger', () => {
  const dataDir = newDataDir();
  afterAll(() => removeDataDir(dataDir));

  it('needs the acts that it rests on, and names each row that misses one', async () => {
    const run = await bangiao(dataDir, UNITS);
    expect(run).toMatchObject({ code: 1, stdout: '' });
    expect(run.stderr.trim().split('\n')).toEqual([
      ...[2, 3, 4].map((line) =>
        expect.stringContaining(`successions.csv line ${line}, act_id = "${ACT}": UNKNOWN_ACT:`),
      ),
      expect.stringContaining('IMPORT_REJECTED: 3 rows cannot be taken over; nothing was written.'),
    ]);
    expect(await events(dataDir)).toBe('');
  });

  it('takes acts from CSV and NDJSON', async () => {
    expect((await succeeded(dataDir, ...ACTS)).stdout).toMatch(
      /^acts\.csv: 2 rows read = 2 recorded \+ 0 rejected\nimport acts\.[0-9a-f]{16}\n$/,
    );
    const { stdout } = await succeeded(dataDir, 'import', 'acts', '--file', fixture('acts.ndjson'));
    expect(stdout).toContain('acts.ndjson: 1 rows read = 1 recorded + 0 rejected');
  });

  it('writes nothing in a dry run, and tells what it would record', async () => {
    const before = await events(dataDir);
    const { stdout } = await succeeded(dataDir, ...UNITS, '--dry-run');
    expect(stdout).toContain('units.csv: 5 rows read = 5 to be recorded + 0 rejected');
    expect(stdout).toContain('successions.csv: 3 rows read = 3 to be recorded + 0 rejected');
    expect(await events(dataDir)).toBe(before);
  });

  it('takes units and successions into the streams of their acts, and stores the count', async () => {
    await succeeded(dataDir, ...UNITS);
    const all = (await events(dataDir))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Recorded);
    const units = all.filter((event) => event.type.startsWith('unit.'));
    const listed = units.filter((event) => event.type === 'unit.listed');
    expect(listed).toHaveLength(4);
    expect(new Set(listed.map((event) => event.stream)).size).toBe(1);
    expect(listed[0]?.stream).toMatch(/^boundary-import\.[0-9a-f]{16}$/);
    expect(units.filter((event) => event.stream === `boundary-${ACT}`).map((event) => event.type)).toEqual([
      'unit.established',
      ...Array<string>(3).fill('unit.succeeded'),
      ...Array<string>(3).fill('unit.abolished'),
    ]);
    expect(all.at(-1)).toMatchObject({
      type: 'import.reconciled',
      data: {
        sources: [
          { name: 'units.csv', rowsRead: 5, facts: 5, rejections: {} },
          { name: 'successions.csv', rowsRead: 3, facts: 3, rejections: {} },
        ],
      },
    });
  });

  it('exports the same tables again, at two dates', async () => {
    const [header, province, district, xuanHoa, thoHai, formed] = text('units.csv').split('\n');
    const at = async (table: string, day: string) =>
      (await succeeded(dataDir, 'export', table, '--valid-at', day)).stdout;
    expect(await at('units', '2025-06-30')).toBe(
      lines(header ?? '', province ?? '', district ?? '', xuanHoa ?? '', thoHai ?? ''),
    );
    expect(await at('units', '2025-07-01')).toBe(lines(header ?? '', province ?? '', formed ?? ''));
    expect(await at('successions', '2025-06-30')).toBe('from_id,to_id,extent,act_id,effective_on\n');
    expect(await at('successions', '2025-07-01')).toBe(text('successions.csv'));
  });

  it('takes clusters from CSV and NDJSON', async () => {
    expect((await succeeded(dataDir, ...CLUSTERS)).stdout).toContain('1 rows read = 1 recorded + 0 rejected');
    const { stdout } = await succeeded(dataDir, 'import', 'clusters', '--file', fixture('clusters.ndjson'));
    expect(stdout).toContain('clusters.ndjson: 1 rows read = 1 recorded + 0 rejected');
  });

  it('writes nothing when it is repeated', async () => {
    const before = await events(dataDir);
    for (const [args, counts] of [
      [ACTS, ['acts.csv: 2 rows read = 0 recorded + 2 rejected (ALREADY_RECORDED 2)']],
      [UNITS, ['units.csv: 5 rows read = 0 recorded + 5', 'successions.csv: 3 rows read = 0 recorded + 3']],
      [CLUSTERS, ['clusters.csv: 1 rows read = 0 recorded + 1 rejected (ALREADY_RECORDED 1)']],
    ] as const) {
      const { stdout } = await succeeded(dataDir, ...args);
      for (const count of counts) expect(stdout).toContain(count);
    }
    expect(await events(dataDir)).toBe(before);
  });

  it('leaves a read model that a rebuild makes equal', async () => {
    const { stdout: before } = await succeeded(dataDir, 'digest');
    expect(before).toMatch(/^\d+ [0-9a-f]{64}\n$/);
    expect((await succeeded(dataDir, 'rebuild')).stdout).toBe(before);
    expect((await succeeded(dataDir, 'digest')).stdout).toBe(before);
  });

  let before = '';
  it('holds something that a refused import must not touch', async () => {
    before = await events(dataDir);
    expect(before).not.toBe('');
  });

  const UNIT_HEADER = 'id,code,name,level,kind,parent_id,valid_from,valid_to';
  const EDGE_HEADER = 'from_id,to_id,extent,act_id,effective_on';
  const GOOD = [
    '90001@origin,90001,Xã Một,COMMUNE,XA,38@origin,,',
    '90002@origin,90002,Xã Hai,COMMUNE,XA,38@origin,,',
  ];
  const CLUSTER_HEADER = text('clusters.csv').split('\n')[0] ?? '';
  const cluster = (id: string, unit: string, since = '') =>
    `${id},Cụm,UNKNOWN,${since},,COMMUNE,${unit},STATED,Sổ,Sổ,,,,`;

  it.each<[string, readonly string[], readonly string[] | undefined, readonly string[]]>([
    [
      '31 February in the middle',
      [
        UNIT_HEADER,
        GOOD[0] ?? '',
        '90003@2025-02-31,90003,Xã Ba,COMMUNE,XA,38@origin,2025-02-31,',
        GOOD[1] ?? '',
      ],
      undefined,
      [`units-bad.csv line 3, valid_from = "2025-02-31": INVALID_DATE:`],
    ],
    [
      'a missing cell, an unknown kind and an unknown parent',
      [
        UNIT_HEADER,
        '90001@origin,90001,Xã Một,COMMUNE,XA,38@origin,',
        '90002@origin,90002,Xã Hai,COMMUNE,LANG,38@origin,,',
        '90003@origin,90003,Xã Ba,COMMUNE,XA,99@origin,,',
      ],
      undefined,
      [
        'units-bad.csv line 2, row = "90001@origin,90001,Xã Một,COMMUNE,XA,38@origin,": WRONG_COLUMN_COUNT:',
        'units-bad.csv line 3, kind = "LANG": INVALID_INPUT:',
        'units-bad.csv line 4, parent_id = "99@origin": UNKNOWN_UNIT:',
      ],
    ],
    [
      'a wrong header',
      ['code,id,name', ...GOOD],
      undefined,
      ['units-bad.csv line 1, header = "code,id,name": WRONG_HEADER:'],
    ],
    ['a quote that does not close', [UNIT_HEADER, '"90001@origin,90001'], undefined, ['MALFORMED_ROW:']],
    [
      'an id of another day than the unit was formed on',
      [UNIT_HEADER, '90009@2025-07-01,90009,Xã Khác,COMMUNE,XA,38@origin,,', ...GOOD],
      undefined,
      ['units-bad.csv line 2, id = "90009@2025-07-01": INVALID_INPUT:'],
    ],
    [
      'overlapping intervals',
      [UNIT_HEADER, ...GOOD, '15517-b@origin,15517,Xã Khác,COMMUNE,XA,38@origin,,'],
      undefined,
      ['units-bad.csv line 4, code = "15517": OVERLAPPING_INTERVAL:'],
    ],
    [
      'other facts on a recorded unit',
      [UNIT_HEADER, '38@origin,38,Tỉnh Thanh Hoa,PROVINCE,TINH,,,'],
      undefined,
      ['units-bad.csv line 2, id = "38@origin": ALREADY_EXISTS:'],
    ],
    [
      'a day that no act explains',
      [UNIT_HEADER, '90001@2026-01-01,90001,Xã Một,COMMUNE,XA,38@origin,2026-01-01,'],
      undefined,
      ['units-bad.csv line 2, valid_from = "2026-01-01": UNKNOWN_ACT:'],
    ],
    [
      'an interval that ends before it begins',
      [UNIT_HEADER, '90001@2026-01-01,90001,Xã Một,COMMUNE,XA,38@origin,2026-01-01,2025-12-31'],
      undefined,
      ['units-bad.csv line 2, valid_to = "2025-12-31": INVALID_INTERVAL:'],
    ],
    [
      'a succession in a circle, also through what is recorded',
      [UNIT_HEADER, ...GOOD],
      [EDGE_HEADER, `15520@2025-07-01,15517@origin,WHOLE,${ACT},2026-01-01`],
      ['successions-bad.csv line 2, to_id = "15517@origin": CYCLIC_SUCCESSION:'],
    ],
    [
      'a succession of unknown units, and of one that goes on',
      [UNIT_HEADER, ...GOOD],
      [
        EDGE_HEADER,
        `99999@origin,90001@origin,WHOLE,${ACT},2026-01-01`,
        `90001@origin,90002@origin,WHOLE,${ACT},2026-01-01`,
      ],
      [
        'successions-bad.csv line 2, from_id = "99999@origin": UNKNOWN_UNIT:',
        'successions-bad.csv line 3, from_id = "90001@origin": UNIT_NOT_IN_FORCE:',
      ],
    ],
  ])('refuses %s by row and column', async (_, units, successions, expected) => {
    const args = ['import', 'units', '--units', written('units-bad.csv', lines(...units))];
    if (successions !== undefined)
      args.push('--successions', written('successions-bad.csv', lines(...successions)));
    await expectRejected(dataDir, args, expected);
  });

  it.each<[string, string, string | Buffer, readonly string[]]>([
    [
      'clusters with 31 February and an unknown unit between good ones',
      'clusters',
      lines(
        CLUSTER_HEADER,
        cluster('tot-1', '15520@2025-07-01'),
        cluster('xau-1', '15520@2025-07-01', '2025-02-31'),
        cluster('xau-2', '99999@origin'),
        cluster('tot-1', '15520@2025-07-01'),
        cluster('tot-2', '15520@2025-07-01'),
      ),
      [
        'bad.csv line 3, since = "2025-02-31": INVALID_DATE:',
        'bad.csv line 4, unit_ids = "99999@origin": UNKNOWN_UNIT:',
        'bad.csv line 5, id = "tot-1": ALREADY_EXISTS:',
      ],
    ],
    [
      'acts that are not UTF-8',
      'acts',
      Buffer.concat([
        Buffer.from(`${text('acts.csv').split('\n')[0] ?? ''}\n1/Q`),
        Buffer.from([0xd0]),
        Buffer.from('-UBND,OTHER,,UBND,2025-01-01,,,READ,s\n'),
      ]),
      ['bad.csv line 2, number = "1/Q\ufffd-UBND": NOT_UTF8:'],
    ],
    [
      'an act without a number and one that lapses before it is in force',
      'acts',
      lines(
        text('acts.csv').split('\n')[0] ?? '',
        ',OTHER,,UBND,2025-01-01,,,READ,s',
        '2/QĐ-UBND,OTHER,,UBND,2025-01-01,2025-02-01,2025-01-31,READ,s',
      ),
      [
        'bad.csv line 2, number = "": INVALID_INPUT:',
        'bad.csv line 3, lapses_on = "2025-01-31": INVALID_INTERVAL:',
      ],
    ],
  ])('refuses %s by row and column', async (_, what, content, expected) => {
    await expectRejected(dataDir, ['import', what, '--file', written('bad.csv', content)], expected);
  });

  it('refuses NDJSON by line and field', async () => {
    const good = JSON.parse(text('clusters.ndjson')) as { cluster: object; investors: object[] };
    const file = written(
      'bad.ndjson',
      lines(
        JSON.stringify({ ...good, cluster: { ...good.cluster, clusterId: 'moi', since: '2025-02-31' } }),
        '{"cluster":',
        JSON.stringify({ ...good, cluster: { ...good.cluster, clusterId: 'moi-2', status: 'HỎNG' } }),
      ),
    );
    await expectRejected(
      dataDir,
      ['import', 'clusters', '--file', file],
      [
        'bad.ndjson line 1, cluster.since = "2025-02-31": INVALID_DATE:',
        'bad.ndjson line 2, line = "{"cluster":": MALFORMED_ROW:',
        'bad.ndjson line 3, cluster.status = "HỎNG": INVALID_INPUT:',
      ],
    );
  });

  it('has written nothing of what it refused', async () => {
    expect(await events(dataDir)).toBe(before);
  });

  it('refuses a file that is not there', async () => {
    const run = await bangiao(dataDir, ['import', 'acts', '--file', join(folder, 'missing.csv')]);
    expect(run.code).toBe(1);
    expect(run.stderr).toMatch(/^FILE_UNREADABLE: .*\[file = .*missing\.csv\] Name a file/);
  });

  it('stops between two clusters on Ctrl-C, and completes when it is repeated', async () => {
    const count = 60;
    const rows = Array.from({ length: count }, (_, i) => cluster(`cum-${i}`, '15520@2025-07-01'));
    const args = ['import', 'clusters', '--file', written('many.csv', lines(CLUSTER_HEADER, ...rows))];
    let asked = false;
    const stopped = await bangiao(dataDir, args, (_, kill) => {
      if (!asked) kill('SIGINT');
      asked = true;
    });
    expect(stopped.stderr).toContain('import the same files again to go on');
    expect(stopped).toMatchObject({ code: 130, stdout: '' });
    const there = await registeredIn(dataDir);
    expect(there).toBeGreaterThan(0);
    expect(there).toBeLessThan(count);
    const { stdout } = await succeeded(dataDir, ...args);
    expect(stdout).toContain(
      `${count} rows read = ${count - there} recorded + ${there} rejected (ALREADY_RECORDED ${there})`,
    );
    expect(await registeredIn(dataDir)).toBe(count);
  });

  it('refuses a log of another version', async () => {
    const other = newDataDir();
    try {
      await succeeded(other, ...ACTS);
      const db = new DatabaseSync(join(other, 'log.sqlite'));
      db.exec('PRAGMA user_version = 99');
      db.close();
      const run = await bangiao(other, ACTS);
      expect(run).toMatchObject({ code: 1, stdout: '' });
      expect(run.stderr).toMatch(/^LOG_VERSION_UNSUPPORTED: .*99/);
    } finally {
      removeDataDir(other);
    }
  });
});

describe('an import beside the national data', () => {
  let dataDir: string;
  let service: RunningService;
  beforeAll(async () => {
    dataDir = await importedDataDir();
    service = await startService({}, dataDir);
  }, 180_000);
  afterAll(async () => {
    await service.stop();
    removeDataDir(dataDir);
  });

  it('waits for the service to be stopped, and then carries the cluster through the transition', async () => {
    const locked = await bangiao(dataDir, CLUSTERS);
    expect(locked).toMatchObject({ code: 1, stdout: '' });
    expect(locked.stderr).toMatch(/^LOG_LOCKED: .+\. .+/);
    await service.stop();
    await succeeded(dataDir, ...CLUSTERS);
    const manage = async (day: string) =>
      (await succeeded(dataDir, 'export', 'assignments', '--valid-at', day)).stdout
        .split('\n')
        .filter(
          (line) => line.startsWith('cum-xuan-hoa-tho-hai,') && line.includes(',ccn_manage_local_clusters,'),
        );
    const name = 'cum-xuan-hoa-tho-hai,Cụm công nghiệp Xuân Hòa – Thọ Hải,ccn_manage_local_clusters,HELD';
    expect(await manage('2025-06-30')).toEqual([
      `${name},UBND_HUYEN:38.huyen-tho-xuan@origin,Ủy ban nhân dân huyện Thọ Xuân,,,2024-05-01,2025-07-01,32-2024-nd-cp.chinh-phu.2024-03-15,Đ.34(1)`,
    ]);
    expect(await manage('2025-07-01')).toEqual([
      `${name},UBND_XA:15520@2025-07-01,Ủy ban nhân dân xã Xuân Hòa,,,2025-07-01,2027-03-01,139-2025-nd-cp.chinh-phu.2025-06-12,Đ.6 (NĐ 32/2024 Đ.34(1))`,
    ]);
  }, 60_000);

  it('has exactly one answer for every day, and names the day that has two', async () => {
    const verify = ['verify', 'coverage', '--province', '38@origin'];
    expect((await succeeded(dataDir, ...verify)).stdout).toMatch(/^[1-9]\d* subjects, 0 violations\n$/);
    const file = readdirSync(dataDir).find((name) => /^read-model.*\.sqlite$/.test(name)) ?? '';
    const db = new DatabaseSync(join(dataDir, file));
    const where = "subject_id = 'cum-xuan-hoa-tho-hai' AND duty_id = 'ccn_manage_local_clusters'";
    db.exec(`UPDATE assignments SET valid_to = '2025-07-03' WHERE ${where} AND valid_to = '2025-07-01'`);
    db.close();
    const { code, stdout, stderr } = await bangiao(dataDir, verify);
    expect(code).toBe(1);
    expect(stdout).toContain(
      'A day has two answers: ccn_manage_local_clusters over cum-xuan-hoa-tho-hai on 2025-07-01',
    );
    expect(stderr).toContain('COVERAGE_BROKEN: ');
    expect((await bangiao(dataDir, ['verify', 'coverage', '--province', 'x'])).stderr).toContain(
      'UNKNOWN_UNIT',
    );
  }, 120_000);
});

interface Recorded {
  readonly type: string;
  readonly stream: string;
  readonly data: unknown;
}

async function registeredIn(dataDir: string): Promise<number> {
  const all = (await events(dataDir))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Recorded);
  return all.filter((event) => /^cluster-cum-\d+$/.test(event.stream) && event.type === 'cluster.registered')
    .length;
}

/** Nothing on the standard output, one line for each broken row in the file's order, and the word that nothing was written. */
async function expectRejected(
  dataDir: string,
  args: readonly string[],
  expected: readonly string[],
): Promise<void> {
  const run = await bangiao(dataDir, args);
  expect(run).toMatchObject({ code: 1, stdout: '' });
  expect(run.stderr.trim().split('\n')).toEqual([
    ...expected.map((line) => expect.stringContaining(line)),
    expect.stringMatching(/^IMPORT_REJECTED: \d+ rows cannot be taken over; nothing was written\./),
  ]);
}
