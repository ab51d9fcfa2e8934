import { describe, expect, it } from '@jest/globals';
import type { KnownAct } from '../acts/decide-act.js';
import { decideNameLead } from '../decisions/name-lead.js';
import { decideShares } from '../decisions/record-shares.js';
import { claimGroups, evolveClaims, type SubjectClaims } from '../claims/claims.js';
import type { ClaimEvents } from '../claims/events.js';
import type { EventOf } from '../events/catalogue.js';
import { PHU_THINH_2 } from '../testing/clusters.js';
import { actOf, FACETS, advanced, PLAIN, recordOf, step } from '../testing/cluster-record.js';
import { day, INSPECT, LAO_CAI_LEAD, lawOver, MANAGE } from '../testing/law.js';
import { clusterAt, eventsOf, inCommunes, refusalOf, TestRegister } from '../testing/register.js';
import { decideAdjustCluster } from './decide-adjust.js';
import { decideAdvanceCluster } from './decide-advance.js';
import type { ClusterAdjusted, ClusterSharesRecorded } from './events.js';
import { inFlightAtCutover, LEGACY_DEADLINE, lifecycleOn, stepsUntil } from './lifecycle.js';
import { attributesOn, type ClusterRecord } from './record.js';

/** NĐ 68/2017, which NĐ 32/2024 replaced. */
const REPLACED: KnownAct = {
  actId: 'nd-68',
  kind: 'DECREE',
  number: '68/2017/NĐ-CP',
  issuer: 'Chính phủ',
  issuedOn: day('2017-05-25'),
  endsOn: day('2024-05-01'),
  provenance: 'READ',
  source: 'test',
};
const FROM_68 = {
  procedure: {
    applicableActId: 'nd-68',
    clock: { startedOn: day('2024-04-15'), limitDays: 15, working: true },
  },
};

const stateOn = (record: ClusterRecord, on: string) => lifecycleOn(record, day(on))?.state;

