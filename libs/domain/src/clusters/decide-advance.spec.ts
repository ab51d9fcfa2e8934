import { describe, expect, it } from '@jest/globals';
import type { KnownAct } from '../acts/decide-act.js';
import { actOf, FACETS, advanced, PLAIN, recordOf, step } from '../testing/cluster-record.js';
import { day } from '../testing/law.js';
import { eventsOf, refusalOf } from '../testing/register.js';
import { decideAdvanceCluster } from './decide-advance.js';
import type { ClusterAdvanced } from './events.js';
import { LIFECYCLE_STATES, type LifecycleState } from './lifecycle-states.js';
import type { ClusterRecord } from './record.js';

/** Written out from the description of a cluster's life, not taken from the table in the code. */
const ALLOWED = `
  PLANNED > DOSSIER_OPEN
  DOSSIER_OPEN > DOSSIER_CLOSED
  DOSSIER_CLOSED > UNDER_APPRAISAL
  UNDER_APPRAISAL > INVESTOR_SCORING
  INVESTOR_SCORING > ESTABLISHED
  ESTABLISHED > DETAILED_PLAN_APPROVED
  DETAILED_PLAN_APPROVED > LAND_CLEARING
  LAND_CLEARING > UNDER_CONSTRUCTION
  UNDER_CONSTRUCTION > OPERATING
  OPERATING > EXPANDING
  EXPANDING > OPERATING
  OPERATING > WITHDRAWN_FROM_PLAN
  EXPANDING > WITHDRAWN_FROM_PLAN
  LEGACY_UNESTABLISHED > ESTABLISHED
  LEGACY_UNESTABLISHED > WITHDRAWN_FROM_PLAN
  ESTABLISHED > REVOKED
  DETAILED_PLAN_APPROVED > REVOKED
  LAND_CLEARING > REVOKED
  UNDER_CONSTRUCTION > REVOKED
  OPERATING > REVOKED
  EXPANDING > REVOKED
  WITHDRAWN_FROM_PLAN > REVOKED`
  .trim()
  .split('\n')
  .map((line) => line.trim());
const EVERY_PAIR = LIFECYCLE_STATES.flatMap((from) => LIFECYCLE_STATES.map((to) => [from, to] as const));
const decide = (input: ClusterAdvanced, record: ClusterRecord | undefined) =>
  decideAdvanceCluster(input, record, FACETS);
const DECIDED = { actId: 'yen-bai' };

describe('given a state, when a step is recorded', () => {
  it.each(EVERY_PAIR)('from %s to %s, then it stands or is refused as the law has it', (from, to) => {
    const given = recordOf(PLAIN, advanced(from, '2024-06-01'));
    const input = step(to, '2024-07-01', { from, ...DECIDED });
    if (ALLOWED.includes(`${from} > ${to}`)) {
      expect(eventsOf(decide(input, given))).toEqual([{ type: 'cluster.advanced', data: input }]);
    } else {
      expect(refusalOf(decide(input, given))).toMatchObject({
        code: 'INVALID_STEP',
        field: 'to',
        value: to,
      });
    }
  });

  it('the allowed ones are all of them', () => {
    expect(new Set(ALLOWED).size).toBe(22);
  });
});

