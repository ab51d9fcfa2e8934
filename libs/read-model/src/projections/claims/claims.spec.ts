import { describe, expect, it } from '@jest/globals';
import { claimGroups, type ClaimRecorded, type DomainEvent } from '#domain';
import { day, LogBuilder } from '../../testing/events.js';
import { act, cluster, listed, placement } from '../../testing/facts.js';
import { readModelOf } from '../../testing/files.js';

const PROVINCE = '51@origin';
const claim = (claimId: string, value: string, more: Partial<ClaimRecorded> = {}): DomainEvent => ({
  type: 'claim.recorded',
  data: {
    claimId,
    subjectId: PROVINCE,
    field: 'establishedAreaHa',
    value,
    provenance: 'STATED',
    source: claimId,
    ...more,
  },
});
const accepted = (claimId: string, reason: string): DomainEvent => ({
  type: 'claim.accepted',
  data: { claimId, subjectId: PROVINCE, reason, actId: 'qd-1' },
});
const registered = cluster('thinh-hung', 'Thịnh Hưng', [placement(['1@origin'])]);
const withClaims = {
  ...registered,
  data: {
    ...registered.data,
    claims: [
      { field: 'foundingDecisionDate', value: '2009-02-05', provenance: 'SECONDARY', source: 'one list' },
      { field: 'foundingDecisionDate', value: '2009-09-05', provenance: 'SECONDARY', source: 'another' },
    ],
  },
} as DomainEvent;

const log = new LogBuilder();
log.add('act-qd-1', act('qd-1')); // 1
log.add('boundary-x', listed(PROVINCE, 'Tỉnh Quảng Ngãi', { level: 'PROVINCE', kind: 'TINH' })); // 2
log.add('cluster-thinh-hung', withClaims); // 3
log.add(`claim-${PROVINCE}`, claim('stated', '436.28')); // 4
log.add(`claim-${PROVINCE}`, claim('summed', '436.78')); // 5
log.add(`claim-${PROVINCE}`, accepted('stated', 'It is printed so.')); // 6
log.add(`claim-${PROVINCE}`, accepted('summed', 'The parts add up to it.')); // 7
log.add('claim-thinh-hung', claim('founded', '2009-02-05', { subjectId: 'thinh-hung', field: 'note' })); // 8
const model = readModelOf(log.events);
const groups = (id: string, knownSeq: number) => {
  const { claims, accepted: decided } = model.claims.claims(id, knownSeq);
  return claimGroups(claims, decided, day('2026-01-01'));
};
const answer = (knownSeq: number) => {
  const [group] = groups(PROVINCE, knownSeq);
  return [group?.claims.length, group?.conflicting, group?.accepted?.claimId, group?.accepted?.reason];
};

describe('claims about a unit, as known', () => {
  it('H15: contradict one another from the second on, and are accepted one after the other', () => {
    expect(answer(3)).toEqual([undefined, undefined, undefined, undefined]);
    expect(answer(4)).toEqual([1, false, undefined, undefined]);
    expect(answer(5)).toEqual([2, true, undefined, undefined]);
    expect(answer(6)).toEqual([2, true, 'stated', 'It is printed so.']);
    expect(answer(7)).toEqual([2, true, 'summed', 'The parts add up to it.']);
  });

  it('tell the revision of their stream', () => {
    expect(model.claims.claims(PROVINCE, 3).revision).toBeUndefined();
    expect(model.claims.claims(PROVINCE, 6).revision).toBe(2);
  });

  it('are found in the audit trail by the unit and by the act that shows them', () => {
    const stream = (filter: object) =>
      model.auditTrail({ ...filter, types: ['claim.accepted'] }, 8, { first: 10 }).rows.map((r) => r.row.seq);
    expect(stream({ unitId: PROVINCE })).toEqual(stream({ actId: 'qd-1' }));
    expect(stream({ unitId: PROVINCE })).toHaveLength(2);
    expect(model.event(6)).toMatchObject({ reason: 'It is printed so.', actId: 'qd-1' });
  });
});

describe('claims of a registration', () => {
  it('are among those of their cluster, before the ones recorded later', () => {
    expect(groups('thinh-hung', 7).map((group) => [group.field, group.conflicting])).toEqual([
      ['foundingDecisionDate', true],
    ]);
    expect(model.claims.claims('thinh-hung', 8).claims.map((c) => c.claimId)).toEqual([
      'thinh-hung-registered-1',
      'thinh-hung-registered-2',
      'founded',
    ]);
    expect(model.claims.claims('thinh-hung', 2).claims).toEqual([]);
  });
});