describe('H1: a cluster on several communes, with the hectares in each', () => {
  const [VAN_PHU, YEN_BINH] = ['04279@2025-07-01', '04714@2025-07-01'];
  const share = (vanPhu: string, yenBinh: string, more: Partial<ClusterSharesRecorded> = {}) => ({
    clusterId: 'phu-thinh-2',
    shares: [
      { unitId: VAN_PHU, areaHa: vanPhu },
      { unitId: YEN_BINH, areaHa: yenBinh },
    ],
    from: day('2025-07-01'),
    provenance: 'STATED' as const,
    source: 'test',
    ...more,
  });
  const registered = recordOf(PHU_THINH_2.registration);
  const start = () => new TestRegister().add(PHU_THINH_2.registration, PHU_THINH_2.investors);
  const record = (register: TestRegister, ...given: readonly ClusterSharesRecorded[]) => {
    for (const input of given)
      register.record(eventsOf(decideShares(input, registered, register.nextEventId, register)));
    return register;
  };
  const told = (register: TestRegister, on: string, dutyId = INSPECT) => {
    const known = register.on('phu-thinh-2', dutyId, on);
    const explanation = register.assignmentOf(known?.eventId ?? '')?.explanation ?? '';
    return [known?.status, ...(known?.holders.map((h) => h.lead) ?? []), explanation] as const;
  };

  it('who led inspections in Phú Thịnh 2 on 2025-08-15? Both, whatever the shares: the rule begins later', () => {
    const register = record(start(), share('50', '25'));
    expect(told(register, '2025-08-15')).toEqual([
      'JOINT',
      false,
      false,
      expect.stringContaining('no lead is named.'),
    ]);
    expect(told(register, '2026-03-05').slice(0, 3)).toEqual(['JOINT', false, false]);
  });

  it('who leads since 2026-03-06? The commune with the larger share, by QĐ 16/2026 Đ.14(3)', () => {
    const register = record(start(), share('50', '25'));
    const [status, vanPhu, yenBinh, explanation] = told(register, '2026-03-06');
    expect([status, vanPhu, yenBinh]).toEqual(['JOINT', true, false]);
    expect(explanation).toContain('Phường Văn Phú leads');
    expect(explanation).toContain('Đ.14(3)');
    expect(explanation).toContain('inferred');
    expect(register.on('phu-thinh-2', INSPECT, '2026-03-06')?.basis.actId).toBe('nd-139');
    const named = register.assignmentOf(register.on('phu-thinh-2', INSPECT, '2026-03-06')?.eventId ?? '');
    expect(named).toMatchObject({ actId: 'qd-16-2026', restsOn: [expect.stringMatching(/^event-/)] });
  });

  it('no lead is named while the shares are not known, inferred, of one commune only, or equal, and it says so', () => {
    expect(told(start(), '2026-03-06')[3]).toContain('the areas are not known');
    const inferred = record(start(), share('50', '25', { provenance: 'INFERRED' }));
    expect(told(inferred, '2026-03-06')).toEqual(told(start(), '2026-03-06'));
    const one = record(start(), share('50', '25', { shares: [{ unitId: VAN_PHU, areaHa: '50' }] }));
    expect(told(one, '2026-03-06')).toEqual(told(start(), '2026-03-06'));
    const [, vanPhu, yenBinh, explanation] = told(record(start(), share('25', '25.0')), '2026-03-06');
    expect([vanPhu, yenBinh]).toEqual([false, false]);
    expect(explanation).toContain('the largest areas are equal');
  });

  it('other shares from a day on name another lead from that day on, and shares that were wrong are put right', () => {
    const later = record(start(), share('50', '25'), share('25', '50', { from: day('2026-06-01') }));
    expect(told(later, '2026-05-31').slice(1, 3)).toEqual([true, false]);
    expect(told(later, '2026-06-01').slice(1, 3)).toEqual([false, true]);
    const corrected = record(start(), share('50', '25'));
    const again = decideShares(share('25', '50'), registered, corrected.nextEventId, corrected);
    expect(eventsOf(again).map(({ type }) => type)).toEqual([
      'cluster.shares-recorded',
      'responsibility.corrected',
      'responsibility.corrected',
    ]);
  });

  it('a lead named by decision stays, and a duty that the rule does not cover has none', () => {
    const register = start();
    const named = decideNameLead(
      {
        clusterId: 'phu-thinh-2',
        leadOfficeId: `UBND_XA:${YEN_BINH}`,
        dutyIds: [INSPECT],
        from: day('2026-03-06'),
        actId: 'qd-16-2026',
        reason: 'Giao chủ trì.',
      },
      register,
    );
    register.record(eventsOf(named));
    record(register, share('50', '25'));
    expect(told(register, '2026-03-06').slice(1, 3)).toEqual([false, true]);
    expect(told(register, '2026-03-06', MANAGE).slice(1, 3)).toEqual([true, false]);
    const law = { ...lawOver(), leadRules: [{ ...LAO_CAI_LEAD, dutyIds: [MANAGE] }] };
    const narrow = new TestRegister(law).add(PHU_THINH_2.registration, PHU_THINH_2.investors);
    const [, vanPhu, , explanation] = told(record(narrow, share('50', '25')), '2026-03-06');
    expect([vanPhu, explanation]).toEqual([false, expect.stringContaining('no lead is named.')]);
  });
});