describe('a step', () => {
  const operating = recordOf(
    PLAIN,
    advanced('ESTABLISHED', '2020-01-01'),
    advanced('OPERATING', '2024-01-01'),
  );

  it('that the sources give without the state before may leave out what lies between', () => {
    const given = recordOf(PLAIN, advanced('ESTABLISHED', '2020-01-01'));
    expect(eventsOf(decide(step('UNDER_CONSTRUCTION', '2021-01-01'), given))).toHaveLength(1);
    expect(refusalOf(decide(step('DOSSIER_OPEN', '2021-01-01'), given))).toMatchObject({
      code: 'INVALID_STEP',
      field: 'to',
      message: expect.stringContaining('ESTABLISHED since 2020-01-01'),
    });
  });

  it('has to leave the state that stands on its day', () => {
    const input = step('UNDER_CONSTRUCTION', '2021-01-01', { from: 'LAND_CLEARING' });
    expect(refusalOf(decide(input, operating))).toMatchObject({
      code: 'INVALID_STEP',
      field: 'from',
      value: 'LAND_CLEARING',
    });
  });

  it('of an earlier day may become known later, where the later ones can follow on it', () => {
    expect(eventsOf(decide(step('UNDER_CONSTRUCTION', '2022-01-01'), operating))).toHaveLength(1);
    const late = step('REVOKED', '2022-01-01', DECIDED);
    expect(refusalOf(decide(late, operating))).toMatchObject({
      code: 'INVALID_STEP',
      field: 'effectiveOn',
      message: expect.stringContaining('OPERATING on 2024-01-01'),
    });
  });

  it('has to lead to the state that the next one leaves', () => {
    const given = recordOf(PLAIN, advanced('OPERATING', '2024-01-01', { from: 'UNDER_CONSTRUCTION' }));
    expect(eventsOf(decide(step('LAND_CLEARING', '2023-01-01'), given))).toHaveLength(1);
    expect(eventsOf(decide(step('UNDER_CONSTRUCTION', '2023-01-01'), given))).toHaveLength(1);
    expect(refusalOf(decide(step('EXPANDING', '2023-01-01', DECIDED), given)).field).toBe('effectiveOn');
  });

  it('may date what the registration says, or lie before it or after it', () => {
    const given = recordOf({ ...PLAIN, status: 'UNDER_CONSTRUCTION' });
    for (const to of ['UNDER_CONSTRUCTION', 'ESTABLISHED', 'OPERATING'] as const) {
      expect(eventsOf(decide(step(to, '2024-06-01', DECIDED), given))).toHaveLength(1);
    }
    const legacy = recordOf({ ...PLAIN, status: 'LEGACY_UNESTABLISHED' });
    expect(refusalOf(decide(step('PLANNED', '2024-06-01'), legacy))).toMatchObject({
      code: 'INVALID_STEP',
      field: 'to',
      message: expect.stringContaining('registered as LEGACY_UNESTABLISHED'),
    });
    const skipped = step('WITHDRAWN_FROM_PLAN', '2024-06-01', { from: 'OPERATING' });
    expect(refusalOf(decide(skipped, given)).field).toBe('from');
  });

  it('may be taken on the day of the one before', () => {
    const given = recordOf(PLAIN, advanced('ESTABLISHED', '2024-01-01'));
    expect(eventsOf(decide(step('DETAILED_PLAN_APPROVED', '2024-01-01'), given))).toHaveLength(1);
  });

  it('that was wrong is corrected by another, which is held against the rest alone', () => {
    const slower = step('UNDER_CONSTRUCTION', '2024-06-01', { corrects: 'event-2' });
    expect(eventsOf(decide(slower, operating))).toHaveLength(1);
    const right = step('OPERATING', '2023-06-01', { corrects: 'event-2' });
    expect(eventsOf(decide(right, operating))).toHaveLength(1);
    expect(refusalOf(decide({ ...right, corrects: 'event-9' }, operating))).toMatchObject({
      code: 'UNKNOWN_EVENT',
      field: 'corrects',
      value: 'event-9',
    });
    const twice = recordOf(PLAIN, advanced('OPERATING', '2024-01-01'), {
      type: 'cluster.advanced',
      data: step('OPERATING', '2023-06-01', { corrects: 'event-1' }),
    });
    expect(refusalOf(decide({ ...right, corrects: 'event-1' }, twice)).code).toBe('UNKNOWN_EVENT');
  });

  it('of nothing registered is refused', () => {
    expect(refusalOf(decide(step('PLANNED', '2024-06-01'), undefined)).code).toBe('UNKNOWN_SUBJECT');
  });
});

describe('the papers of a step', () => {
  it.each<[LifecycleState, boolean]>([
    ['ESTABLISHED', true],
    ['EXPANDING', true],
    ['REVOKED', true],
    ['DETAILED_PLAN_APPROVED', false],
    ['WITHDRAWN_FROM_PLAN', false],
    ['OPERATING', false],
  ])('%s without a decision is refused: %s', (to, refused) => {
    const decision = decide(step(to, '2024-06-01'), recordOf(PLAIN));
    if (refused) expect(refusalOf(decision)).toMatchObject({ code: 'EVIDENCE_REQUIRED', field: 'actId' });
    else expect(eventsOf(decision)).toHaveLength(1);
  });

  it('are acts in force on its first day', () => {
    const papers = (actId: string, on = '2026-03-05') =>
      refusalOf(decide(step('ESTABLISHED', on, { actId }), recordOf(PLAIN))).code;
    expect(papers('qd-16-2026')).toBe('ACT_NOT_IN_FORCE');
    expect(papers('nowhere')).toBe('UNKNOWN_ACT');
  });
});

