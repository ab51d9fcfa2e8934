import { beforeAll, describe, expect, it } from '@jest/globals';
import type { StreamBatch } from '#application';
import {
  decideBoundary,
  refuseBoundaries,
  streamOf,
  type DomainEvent,
  type EventOf,
  type EventType,
  type KnownBoundaries,
  type LocalDate,
} from '#domain';
import { loadActs, type RecordedAct } from '../acts/index.js';
import { loadDuties } from '../duties/index.js';
import { loadNationalUnits, type NationalUnits } from '../units/index.js';
import { actStreams, dutyStreams, reconciliationStream } from './catalogue-streams.js';
import { nationalUnitStreams } from './unit-streams.js';

let units: NationalUnits;
let acts: readonly RecordedAct[];
let batches: readonly StreamBatch[];
let events: readonly DomainEvent[];
beforeAll(() => {
  units = loadNationalUnits();
  acts = loadActs();
  batches = nationalUnitStreams(units, acts);
  events = batches.flatMap((batch) => batch.events);
}, 60_000);

function of<T extends EventType>(type: T): readonly EventOf<T>[] {
  return events.filter((event): event is EventOf<T> => event.type === type);
}
const actOf = (number: string) => acts.find((act) => act.number === number)?.actId ?? 'none';
/** A register that holds the acts and no unit. */
const nothingBefore = (): KnownBoundaries => {
  const known = new Map(acts.map((act) => [act.actId, act]));
  return {
    lineage: {
      unitOn: () => undefined,
      lifetime: () => undefined,
      levelOf: () => undefined,
      successionsFrom: () => [],
      successionsTo: () => [],
    },
    acts: (id) => known.get(id),
    codeInUse: () => [],
  };
};

describe('the national units as events', () => {
  it('are as many as the lists say', () => {
    const listed = of('unit.listed').map(({ data }) => data.level);
    const established = of('unit.established').map(({ data }) => data.level);
    const count = (levels: readonly string[], level: string) => levels.filter((l) => l === level).length;
    expect(['PROVINCE', 'DISTRICT', 'COMMUNE'].map((level) => count(listed, level))).toEqual([
      63, 696, 10_035,
    ]);
    // 11 of the 34 provinces and 127 of the 3,321 communes go on as they were.
    expect(['PROVINCE', 'DISTRICT', 'COMMUNE'].map((level) => count(established, level))).toEqual([
      34 - 11,
      0,
      3_321 - 127,
    ]);
    expect(of('unit.abolished')).toHaveLength(63 - 11 + 696 + 10_035 - 127);
    expect(of('unit.reparented')).toHaveLength(127);
    expect(of('unit.retyped')).toHaveLength(11);
    expect(of('unit.succeeded')).toHaveLength(units.successions.length);
    expect(of('unit.alias-recorded')).toHaveLength(units.aliases.length);
  });

  it('leave 34 provinces and 3,321 communes from 2025-07-01, under them no district', () => {
    const parents = new Map<string, string | undefined>();
    const levels = new Map<string, string>();
    for (const { type, data } of events) {
      if (type === 'unit.listed' || type === 'unit.established') {
        parents.set(data.unitId, data.parentId);
        levels.set(data.unitId, data.level);
      }
    }
    for (const { data } of of('unit.reparented')) parents.set(data.unitId, data.parentId);
    for (const { data } of of('unit.abolished')) {
      parents.delete(data.unitId);
      levels.delete(data.unitId);
    }
    const left = [...levels.values()];
    expect(left.filter((level) => level === 'PROVINCE')).toHaveLength(34);
    expect(left.filter((level) => level === 'COMMUNE')).toHaveLength(3_321);
    expect(left).toHaveLength(34 + 3_321);
    for (const [id, parent] of parents)
      expect([id, levels.get(parent ?? '')]).toEqual([
        id,
        levels.get(id) === 'COMMUNE' ? 'PROVINCE' : undefined,
      ]);
  });

  it('are accepted whole by the decision on changes of units, in less than two seconds', () => {
    const began = performance.now();
    expect(refuseBoundaries(events, nothingBefore())).toEqual([]);
    expect(performance.now() - began).toBeLessThan(2_000);
    expect(events.length).toBeGreaterThan(35_000);
  });

  it('are refused where one of them is left out', () => {
    const without = (gone: DomainEvent | undefined) =>
      refuseBoundaries(
        events.filter((event) => event !== gone),
        nothingBefore(),
      ).map(({ refusal }) => refusal.code);
    const formed = of('unit.established').find(({ data }) => data.unitId === '15520@2025-07-01');
    expect(new Set(without(formed))).toEqual(new Set(['UNKNOWN_UNIT']));
    const ended = of('unit.abolished').find(({ data }) => data.unitId === '15520@origin');
    expect(new Set(without(ended))).toEqual(new Set(['UNIT_NOT_IN_FORCE', 'OVERLAPPING_INTERVAL']));
    const lawless = { ...nothingBefore(), acts: () => undefined };
    expect(decideBoundary(events, lawless)).toMatchObject({ ok: false, refusal: { code: 'UNKNOWN_ACT' } });
  });

  it('stand in one stream for each resolution, which every change in it names', () => {
    const origin = streamOf.boundary('origin.');
    const changes = batches.filter(({ stream }) => !stream.startsWith(origin));
    const resolutions = new Set([
      '202/2025/QH15',
      ...units.successions.map(({ resolution }) => resolution),
      ...units.continuing.map(({ resolution }) => resolution),
      ...units.retypes.map(({ resolution }) => resolution),
    ]);
    expect(new Set(changes.map(({ stream }) => stream))).toEqual(
      new Set([...resolutions].map((number) => streamOf.boundary(actOf(number)))),
    );
    expect(new Set(batches.map(({ stream }) => stream)).size).toBe(batches.length);
    for (const { stream, events: ofStream } of changes) {
      const named = ofStream.map(({ data }) => ('actId' in data ? data.actId : undefined));
      expect(new Set(named)).toEqual(new Set([stream.slice('boundary-'.length)]));
    }
    const communeResolutions = new Set(
      units.successions.filter(({ level }) => level === 'COMMUNE').map(({ resolution }) => resolution),
    );
    expect(communeResolutions.size).toBe(34);
  });

  it('list the units of before in a stream for each old province, parents first', () => {
    const lists = batches.filter(({ stream }) => /^boundary-origin\.\d\d$/.test(stream));
    expect(lists).toHaveLength(63);
    for (const { stream, events: ofStream } of lists) {
      const seen = new Set<string>();
      for (const { type, data } of ofStream) {
        if (type !== 'unit.listed') throw new Error(`${type} in ${stream}`);
        expect(data.parentId === undefined || seen.has(data.parentId)).toBe(true);
        seen.add(data.unitId);
      }
      expect(ofStream[0]?.data).toMatchObject({ code: stream.slice('boundary-origin.'.length) });
    }
  });

  it('take effect on 2025-07-01, and the retypes on 2026-04-30', () => {
    const days = new Map<string, Set<LocalDate>>();
    for (const { type, data } of events) {
      const day = 'effectiveFrom' in data ? data.effectiveFrom : undefined;
      const on = day ?? (type === 'unit.succeeded' ? data.effectiveOn : undefined);
      if (on !== undefined) days.set(type, (days.get(type) ?? new Set()).add(on));
    }
    expect(Object.fromEntries([...days].map(([type, on]) => [type, [...on]]))).toEqual({
      'unit.established': ['2025-07-01'],
      'unit.succeeded': ['2025-07-01'],
      'unit.abolished': ['2025-07-01'],
      'unit.reparented': ['2025-07-01'],
      'unit.renamed': ['2025-07-01'],
      'unit.retyped': ['2026-04-30'],
    });
  });

  it('collapse Xuân Hòa and Thọ Hải into one commune, and divide Mai Đình', () => {
    const successors = (id: string) =>
      of('unit.succeeded')
        .filter(({ data }) => data.fromId === id)
        .map(({ data }) => [data.toId, data.extent]);
    expect(successors('15517@origin')).toEqual([['15520@2025-07-01', 'WHOLE']]);
    expect(successors('15520@origin')).toEqual([['15520@2025-07-01', 'WHOLE']]);
    const parts = successors('00427@origin');
    expect(parts).toHaveLength(2);
    expect(parts.every(([, extent]) => extent === 'PARTIAL')).toBe(true);
  });

  it('are the same each time', () => {
    expect(nationalUnitStreams(loadNationalUnits(), loadActs())).toEqual(batches);
  });

  it('need the act of every resolution', () => {
    const unknown = () =>
      nationalUnitStreams(
        units,
        acts.filter((act) => act.number !== '1686/NQ-UBTVQH15'),
      );
    expect(unknown).toThrow(
      expect.objectContaining({ code: 'UNKNOWN_ACT', field: 'resolution', value: '1686/NQ-UBTVQH15' }),
    );
  });
});

