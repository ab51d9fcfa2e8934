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

  it('is the same as the SQL views, for today and for other days of both clocks', async () => {
    const db = new DatabaseSync(join(dataDir, 'read-model.sqlite'), { readOnly: true });
    try {
      const today = await json('progress.json');
      const view = db.prepare('SELECT * FROM bi_progress').all() as Row[];
      expect(sorted(view)).toEqual(sorted(today));
      const sum = db.prepare(
        `SELECT sum(delta) AS n FROM bi_progress_changes
         WHERE status = 'UNDETERMINED' AND recorded_day <= :known AND valid_day <= :valid`,
      );
      const [all] = await json('progress.json?by=&validAt=2025-08-01');
      expect(sum.get({ known: '9999-12-31', valid: '2025-08-01' })).toEqual({ n: all?.['undetermined'] });
      const held = db.prepare(
        `SELECT count(*) AS n FROM bi_responsibilities WHERE status = 'UNDETERMINED' AND valid_from <= '2025-08-01'
         AND coalesce(valid_to > '2025-08-01', 1) AND known_to_seq IS NULL`,
      );
      expect(held.get()).toEqual({ n: all?.['undetermined'] });
    } finally {
      db.close();
    }
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
