import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { HANDOVER_STATES } from '#domain';
import { importedDataDir } from './imported.js';
import { removeDataDir, startService, type RunningService } from './service.js';

/** Progress of the national sample: one count, asked in four ways. */
let dataDir: string;
let service: RunningService;
beforeAll(async () => {
  dataDir = await importedDataDir();
  service = await startService({}, dataDir);
}, 120_000);
afterAll(async () => {
  await service.stop();
  removeDataDir(dataDir);
});

type Row = Record<string, string | number | null>;
const COUNTS = [
  ...['assigned', 'held', 'joint', 'undetermined', 'vacant', 'disputed'],
  ...['continuingPendingRearrangement', 'noBasis'],
];
const mapped = (row: Row, to: (value: Row[string]) => string) =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, to(value)]));
const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const sorted = (rows: readonly Row[]) => rows.map((row) => JSON.stringify(Object.entries(row).sort())).sort();
const get = async (path: string) => fetch(service.url.replace('graphql', `export/${path}`));
const json = async (path: string) => (await (await get(path)).json()) as readonly Row[];

/** The rows of GraphQL with the names of the columns. */
async function byGraphQL(at: string): Promise<readonly Row[]> {
  const { progress } = await service.ask<{
    progress: (Record<string, number> & {
      province: { id: string; name: string } | null;
      district: { id: string; name: string } | null;
      dutyGroup: string | null;
      handovers: readonly { state: string; count: number }[];
    })[];
  }>(`{ progress(by: [PROVINCE, DISTRICT, DUTY_GROUP], at: { ${at} }) {
    province { id name } district { id name } dutyGroup ${COUNTS.join(' ')} overdue handovers { state count } } }`);
  return progress.map(({ province, district, dutyGroup, handovers, ...counts }) => ({
    province_id: province?.id ?? null,
    province_name: province?.name ?? null,
    district_id: district?.id ?? null,
    district_name: district?.name ?? null,
    duty_group: dutyGroup,
    overdue: counts['overdue'] ?? 0,
    ...Object.fromEntries(
      HANDOVER_STATES.map((state) => [`handovers_${state.toLowerCase()}`, handoversIn(handovers, state)]),
    ),
    ...Object.fromEntries(COUNTS.map((name) => [snake(name), counts[name] ?? 0])),
  }));
}

const handoversIn = (handovers: readonly { state: string; count: number }[], state: string) =>
  handovers.find((h) => h.state === state)?.count ?? 0;
const withoutClocks = (rows: readonly Row[]) => rows.map(({ valid_at: _at, known_seq: _seq, ...row }) => row);

/** The statements of the page for dashboards, as they are there. */
const documentedSql = (): readonly string[] =>
  [...readFileSync('docs/how-to/feed-a-dashboard.md', 'utf8').matchAll(/```sql\n(.*?)```/gs)].map(
    ([, sql]) => sql ?? '',
  );

/** Counts by status, those that are none left out. */
function runSql(sql: string): Record<string, number> {
  const db = new DatabaseSync(join(dataDir, 'read-model.sqlite'), { readOnly: true });
  try {
    const rows = db.prepare(sql).all() as { status: string; count: number }[];
    return Object.fromEntries(
      rows.filter(({ count }) => count > 0).map(({ status, count }) => [status, count]),
    );
  } finally {
    db.close();
  }
}

/** Its position. */
async function draftHandover(): Promise<string> {
  const { draftHandover: drafted } = await service.ask<{ draftHandover: { position: string } }>(
    `mutation { draftHandover(input: { handoverId: "ban-giao", giverOfficeId: "PUBLIC_SERVICE_UNIT:to-ban-giao",
      giverActsFor: "15.huyen-van-yen@origin", giverName: "Tổ bàn giao (ví dụ)", receiverOfficeId: "UBND_XA:04441@2025-07-01",
      decidingOfficeId: "CT_UBND_TINH:15@2025-07-01", effectiveOn: "2025-07-01", draftedOn: "2025-07-03",
      basis: { actId: "139-2025-nd-cp.chinh-phu.2025-06-12", article: "Đ.6" }, provenance: STATED, source: "made up" }) {
      ... on DraftHandoverResult { position } ... on Refusal { code remedy } } }`,
  );
  expect(drafted).toEqual({ position: expect.any(String) });
  return drafted.position;
}

function countsIn([row]: readonly Row[]): Record<string, number> {
  const named = COUNTS.filter((name) => name !== 'noBasis').map(
    (name) => [snake(name).toUpperCase(), Number(row?.[snake(name)])] as const,
  );
  return Object.fromEntries(named.filter(([, count]) => count > 0));
}