describe('H13: a procedure in progress when the districts ended', () => {
  const CAM_THINH_DONG = clusterAt('cam-thinh-dong', 'Cam Thịnh Đông', [inCommunes(['04426@origin'])], {
    status: 'INVESTOR_SELECTION',
  });

  it('did the 25-day limit start anew? No: it runs from its own day, under its own decree', () => {
    const procedure = {
      applicableActId: 'nd-32',
      clock: { startedOn: day('2025-06-20'), limitDays: 25, working: false },
    };
    const [event] = eventsOf(
      decideAdvanceCluster(step('UNDER_APPRAISAL', '2025-06-20', { procedure }), recordOf(PLAIN), FACETS),
    );
    if (event === undefined) throw new Error('nothing decided');
    const record = recordOf(PLAIN, event);
    expect(inFlightAtCutover(record)).toBe(true);
    expect(lifecycleOn(record, day('2025-07-01'))?.step?.procedure).toEqual(procedure);
  });

  it('the selection for Cam Thịnh Đông, begun on 2025-06-17, went on; nobody’s investor by the end of the district', () => {
    const record = recordOf(CAM_THINH_DONG, advanced('INVESTOR_SCORING', '2025-06-17'));
    expect([stateOn(record, '2025-06-30'), stateOn(record, '2025-07-01')]).toEqual([
      'INVESTOR_SCORING',
      'INVESTOR_SCORING',
    ]);
    expect(inFlightAtCutover(record)).toBe(true);
  });

  it('a dossier whose step has no date was in flight, and so was not established', () => {
    const record = recordOf({ ...PLAIN, status: 'UNDER_APPRAISAL' });
    expect(inFlightAtCutover(record)).toBe(true);
    expect(lifecycleOn(record, day('2025-07-01'))).toEqual({ state: 'UNDER_APPRAISAL' });
  });

  it('a dossier opened under the decree before finishes under it', () => {
    const clock = { startedOn: day('2025-06-20'), limitDays: 25, working: false };
    const late = step('UNDER_APPRAISAL', '2027-06-01', { procedure: { applicableActId: 'nd-139', clock } });
    expect(refusalOf(decideAdvanceCluster(late, recordOf(PLAIN), FACETS)).code).toBe('ACT_NOT_IN_FORCE');
    const began = { ...clock, startedOn: day('2027-02-28') };
    const inTime = { ...late, procedure: { applicableActId: 'nd-139', clock: began } };
    expect(eventsOf(decideAdvanceCluster(inTime, recordOf(PLAIN), FACETS))).toHaveLength(1);
  });
});

describe('H13: a dossier that was opened under the decree before', () => {
  const acts = (id: string) => (id === 'nd-68' ? REPLACED : actOf(id));
  const facets = { ...FACETS, acts };
  const record = recordOf(
    PLAIN,
    advanced('DOSSIER_OPEN', '2024-04-15', { procedure: { applicableActId: 'nd-68' } }),
    advanced('DOSSIER_CLOSED', '2024-05-06'),
  );
  const clock = { startedOn: day('2025-06-16'), limitDays: 25, working: false };
  const appraised = (applicableActId: string) =>
    step('UNDER_APPRAISAL', '2025-06-16', { procedure: { applicableActId, clock } });

  it('is appraised under that decree, although the clock of the appraisal began after its end', () => {
    expect(eventsOf(decideAdvanceCluster(appraised('nd-68'), record, facets))).toHaveLength(1);
    expect(refusalOf(decideAdvanceCluster(appraised('nd-32'), record, facets))).toMatchObject({
      code: 'ACT_NOT_IN_FORCE',
      message: expect.stringContaining('2024-04-15'),
    });
  });

  it('carries the decree over the cutover, where no later step states it; each state has its own clock', () => {
    const later = recordOf(
      PLAIN,
      { type: 'cluster.advanced', data: { ...step('DOSSIER_OPEN', '2024-04-15'), ...FROM_68 } },
      advanced('DOSSIER_CLOSED', '2024-05-06'),
      advanced('UNDER_APPRAISAL', '2025-06-16'),
    );
    expect(inFlightAtCutover(later)).toBe(true);
    expect(lifecycleOn(later, day('2025-07-01'))?.step?.procedure).toEqual({ applicableActId: 'nd-68' });
    expect(stepsUntil(later, day('2025-07-01')).map((s) => s.procedure?.applicableActId)).toEqual([
      'nd-68',
      'nd-68',
      'nd-68',
    ]);
  });

  it('is refused at its opening under a decree that is not in force on that day', () => {
    const opening = step('DOSSIER_OPEN', '2024-04-15', { procedure: { applicableActId: 'nd-32' } });
    expect(refusalOf(decideAdvanceCluster(opening, recordOf(PLAIN), facets)).code).toBe('ACT_NOT_IN_FORCE');
  });
});