describe('acts and duties as events', () => {
  it('have a stream each', () => {
    expect(actStreams(acts).map(({ stream }) => stream)).toEqual(acts.map(({ actId }) => `act-${actId}`));
    const duties = loadDuties();
    expect(dutyStreams(duties)).toEqual(
      duties.map((data) => ({
        stream: `duty-${data.dutyId}`,
        events: [{ type: 'duty.catalogued', data }],
      })),
    );
  });

  it('say of an act first that it is there, then that another ended it', () => {
    const stream = streamOf.act(actOf('68/2017/NĐ-CP'));
    const replaced = actStreams(acts).find((batch) => batch.stream === stream)?.events;
    expect(replaced?.map(({ type }) => type)).toEqual(['act.registered', 'act.ended']);
    expect(replaced?.[0]?.data).not.toHaveProperty('ended');
    expect(replaced?.[1]?.data).toMatchObject({
      actId: actOf('68/2017/NĐ-CP'),
      endsOn: '2024-05-01',
      manner: 'REPLACED',
      byActId: actOf('32/2024/NĐ-CP'),
    });
  });
});

describe('the reconciliation as an event', () => {
  it('counts every row that was read as a fact or a rejection', () => {
    const { stream, events: reports } = reconciliationStream('spec', units.report);
    expect(stream).toBe('import-spec');
    const [report] = reports;
    if (report?.type !== 'import.reconciled' || reports.length !== 1) throw new Error('no report');
    expect(report.data.sources.length).toBeGreaterThan(0);
    for (const { rowsRead, facts, rejections } of report.data.sources)
      expect(facts + Object.values(rejections).reduce((sum, n) => sum + n, 0)).toBe(rowsRead);
    expect(Object.keys(report.data).sort()).toEqual(['importId', 'observations', 'sources']);
  });
});
