import { describe, expect, it } from '@jest/globals';
import {
  KnowledgeDiffQuery,
  QUERY_HANDLERS,
  type Answered,
  type ChangedAnswer,
  type Page,
} from '#application';
import type { Instant } from '#domain';
import { day, LogBuilder } from '../../testing/events.js';
import { act, assigned, cluster, placement } from '../../testing/facts.js';
import { readModelOf } from '../../testing/files.js';

const log = new LogBuilder();
log.add('act-nd-32', act('nd-32')); // 1
log.add('cluster-a', cluster('a', 'a', [placement(['1@origin'])])); // 2
for (const dutyId of ['d1', 'd2', 'd3']) log.add('cluster-a', assigned({ subjectId: 'a', dutyId })); // 3 4 5
const model = readModelOf(log.events);

type Handler = new (
  readModel: typeof model,
  clock: { now(): Date },
) => { execute(query: KnowledgeDiffQuery): Promise<Answered<Page<ChangedAnswer>>> };
const Diff = QUERY_HANDLERS.find((handler) => handler.name === 'KnowledgeDiffHandler') as unknown as Handler;
const handler = new Diff(model, { now: () => new Date('2025-08-01T00:00:00Z') });

type Asked = Partial<KnowledgeDiffQuery['asked']>;
const ask = (over: Asked, page: KnowledgeDiffQuery['page'] = { first: 10 }) =>
  handler.execute(
    new KnowledgeDiffQuery({ scope: { subjectId: 'a' }, days: {}, knownFrom: { seq: 0 }, ...over }, page),
  );
const duties = ({ result }: Answered<Page<ChangedAnswer>>) => result.rows.map(({ row }) => row.dutyId);
const recordedAt = (n: number) => log.events[n - 1]?.metadata.recordedAt as Instant;

describe('the points of record time that a difference lies between', () => {
  it('are the empty record and everything known, or what a caller names', async () => {
    expect(duties(await ask({}))).toEqual(['d1', 'd2', 'd3']);
    expect(duties(await ask({ knownTo: { seq: 4 } }))).toEqual(['d1', 'd2']);
    expect(duties(await ask({ knownFrom: { knownAt: recordedAt(3) } }))).toEqual(['d2', 'd3']);
    const position = log.events[3]?.position ?? '';
    expect(duties(await ask({ knownFrom: { position } }))).toEqual(['d3']);
  });

  it('stay where they are on a later page', async () => {
    const first = await ask({ knownTo: { seq: 4 } }, { first: 1 });
    const after = first.result.rows[0]?.key ?? '';
    const later = await ask({ knownTo: { seq: 5 } }, { first: 5, after, clocks: first.clocks });
    expect(duties(later)).toEqual(['d2']);
  });

  it.each([
    [{ knownFrom: {} }, 'INVALID_INPUT', 'knownFrom'],
    [{ knownFrom: { seq: 1, position: '7' } }, 'INVALID_INPUT', 'knownFrom'],
    [{ knownFrom: { seq: -1 } }, 'INVALID_INPUT', 'knownFrom'],
    [{ knownFrom: { seq: 6 } }, 'READ_MODEL_BEHIND', 'knownFrom'],
    [{ knownFrom: { seq: 3 }, knownTo: { seq: 2 } }, 'INVALID_INTERVAL', 'knownFrom'],
    [{ scope: { subjectId: 'x' } }, 'UNKNOWN_SUBJECT', 'subjectId'],
    [{ scope: { unitId: 'x' } }, 'UNKNOWN_UNIT', 'unitId'],
    [{ days: { validAt: day('2025-01-01'), validTo: day('2025-01-02') } }, 'INVALID_INPUT', 'validAt'],
    [{ days: { validFrom: day('2025-01-02'), validTo: day('2025-01-02') } }, 'INVALID_INTERVAL', 'validTo'],
  ] as const)('are refused where they are none: %j', async (over: Asked, code, field) => {
    await expect(ask(over)).rejects.toMatchObject({ code, field });
  });

  it('are asked about a day, or about all', async () => {
    const [change] = (await ask({ days: { validAt: day('2025-02-01') }, dutyIds: ['d1'] })).result.rows;
    expect([change?.row.from, change?.row.to]).toEqual(['2025-02-01', '2025-02-02']);
    const [all] = (await ask({ dutyIds: ['d1'] })).result.rows;
    expect([all?.row.from, all?.row.to]).toEqual(['2024-05-01', undefined]);
  });
});