describe('H15: sources that contradict one another', () => {
  const stated = (claimId: string, value: string, source: string): EventOf<keyof ClaimEvents> => ({
    type: 'claim.recorded',
    data: {
      claimId,
      subjectId: 'thinh-hung',
      field: 'foundingDecisionDate',
      value,
      provenance: 'SECONDARY',
      source,
    },
  });
  const BOTH = [stated('a', '2009-02-05', 'one list'), stated('b', '2009-09-05', 'another')];
  const groups = (...events: readonly EventOf<keyof ClaimEvents>[]) => {
    const state = events.reduce<SubjectClaims | undefined>(evolveClaims, undefined);
    return state === undefined ? [] : claimGroups(state.claims, state.accepted, day('2026-01-01'));
  };

  it('QĐ 106/QĐ-UBND has two dates, and until somebody decides it has no accepted one', () => {
    const [group] = groups(...BOTH);
    expect(group?.claims.map((claim) => claim.value)).toEqual(['2009-02-05', '2009-09-05']);
    expect([group?.conflicting, group?.accepted]).toEqual([true, undefined]);
  });

  it('why this date? For the reason that was given, and the other one is kept', () => {
    const reason = 'The original in the archive bears it.';
    const data = { claimId: 'a', subjectId: 'thinh-hung', reason };
    const [group] = groups(...BOTH, { type: 'claim.accepted', data });
    expect(group?.accepted?.reason).toBe(reason);
    expect(group?.claims).toHaveLength(2);
  });
});

describe('H16: a unit gets another name or another kind', () => {
  const Y_CAN = clusterAt('y-can', 'Y Can', [inCommunes(['04531@origin'])], {
    status: 'ESTABLISHED',
    since: day('2025-05-06'),
  });
  const NEW_TEXT: ClusterAdjusted = {
    clusterId: 'y-can',
    changes: { locationText: 'xã Quy Mông, tỉnh Lào Cai' },
    effectiveOn: day('2026-05-12'),
    actId: 'qd-1637',
    provenance: 'STATED',
    source: 'test',
  };

  it('did its life take a step by that? No: the state before is the state after', () => {
    const record = recordOf(Y_CAN);
    expect(lifecycleOn(record, day('2025-06-30'))).toEqual(lifecycleOn(record, day('2025-07-01')));
    expect(lifecycleOn(record, day('2026-04-29'))).toEqual(lifecycleOn(record, day('2026-04-30')));
  });

  it('the wording of the place stays until a decision of its own adjusts it, which moves nothing', () => {
    const events = eventsOf(decideAdjustCluster(NEW_TEXT, recordOf(Y_CAN), FACETS));
    expect(events.map((event) => event.type)).toEqual(['cluster.adjusted']);
    const record = recordOf(Y_CAN, ...events);
    expect(attributesOn(record, day('2026-05-11')).locationText).toBeUndefined();
    expect(attributesOn(record, day('2026-05-12')).locationText).toBe('xã Quy Mông, tỉnh Lào Cai');
    expect(record.placements).toEqual(Y_CAN.placements);
    expect(stateOn(record, '2026-05-12')).toBe('ESTABLISHED');
  });

  it('no adjustment without its decision', () => {
    expect(
      refusalOf(decideAdjustCluster({ ...NEW_TEXT, actId: 'nowhere' }, recordOf(Y_CAN), FACETS)).code,
    ).toBe('UNKNOWN_ACT');
  });
});

