import { describe, expect, it } from '@jest/globals';
import type { KnownAct } from '../acts/decide-act.js';
import type { DomainEvent } from '../events/catalogue.js';
import { FACETS, advanced, PLAIN, recordOf } from '../testing/cluster-record.js';
import { day } from '../testing/law.js';
import { eventsOf, refusalOf } from '../testing/register.js';
import { decideAdjustCluster } from './decide-adjust.js';
import type { ClusterAdjusted, ClusterChanges } from './events.js';
import { attributesOn, namesUntil, type ClusterRecord } from './record.js';

const SIXTY_EIGHT = { ...PLAIN, areaHa: '68' };
const adjustment = (
  changes: ClusterChanges,
  on: string,
  more: Partial<ClusterAdjusted> = {},
): ClusterAdjusted => ({
  clusterId: 'c',
  changes,
  effectiveOn: day(on),
  actId: 'yen-bai',
  provenance: 'STATED',
  source: 'test',
  ...more,
});
const adjusted = (...args: Parameters<typeof adjustment>): DomainEvent => ({
  type: 'cluster.adjusted',
  data: adjustment(...args),
});
const nd139 = FACETS.acts('nd-139') as KnownAct;
const decide = (input: ClusterAdjusted, record: ClusterRecord | undefined = recordOf(SIXTY_EIGHT)) =>
  decideAdjustCluster(input, record, FACETS);
const refusedChanges = (changes: ClusterChanges) => refusalOf(decide(adjustment(changes, '2025-07-01')));

describe('an adjustment of the establishing decision', () => {
  it('changes what it says from its day on, and nothing else', () => {
    const input = adjustment({ name: 'D', locationText: 'xã Xuân Ái', industries: ['cơ khí'] }, '2025-08-01');
    expect(eventsOf(decide(input))).toEqual([{ type: 'cluster.adjusted', data: input }]);
    const record = recordOf(SIXTY_EIGHT, { type: 'cluster.adjusted', data: input });
    expect(attributesOn(record, day('2025-07-31'))).toEqual({ name: 'C', areaHa: '68' });
    expect(attributesOn(record, day('2025-08-01'))).toEqual({
      name: 'D',
      areaHa: '68',
      locationText: 'xã Xuân Ái',
      industries: ['cơ khí'],
    });
    expect(record.placements).toEqual(PLAIN.placements);
  });

  it('is refused where another province or the Government issued the act', () => {
    for (const actId of ['undated', 'nd-139']) {
      const input = adjustment({ name: 'D' }, '2025-08-01', { actId });
      const acts = (id: string) =>
        id === 'nd-139' ? { ...nd139, kind: 'DECREE' as const } : FACETS.acts(id);
      expect(refusalOf(decideAdjustCluster(input, recordOf(SIXTY_EIGHT), { ...FACETS, acts }))).toMatchObject(
        { code: 'NOT_APPLICABLE', field: 'actId', value: actId },
      );
    }
  });

  it('leaves a history of names, by day and not by recording', () => {
    const record = recordOf(
      PLAIN,
      adjusted({ name: 'E' }, '2026-01-01'),
      adjusted({ name: 'D' }, '2025-08-01'),
    );
    expect(namesUntil(record, day('2026-01-01'))).toEqual([
      { name: 'C' },
      { name: 'D', from: '2025-08-01', actId: 'yen-bai' },
      { name: 'E', from: '2026-01-01', actId: 'yen-bai' },
    ]);
    expect(namesUntil(record, day('2025-12-31')).at(-1)?.name).toBe('D');
    expect(attributesOn(record, day('2026-06-01')).name).toBe('E');
  });

  it('that was wrong counts no more once another corrects it', () => {
    const wrong = adjusted({ name: 'D' }, '2025-08-01');
    const right = adjustment({ name: 'E' }, '2025-09-01', { corrects: 'event-1' });
    const given = recordOf(PLAIN, wrong);
    expect(eventsOf(decide(right, given))).toHaveLength(1);
    const after = recordOf(PLAIN, wrong, { type: 'cluster.adjusted', data: right });
    expect(attributesOn(after, day('2025-08-15')).name).toBe('C');
    expect(refusalOf(decide(right, after)).code).toBe('UNKNOWN_EVENT');
  });

  it('needs the decision, in force on its first day', () => {
    const papers = (actId: string) =>
      refusalOf(decide(adjustment({ name: 'D' }, '2025-08-01', { actId }))).code;
    expect([papers('nowhere'), papers('qd-16-2026')]).toEqual(['UNKNOWN_ACT', 'ACT_NOT_IN_FORCE']);
  });

  it('is refused while no decision stands', () => {
    const before = recordOf({ ...PLAIN, status: 'INVESTOR_SELECTION' });
    const revoked = recordOf(PLAIN, advanced('REVOKED', '2025-01-01', { actId: 'yen-bai' }));
    for (const record of [before, revoked]) {
      expect(refusalOf(decide(adjustment({ name: 'D' }, '2025-08-01'), record))).toMatchObject({
        code: 'NOT_APPLICABLE',
        field: 'effectiveOn',
      });
    }
  });

  it('of nothing registered is refused', () => {
    expect(
      refusalOf(decideAdjustCluster(adjustment({ name: 'D' }, '2025-08-01'), undefined, FACETS)).code,
    ).toBe('UNKNOWN_SUBJECT');
  });

  it.each<[string, ClusterChanges, string]>([
    ['changes', {}, 'INVALID_INPUT'],
    ['changes.name', { name: ' ' }, 'INVALID_INPUT'],
    ['changes.industries', { industries: ['cơ khí', ''] }, 'INVALID_INPUT'],
    ['changes.areaHa', { areaHa: '70,5' }, 'INVALID_INPUT'],
    ['changes.capitalVnd', { capitalVnd: '597,44 tỷ' }, 'INVALID_INPUT'],
    ['changes.schedule', { schedule: { startsIn: 'quý III' } }, 'INVALID_INPUT'],
    ['changes.schedule', { schedule: { startsIn: '2027-Q1', endsIn: '2026-Q4' } }, 'INVALID_INTERVAL'],
    ['changes.schedule', { schedule: { startsIn: '2027-Q1', endsIn: '2026' } }, 'INVALID_INTERVAL'],
  ])('is refused in %s for %j', (field, changes, code) => {
    expect(refusedChanges(changes)).toMatchObject({ code, field });
  });

  it('takes a span that ends in the year of its first quarter', () => {
    const schedule = { startsIn: '2026-Q3', endsIn: '2026' };
    expect(eventsOf(decide(adjustment({ schedule }, '2025-08-01')))).toHaveLength(1);
  });
});