describe('who decided on a step', () => {
  const DISTRICT: KnownAct = {
    actId: 'district',
    kind: 'DISTRICT_DECISION',
    number: '77/QĐ-UBND',
    issuer: 'UBND huyện Văn Yên',
    issuedOn: day('2006-01-01'),
    provenance: 'STATED',
    source: 'test',
  };
  const known = [
    DISTRICT,
    { ...DISTRICT, actId: 'other-district', issuer: 'UBND huyện Trấn Yên' },
    { ...DISTRICT, actId: 'decree', kind: 'DECREE', number: '139/2025/NĐ-CP', issuer: 'Chính phủ' },
    { ...DISTRICT, actId: 'unknown', kind: 'OTHER', issuer: 'không rõ' },
  ] as const;
  const acts = (id: string) => known.find((act) => act.actId === id) ?? actOf(id);
  const by = (actId: string, to: LifecycleState, on: string) =>
    decideAdvanceCluster(step(to, on, { actId }), recordOf(PLAIN), { ...FACETS, acts });

  it.each<[string, string, LifecycleState, string]>([
    ['the province of another place', 'undated', 'ESTABLISHED', '2024-11-06'],
    ['the province of another place, to revoke', 'undated', 'REVOKED', '2024-11-06'],
    ['the Government', 'decree', 'ESTABLISHED', '2025-07-15'],
    ['the district, under NĐ 32/2024', 'district', 'ESTABLISHED', '2024-05-01'],
    ['the district of another place', 'other-district', 'ESTABLISHED', '2009-01-01'],
  ])('is refused where it is %s', (_who, actId, to, on) => {
    expect(refusalOf(by(actId, to, on))).toMatchObject({
      code: 'NOT_APPLICABLE',
      field: 'actId',
      value: actId,
      remedy: expect.stringContaining('the province in which the cluster lies'),
    });
  });

  it.each<[string, string, string]>([
    ['the province', 'yen-bai', '2024-11-06'],
    ['the province that ended since, by its decision of before', 'yen-bai', '2025-07-15'],
    ['the province after the reform', 'qd-1637', '2026-05-12'],
    ['the district, where the law of the day is not read', 'district', '2009-01-01'],
    ['an authority that is not known', 'unknown', '2024-11-06'],
  ])('is taken where it is %s', (_who, actId, on) => {
    expect(eventsOf(by(actId, 'ESTABLISHED', on))).toHaveLength(1);
  });

  it('is not looked at for a step that needs no decision', () => {
    expect(eventsOf(by('district', 'DETAILED_PLAN_APPROVED', '2025-01-01'))).toHaveLength(1);
  });
});

describe('a procedure in progress', () => {
  const clock = { startedOn: day('2024-05-10'), limitDays: 25, working: false };
  const appraised = (procedure: ClusterAdvanced['procedure'], to: LifecycleState = 'UNDER_APPRAISAL') =>
    decide(step(to, '2025-06-20', procedure === undefined ? {} : { procedure }), recordOf(PLAIN));

  it('keeps the decree in which its clock began', () => {
    expect(eventsOf(appraised({ applicableActId: 'nd-32', clock }))).toHaveLength(1);
    expect(refusalOf(appraised({ applicableActId: 'nd-139', clock }))).toMatchObject({
      code: 'ACT_NOT_IN_FORCE',
      field: 'procedure.applicableActId',
    });
    expect(eventsOf(appraised({ applicableActId: 'nd-139' }))).toHaveLength(1);
    expect(refusalOf(appraised({ applicableActId: 'nowhere' })).code).toBe('UNKNOWN_ACT');
  });

  it('is none in a state that waits for nothing', () => {
    expect(refusalOf(appraised({ applicableActId: 'nd-32' }, 'OPERATING'))).toMatchObject({
      code: 'NOT_APPLICABLE',
      field: 'procedure',
    });
  });

  it.each([
    { limitDays: 0 },
    { limitDays: 2.5 },
    { limitDays: 25, stoppedDays: -1 },
    { limitDays: 25, stoppedDays: 0.5 },
  ])('counts whole days: %j is refused', (more) => {
    expect(refusalOf(appraised({ applicableActId: 'nd-32', clock: { ...clock, ...more } }))).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'procedure.clock',
    });
  });
});