describe('progress of the sample', () => {
  it('counts every answer of every cluster once', async () => {
    const day = 'at: { validAt: "2025-08-01" }';
    const { progress, clusters } = await service.ask<{
      progress: { assigned: number; undetermined: number; held: number }[];
      clusters: { edges: { node: { responsibilities: { status: string }[] } }[] };
    }>(`{ progress(by: [], ${day}) { assigned undetermined held }
      clusters(first: 100, ${day}) { edges { node { responsibilities(dutyIds: ["ccn_manage_local_clusters",
        "ccn_inspect_and_handle_violations"]) { status } } } } }`);
    const some = clusters.edges.flatMap(({ node }) => node.responsibilities);
    expect(progress).toHaveLength(1);
    expect(progress[0]?.assigned).toBeGreaterThan(some.length);
    const undetermined = some.filter(({ status }) => status === 'UNDETERMINED').length;
    expect(undetermined).toBeGreaterThan(0);
    expect(progress[0]?.undetermined).toBeGreaterThanOrEqual(undetermined);
  });

  it('is the same as JSON, as CSV and by GraphQL, for a day before the reform and one after NĐ 139 lapses', async () => {
    for (const validAt of ['2025-06-30', '2025-07-01', '2027-03-01']) {
      const rows = await byGraphQL(`validAt: "${validAt}"`);
      expect(rows.length).toBeGreaterThan(10);
      const asJson = await json(`progress.json?validAt=${validAt}`);
      expect(sorted(withoutClocks(asJson))).toEqual(sorted(rows));
      const csv = await get(`progress.csv?validAt=${validAt}`);
      expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
      const asCsv: Row[] = parse(await csv.text(), { columns: true });
      expect(asCsv).toEqual(asJson.map((row) => mapped(row, (value) => String(value ?? ''))));
    }
  });

  it('is the same as the SQL view for today', async () => {
    const db = new DatabaseSync(join(dataDir, 'read-model.sqlite'), { readOnly: true });
    try {
      const today = await json('progress.json');
      const view = db.prepare('SELECT * FROM bi_progress').all() as Row[];
      expect(sorted(view)).toEqual(sorted(today));
    } finally {
      db.close();
    }
  });

  it.each(['2025-06-30', '2025-08-01', '2026-03-06', '2027-03-05'])(
    'is counted by the documented SQL as by GraphQL on %s',
    async (day) => {
      const [clocks = '', changes = ''] = documentedSql().map((sql) => sql.replaceAll('2027-03-05', day));
      const counts = countsIn(await json(`progress.json?by=&validAt=${day}`));
      expect(runSql(clocks)).toEqual(counts);
      expect(runSql(changes)).toEqual(counts);
    },
  );

  it('is counted by the documented SQL as by GraphQL for what was known at another time', async () => {
    const db = new DatabaseSync(join(dataDir, 'read-model.sqlite'), { readOnly: true });
    const middle = db.prepare(
      'SELECT known_at FROM bi_events WHERE seq = (SELECT max(seq) - 500 FROM bi_events)',
    );
    const { known_at: knownAt } = middle.get() as { known_at: string };
    db.close();
    const [clocks = ''] = documentedSql();
    const counts = countsIn(await json(`progress.json?by=&validAt=2027-03-05&knownAt=${knownAt}`));
    expect(counts).not.toEqual(countsIn(await json('progress.json?by=&validAt=2027-03-05')));
    expect(runSql(clocks.replace('2999-12-31T23:59:59Z', knownAt))).toEqual(counts);
  });

  it('counts handovers and late tasks by SQL as by GraphQL', async () => {
    const position = await draftHandover();
    const day = '2025-07-20';
    const [all] = await json(`progress.json?by=&validAt=${day}&position=${position}`);
    expect(all).toMatchObject({ handovers_drafted: 1, overdue: expect.any(Number) });
    const on = (from: string, to: string) =>
      `${from} <= '${day}' AND coalesce(${to} > '${day}', true) AND known_to_seq IS NULL`;
    const db = new DatabaseSync(join(dataDir, 'read-model.sqlite'), { readOnly: true });
    const one = (sql: string) => (db.prepare(sql).get() as { n: number }).n;
    expect(
      one(
        `SELECT count(*) AS n FROM bi_handovers WHERE state = 'DRAFTED' AND ${on('valid_from', 'valid_to')}`,
      ),
    ).toBe(1);
    expect(
      one(`SELECT count(*) AS n FROM bi_tasks WHERE due_on < '${day}' AND ${on('waits_from', 'waits_to')}`),
    ).toBe(all?.['overdue']);
    const view = db.prepare('SELECT * FROM bi_progress').all() as Row[];
    db.close();
    expect(sorted(view)).toEqual(sorted(await json('progress.json')));
    expect(view.map((row) => row['handovers_drafted'])).toContain(1);
  });

  it('comes as a series, and refuses one that it cannot give', async () => {
    const series = await json(
      'progress-series.json?from=2025-06-01&to=2025-08-01&every=MONTH&clock=VALID&by=',
    );
    expect(series.map(({ day, valid_at }) => [day, valid_at])).toEqual([
      ['2025-06-01', '2025-06-01'],
      ['2025-07-01', '2025-07-01'],
      ['2025-08-01', '2025-08-01'],
    ]);
    expect(series[1]?.['undetermined']).toBeGreaterThan(Number(series[0]?.['undetermined']));
    const refused = await get('progress-series.json?from=2025-06-01&to=2029-08-01&every=DAY');
    expect(refused.status).toBe(400);
    expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code: 'SERIES_TOO_LONG' } }] });
  });

  it.each([
    ['progress', 'validAt=2025-02-30', 'validAt', '2025-02-30'],
    ['progress', 'by=PLACE', 'by', 'PLACE'],
    ['progress', 'dutyGroup=Q', 'dutyGroup', 'Q'],
    ['progress', 'validat=2025-08-01', 'validat', '2025-08-01'],
    ['progress', 'validAt=2025-08-01&validAt=2025-09-01', 'validAt', '2025-08-01,2025-09-01'],
    ['progress-series', 'to=2025-08-01', 'from', ''],
  ])('refuses %s?%s by its parameter, as CSV and as JSON', async (table, query, field, value) => {
    for (const type of ['csv', 'json']) {
      const refused = await get(`${table}.${type}?${query}`);
      expect(refused.status).toBe(400);
      expect(await refused.json()).toMatchObject({
        data: null,
        errors: [{ extensions: { field, value, remedy: expect.any(String) } }],
      });
    }
  });
});
