import { describe, expect, it } from '@jest/globals';
import { decisionRules } from '#application';
import { ruleId, type DecideRule, type DomainEvent } from '#domain';
import { day, LogBuilder } from '../../testing/events.js';
import { abolished, act, established, listed, succeeded } from '../../testing/facts.js';
import { readModelOf } from '../../testing/files.js';

const PROVINCE = { level: 'PROVINCE', kind: 'TINH' } as const;
const decided = (rule: Omit<DecideRule, 'matter' | 'provenance' | 'source'>): DomainEvent => {
  const data = { ...rule, matter: 'management_regulation', provenance: 'READ', source: 'test' } as const;
  return { type: 'rule.decided', data: { ...data, ruleId: ruleId(data) } };
};
const OLD = { provinceUnitId: '15@origin', text: 'Quy chế', actId: 'qd-03' };
const NEW = { provinceUnitId: '15@2025-07-01', text: 'Quy chế mới', actId: 'qd-16' };

const log = new LogBuilder();
log.add('boundary-0', listed('10@origin', 'Tỉnh Lào Cai', PROVINCE)); // 1
log.add('boundary-0', listed('15@origin', 'Tỉnh Yên Bái', PROVINCE)); // 2
log.add('boundary-1', abolished('10@origin', '2025-07-01')); // 3
log.add('boundary-1', abolished('15@origin', '2025-07-01')); // 4
log.add('boundary-1', established('15@2025-07-01', 'Tỉnh Lào Cai', '2025-07-01', PROVINCE)); // 5
log.add('boundary-1', succeeded('10@origin', '15@2025-07-01')); // 6
log.add('boundary-1', succeeded('15@origin', '15@2025-07-01')); // 7
log.add('act-qd-03', act('qd-03', { number: 'QĐ-03', issuedOn: day('2025-02-03') })); // 8
log.add('act-qd-16', act('qd-16', { number: 'QĐ-16', inForceFrom: day('2026-03-06') })); // 9
log.add(`rule-${ruleId({ ...OLD, matter: 'management_regulation' })}`, decided(OLD)); // 10
log.add(`rule-${ruleId({ ...NEW, matter: 'management_regulation' })}`, decided(NEW)); // 11
log.add('act-qd-03', {
  type: 'act.ended',
  data: {
    actId: 'qd-03',
    endsOn: day('2026-03-06'),
    manner: 'REPLACED',
    byActId: 'qd-16',
    reason: 'Thay thế.',
  },
}); // 12
log.add(
  `rule-${ruleId({ ...NEW, matter: 'management_regulation' })}`,
  decided({ ...NEW, article: 'Đ.1', reason: 'Thiếu điều.' }),
); // 13
const model = readModelOf(log.events);
const ask = (validAt: string, knownSeq: number, more: { territoryId?: string } = {}) =>
  decisionRules(
    model,
    { provinceId: '15@2025-07-01', matter: 'management_regulation', ...more },
    { validAt: day(validAt), knownSeq },
  ).map((a) => [a.territoryUnitId, a.status, ...a.rules.map((r) => r.actId)]);

describe('the rules of a province', () => {
  it('are answered by former territory, and known only once they were recorded', () => {
    expect(ask('2025-08-15', 9)).toEqual([
      ['10@origin', 'NOT_DECIDED'],
      ['15@origin', 'NOT_DECIDED'],
    ]);
    expect(ask('2025-08-15', 10)).toEqual([
      ['10@origin', 'NOT_DECIDED'],
      ['15@origin', 'DECIDED', 'qd-03'],
    ]);
  });

  it('conflict until the end of the older act is recorded, and never again after that', () => {
    const yenBai = (knownSeq: number) => ask('2026-03-06', knownSeq, { territoryId: '15@origin' });
    expect(yenBai(11)).toEqual([['15@origin', 'CONFLICTING', 'qd-16', 'qd-03']]);
    expect(yenBai(12)).toEqual([['15@origin', 'DECIDED', 'qd-16']]);
    expect(ask('2026-03-05', 12, { territoryId: '15@origin' })).toEqual([['15@origin', 'DECIDED', 'qd-03']]);
  });

  it('are put right from then on, and the earlier record stays at its time', () => {
    const id = ruleId({ ...NEW, matter: 'management_regulation' });
    expect(model.rules.rule(id, 12)?.article).toBeUndefined();
    expect(model.rules.rule(id, 13)).toMatchObject({ article: 'Đ.1', revision: 1 });
    const trail = model.auditTrail({ subjectId: id }, 13, { first: 10 }).rows.map((r) => r.row);
    expect(trail.map((e) => [e.seq, e.actId, e.reason])).toEqual([
      [11, 'qd-16', undefined],
      [13, 'qd-16', 'Thiếu điều.'],
    ]);
  });

  it('are answered for every matter where none is named', () => {
    const at = { validAt: day('2025-08-15'), knownSeq: 13 };
    expect(decisionRules(model, { provinceId: '15@2025-07-01' }, at)).toHaveLength(2 * 11);
  });

  it.each([
    ['an unknown province', { provinceId: '99@origin' }, 'UNKNOWN_UNIT'],
    ['an unknown territory', { provinceId: '15@origin', territoryId: '99@origin' }, 'UNKNOWN_UNIT'],
    ['a territory elsewhere', { provinceId: '15@origin', territoryId: '10@origin' }, 'INVALID_INPUT'],
  ])('are not asked for %s', (_name, request, code) => {
    const at = { validAt: day('2025-08-15'), knownSeq: 13 };
    expect(() => decisionRules(model, request, at)).toThrow(expect.objectContaining({ code }));
  });
});