describe('H25: withdrawn from the plan but operating', () => {
  it('the step is recorded, and gives no duty to anybody', () => {
    const place = [inCommunes(['04261@origin', '04249@origin'])];
    const damHong = clusterAt('dam-hong', 'Đầm Hồng', place, { status: 'OPERATING' });
    const withdrawn = step('WITHDRAWN_FROM_PLAN', '2025-12-01', { from: 'OPERATING' });
    const events = eventsOf(decideAdvanceCluster(withdrawn, recordOf(damHong), FACETS));
    expect(events.map((event) => event.type)).toEqual(['cluster.advanced']);
    expect(stateOn(recordOf(damHong, ...events), '2025-12-01')).toBe('WITHDRAWN_FROM_PLAN');
  });
});

describe('H26: a legacy cluster without an establishment decision', () => {
  const DONG_AN = clusterAt('dong-an', 'Đông An', [inCommunes(['04396@origin'])], {
    status: 'LEGACY_UNESTABLISHED',
  });

  it('by what title is it managed? By none of its own: no step and no act, until the deadline', () => {
    expect(lifecycleOn(recordOf(DONG_AN), day('2025-07-01'))).toEqual({ state: 'LEGACY_UNESTABLISHED' });
    expect(LEGACY_DEADLINE).toBe('2026-12-31');
  });

  it('it is established by a decision or leaves the plan, and nothing else', () => {
    const to = (state: 'ESTABLISHED' | 'WITHDRAWN_FROM_PLAN' | 'DOSSIER_OPEN' | 'REVOKED') =>
      decideAdvanceCluster(
        step(state, '2026-06-01', { from: 'LEGACY_UNESTABLISHED', actId: 'yen-bai' }),
        recordOf(DONG_AN),
        FACETS,
      );
    expect([to('ESTABLISHED').ok, to('WITHDRAWN_FROM_PLAN').ok]).toEqual([true, true]);
    expect([refusalOf(to('DOSSIER_OPEN')).code, refusalOf(to('REVOKED')).code]).toEqual([
      'INVALID_STEP',
      'INVALID_STEP',
    ]);
  });

  it('a decision after the deadline is recorded as it happened, and its day says that it was late', () => {
    const late = step('ESTABLISHED', '2027-01-11', { from: 'LEGACY_UNESTABLISHED', actId: 'yen-bai' });
    const events = eventsOf(decideAdvanceCluster(late, recordOf(DONG_AN), FACETS));
    const record = recordOf(DONG_AN, ...events);
    expect(stateOn(record, LEGACY_DEADLINE)).toBe('LEGACY_UNESTABLISHED');
    expect(lifecycleOn(record, day('2027-01-11'))).toMatchObject({
      state: 'ESTABLISHED',
      since: '2027-01-11',
    });
  });

  it('nothing of it can be adjusted before', () => {
    const input: ClusterAdjusted = {
      clusterId: 'dong-an',
      changes: { name: 'Đông An 1' },
      effectiveOn: day('2026-06-01'),
      actId: 'yen-bai',
      provenance: 'STATED',
      source: 'test',
    };
    expect(refusalOf(decideAdjustCluster(input, recordOf(DONG_AN), FACETS)).code).toBe('NOT_APPLICABLE');
  });
});

describe('H27: sibling clusters of almost one name', () => {
  it('which Yên Hợp does QĐ 2201 create? The one whose step names it; its siblings have none', () => {
    const sibling = (id: string) => clusterAt(id, id, [inCommunes(['04426@origin'])]);
    const established = recordOf(
      sibling('yen-hop'),
      advanced('ESTABLISHED', '2024-11-06', { actId: 'yen-bai' }),
    );
    expect(lifecycleOn(established, day('2024-11-06'))?.step?.actId).toBe('yen-bai');
    for (const id of ['yen-hop-1', 'yen-hop-2'])
      expect(lifecycleOn(recordOf(sibling(id)), day('2024-11-06'))).toBeUndefined();
  });
});