describe('an adjusted area', () => {
  it('grows by at most 5 ha, exactly', () => {
    expect(eventsOf(decide(adjustment({ areaHa: '73' }, '2025-08-01')))).toHaveLength(1);
    expect(eventsOf(decide(adjustment({ areaHa: '12.5' }, '2025-08-01')))).toHaveLength(1);
    expect(refusedChanges({ areaHa: '73.000001' })).toMatchObject({
      code: 'NOT_APPLICABLE',
      field: 'changes.areaHa',
      remedy: expect.stringContaining('EXPANDING'),
    });
  });

  it('is held against what was decided, however many adjustments there are', () => {
    const given = recordOf(SIXTY_EIGHT, adjusted({ areaHa: '72' }, '2025-08-01'));
    expect(refusalOf(decide(adjustment({ areaHa: '74' }, '2025-09-01'), given)).code).toBe('NOT_APPLICABLE');
  });

  it('may be any by the decision to expand, and is held against that from then on', () => {
    const expanding = advanced('EXPANDING', '2026-05-12', { actId: 'qd-1637' });
    const byExpansion = adjustment({ areaHa: '100' }, '2026-05-12', { actId: 'qd-1637' });
    const given = recordOf(SIXTY_EIGHT, expanding);
    expect(eventsOf(decide(byExpansion, given))).toHaveLength(1);
    const expanded = recordOf(SIXTY_EIGHT, expanding, { type: 'cluster.adjusted', data: byExpansion });
    expect(eventsOf(decide(adjustment({ areaHa: '105' }, '2026-06-01'), expanded))).toHaveLength(1);
    expect(refusalOf(decide(adjustment({ areaHa: '105.1' }, '2026-06-01'), expanded)).code).toBe(
      'NOT_APPLICABLE',
    );
  });

  it('has no limit where the decided area is not known', () => {
    expect(eventsOf(decide(adjustment({ areaHa: '75' }, '2025-08-01'), recordOf(PLAIN)))).toHaveLength(1);
  });
});
