import { describe, expect, it } from '@jest/globals';
import { CN2, DAI_AN, PHO_RANG, YEN_HOP } from '../testing/clusters.js';
import { COUNTRY } from '../testing/country.js';
import { InvestorOffice, phasesOf, TO_XUAN_AI } from '../testing/investors.js';
import { ACTS, day, lawOver, OPERATE } from '../testing/law.js';
import { eventsOf, refusalOf, TestRegister } from '../testing/register.js';
import type { KnownAct } from '../acts/decide-act.js';
import { appointmentsOn } from './current.js';
import { decideAppointInvestor, type AppointInvestor, type EndInvestor } from './decide-appoint.js';
import { appointmentsOf, stageOn } from './record.js';
import { REARRANGEMENTS, type InvestorOutcome } from './stage.js';

const decision = (actId: string, issuer: string, from: string): KnownAct => ({
  actId,
  kind: 'PROVINCIAL_DECISION',
  number: '1/QĐ-UBND',
  issuer,
  inForceFrom: day(from),
  provenance: 'STATED',
  source: 'test',
});
const HANOI = decision('qd-ha-noi', 'UBND thành phố Hà Nội', '2025-08-01');
const DA_NANG = decision('qd-da-nang', 'UBND TP Đà Nẵng', '2025-08-01');
const QUANG_NAM = decision('qd-quang-nam', 'UBND tỉnh Quảng Nam', '2025-05-01');
const RESOLUTION: KnownAct = { ...DA_NANG, actId: 'nq-202', kind: 'RESOLUTION', number: '202/2025/QH15' };

const office = () => {
  const acts = [...ACTS, HANOI, DA_NANG, QUANG_NAM, RESOLUTION];
  const yenHop = { ...YEN_HOP, investors: YEN_HOP.investors.slice(0, 1) };
  const register = [CN2, DAI_AN, PHO_RANG, yenHop].reduce(
    (r, s) => r.add(s.registration, s.investors),
    new TestRegister(lawOver(), acts),
  );
  register.record([phasesOf('dai-an-mo-rong', 'giai-doan-1', 'giai-doan-2')]);
  return new InvestorOffice(register);
};
const appointing = (more: Partial<AppointInvestor> = {}): AppointInvestor => ({
  appointmentId: 'dai-an-mo-rong-investor-2',
  clusterId: 'dai-an-mo-rong',
  kind: 'ENTERPRISE',
  officeId: 'ENTERPRISE:cong-ty-a',
  name: 'Công ty A',
  from: day('2025-09-01'),
  actId: DA_NANG.actId,
  provenance: 'STATED',
  source: 'test',
  ...more,
});
const appoint = (given: InvestorOffice, input: AppointInvestor) =>
  decideAppointInvestor(input, given.register.investors(input.clusterId), given.register);
const holders = (given: InvestorOffice, id: string, on: string) =>
  given.register.on(id, OPERATE, on)?.holders.map((h) => h.officeId);
const current = (given: InvestorOffice, id: string, on: string) =>
  appointmentsOn(appointmentsOf(given.register.investors(id)), day(on)).map((a) => a.appointmentId);
const stage = (given: InvestorOffice, id: string, appointmentId: string, on: string) => {
  const entry = given.register.investors(id)?.entries.find((e) => e.appointmentId === appointmentId);
  return entry === undefined ? undefined : stageOn(entry, day(on), COUNTRY);
};

describe('an appointment', () => {
  it('gives the role and its duties from its day on', () => {
    const given = office().appoint(appointing());
    expect(given.register.on('dai-an-mo-rong', OPERATE, '2025-08-31')?.status).toBe('VACANT');
    expect(given.register.on('dai-an-mo-rong', OPERATE, '2025-09-01')).toMatchObject({
      status: 'HELD',
      holders: [{ officeId: 'ENTERPRISE:cong-ty-a' }],
      manner: 'BY_DECISION',
      basis: { actId: DA_NANG.actId },
    });
    expect(current(given, 'dai-an-mo-rong', '2025-09-01')).toEqual(['dai-an-mo-rong-investor-2']);
    expect(stage(given, 'dai-an-mo-rong', 'dai-an-mo-rong-investor-2', '2025-09-01')).toBe('APPOINTED');
  });

  it('of a joint venture is one', () => {
    const members = [
      { officeId: 'ENTERPRISE:dong-do', name: 'Đông Đô', sharePercent: '60' },
      { officeId: 'ENTERPRISE:so-9', name: 'Số 9' },
    ];
    const joint = appointing({ officeId: 'ENTERPRISE:lien-danh', name: 'Liên danh Đông Đô – Số 9', members });
    const given = office().appoint(joint);
    expect(current(given, 'dai-an-mo-rong', '2025-09-01')).toHaveLength(1);
    expect(holders(given, 'dai-an-mo-rong', '2025-09-01')).toEqual(['ENTERPRISE:lien-danh']);
  });

  it('follows a scored application under the same id', () => {
    const { kind: _k, officeId: _o, name, from: _f, ...of } = appointing();
    const applied = { ...of, applicant: { name: name ?? '' }, reason: 'Nộp hồ sơ.' };
    const given = office().advance({ ...applied, to: 'APPLIED', effectiveOn: day('2025-07-20') });
    expect(refusalOf(appoint(given, appointing()))).toMatchObject({ code: 'ALREADY_EXISTS' });
    const { applicant: _a, ...scored } = applied;
    given.advance({ ...scored, to: 'SCORED', effectiveOn: day('2025-08-10'), score: { total: '50' } });
    given.appoint(appointing());
    expect(stage(given, 'dai-an-mo-rong', applied.appointmentId, '2025-08-31')).toBe('SCORED');
    expect(stage(given, 'dai-an-mo-rong', applied.appointmentId, '2025-09-01')).toBe('APPOINTED');
    given.advance({ ...scored, to: 'ACTIVE', effectiveOn: day('2025-10-01') });
    expect(stage(given, 'dai-an-mo-rong', applied.appointmentId, '2025-10-01')).toBe('ACTIVE');
    given.advance({ ...scored, to: 'CHANGE_PROPOSED', effectiveOn: day('2025-11-01') });
    given.advance({ ...scored, to: 'ACTIVE', effectiveOn: day('2025-12-01') });
    expect(stage(given, 'dai-an-mo-rong', applied.appointmentId, '2025-11-30')).toBe('CHANGE_PROPOSED');
  });

  it('for a phase leaves the other phases alone, and both investors hold the cluster’s duties', () => {
    const given = office()
      .appoint(appointing({ phaseId: 'giai-doan-1' }))
      .appoint(
        appointing({
          appointmentId: 'dai-an-mo-rong-investor-3',
          phaseId: 'giai-doan-2',
          officeId: 'ENTERPRISE:cong-ty-b',
          name: 'Công ty B',
          from: day('2026-01-01'),
        }),
      );
    expect(current(given, 'dai-an-mo-rong', '2026-01-01')).toHaveLength(2);
    expect(holders(given, 'dai-an-mo-rong', '2025-12-31')).toEqual(['ENTERPRISE:cong-ty-a']);
    expect(holders(given, 'dai-an-mo-rong', '2026-01-01')).toEqual([
      'ENTERPRISE:cong-ty-a',
      'ENTERPRISE:cong-ty-b',
    ]);
    expect(given.register.on('dai-an-mo-rong', OPERATE, '2026-01-01')?.status).toBe('JOINT');
  });

  it.each([
    ['where one is current', { from: day('2025-10-01') }],
    ['on the same day as another', {}],
    ['before a later one, whatever it leaves open', { from: day('2025-08-15') }],
    ['for a phase, where one is for the whole cluster', { from: day('2025-10-01'), phaseId: 'giai-doan-1' }],
  ])('is refused %s', (_name, more) => {
    const given = office().appoint(appointing());
    const second = appointing({ appointmentId: 'dai-an-mo-rong-investor-3', ...more });
    expect(refusalOf(appoint(given, second))).toMatchObject({ code: 'OVERLAPPING_INTERVAL', field: 'from' });
  });

  it.each<[string, Partial<AppointInvestor>, string, string]>([
    ['an unknown cluster', { clusterId: 'nowhere' }, 'UNKNOWN_SUBJECT', 'clusterId'],
    ['nobody', { kind: 'NONE' }, 'INVALID_INPUT', 'investor'],
    ['no name', { name: ' ' }, 'INVALID_INPUT', 'investor'],
    ['what no source states', { provenance: 'INFERRED' }, 'EVIDENCE_REQUIRED', 'provenance'],
    [
      'a committee that exists no more',
      { kind: 'COMMITTEE', officeId: 'UBND_XA:20524@origin' },
      'UNKNOWN_OFFICE',
      'investor',
    ],
    [
      'a joint venture of one',
      { members: [{ officeId: 'ENTERPRISE:a', name: 'A' }] },
      'INVALID_INPUT',
      'members',
    ],
    ['a phase that the cluster does not have', { phaseId: 'giai-doan-3' }, 'NOT_APPLICABLE', 'phaseId'],
    ['an unknown act', { actId: 'none' }, 'UNKNOWN_ACT', 'actId'],
    ['an act not in force yet', { from: day('2025-07-15') }, 'ACT_NOT_IN_FORCE', 'actId'],
    ['the decision of another province', { actId: HANOI.actId }, 'NOT_APPLICABLE', 'actId'],
    ['the decision of a province that ended', { actId: QUANG_NAM.actId }, 'NOT_APPLICABLE', 'actId'],
    [
      'an id that is taken',
      { appointmentId: 'dai-an-mo-rong-investor-1' },
      'ALREADY_EXISTS',
      'appointmentId',
    ],
  ])('is refused for %s', (_name, more, code, field) => {
    expect(refusalOf(appoint(office(), appointing(more)))).toMatchObject({ code, field });
  });
});

describe('a change of the investor', () => {
  it('ends the one and begins the other on the same day, in one decision', () => {
    expect(eventsOf(office().tryEnd(TO_XUAN_AI)).map((e) => e.type)).toEqual([
      'investor.ended',
      'investor.appointed',
    ]);
  });

  it.each<[string, Partial<EndInvestor>, string, string]>([
    ['the resolution that changed the boundaries', { actId: RESOLUTION.actId }, 'NOT_APPLICABLE', 'actId'],
    ['the decree', { actId: 'nd-139' }, 'NOT_APPLICABLE', 'actId'],
    ['an unknown act', { actId: 'none' }, 'UNKNOWN_ACT', 'actId'],
    ['an act not in force yet', { effectiveOn: day('2026-05-11') }, 'ACT_NOT_IN_FORCE', 'actId'],
    ['another province’s decision', { actId: DA_NANG.actId }, 'NOT_APPLICABLE', 'actId'],
    ['an end that a public unit does not have', { outcome: 'REPLACED' }, 'INVALID_STEP', 'outcome'],
    ['an end of another kind', { outcome: 'REPLACED_BY_ENTERPRISE' }, 'INVALID_INPUT', 'successor'],
    ['an unknown appointment', { appointmentId: 'none' }, 'UNKNOWN_SUBJECT', 'appointmentId'],
    ['an unknown cluster', { clusterId: 'none' }, 'UNKNOWN_SUBJECT', 'clusterId'],
    ['no reason', { reason: '' }, 'REASON_REQUIRED', 'reason'],
    ['what no source states', { provenance: 'UNVERIFIED' }, 'EVIDENCE_REQUIRED', 'provenance'],
  ])('is refused for %s', (_name, more, code, field) => {
    const input: EndInvestor = { ...TO_XUAN_AI, ...more };
    const { successor } = TO_XUAN_AI;
    const same = { ...successor, from: input.effectiveOn, actId: input.actId ?? '' };
    expect(refusalOf(office().tryEnd({ ...input, successor: same }))).toMatchObject({ code, field });
  });

  it.each<[string, Partial<AppointInvestor>]>([
    ['on another day', { from: day('2026-05-13') }],
    ['by another act', { actId: 'undated' }],
    ['for another phase', { phaseId: 'giai-doan-2' }],
  ])('is refused where the next begins %s', (_name, more) => {
    const successor = { ...TO_XUAN_AI.successor, ...more };
    expect(refusalOf(office().tryEnd({ ...TO_XUAN_AI, successor }))).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'successor',
    });
  });

  it('is refused without an act: nothing else changes an investor', () => {
    const { actId: _, ...without } = TO_XUAN_AI;
    expect(refusalOf(office().tryEnd(without))).toMatchObject({ code: 'INVALID_INPUT', field: 'actId' });
  });

  it('is refused without anybody who follows, unless its cluster loses its investor', () => {
    const { successor: _, ...alone } = TO_XUAN_AI;
    expect(refusalOf(office().tryEnd(alone))).toMatchObject({ code: 'INVALID_INPUT', field: 'successor' });
    const given = office().end({ ...alone, outcome: 'TERMINATED' });
    expect(given.register.on('yen-hop', OPERATE, '2026-05-11')?.status).toBe(
      'CONTINUING_PENDING_REARRANGEMENT',
    );
    expect(given.register.on('yen-hop', OPERATE, '2026-05-12')?.status).toBe('VACANT');
    expect(current(given, 'yen-hop', '2026-05-12')).toEqual([]);
  });

  it('is refused twice', () => {
    const given = office().end(TO_XUAN_AI);
    const again = {
      ...TO_XUAN_AI,
      successor: { ...TO_XUAN_AI.successor, appointmentId: 'yen-hop-investor-3' },
    };
    expect(refusalOf(given.tryEnd(again))).toMatchObject({ code: 'OVERLAPPING_INTERVAL' });
  });

  describe('that named the wrong commune', () => {
    const THO_XUAN = 'UBND_XA:15520@2025-07-01';
    const NEIGHBOUR = 'UBND_XA:04399@2025-07-01';
    const { actId: decided } = TO_XUAN_AI.successor;
    const wrong = { ...TO_XUAN_AI.successor, officeId: NEIGHBOUR, name: 'UBND xã khác' };
    const right = { ...TO_XUAN_AI.successor, appointmentId: 'yen-hop-investor-3' };
    const putRight = {
      appointmentId: wrong.appointmentId,
      outcome: 'REPLACED',
      reason: 'Ghi nhầm xã.',
    } as const;

    it('is refused where it lies in another province', () => {
      const successor = { ...wrong, officeId: THO_XUAN };
      expect(refusalOf(office().tryEnd({ ...TO_XUAN_AI, successor }))).toMatchObject({
        code: 'NOT_APPLICABLE',
        field: 'investor.officeId',
        value: THO_XUAN,
      });
    });

    it('is put right by replacing it on its first day, and its duties with it', () => {
      const given = office().end({ ...TO_XUAN_AI, successor: wrong });
      expect(holders(given, 'yen-hop', '2026-05-12')).toEqual([NEIGHBOUR]);
      given.end({ ...TO_XUAN_AI, ...putRight, successor: right });
      expect(holders(given, 'yen-hop', '2026-05-12')).toEqual([right.officeId]);
      expect(current(given, 'yen-hop', '2026-05-12')).toEqual([right.appointmentId]);
      expect(current(given, 'yen-hop', '2026-05-11')).toEqual(['yen-hop-investor-1']);
    });

    it('is put right in two steps too: an appointment of no day is in nobody’s way', () => {
      const given = office().end({ ...TO_XUAN_AI, successor: wrong });
      const { successor: _, ...alone } = { ...TO_XUAN_AI, ...putRight };
      given.end({ ...alone, outcome: 'TERMINATED' });
      given.appoint({ ...right, actId: decided });
      expect(holders(given, 'yen-hop', '2026-05-12')).toEqual([right.officeId]);
      expect(current(given, 'yen-hop', '2026-05-12')).toEqual([right.appointmentId]);
    });
  });

  const unit = {
    kind: 'PUBLIC_SERVICE_UNIT',
    officeId: 'PUBLIC_SERVICE_UNIT:ban-tinh',
    name: 'Ban tỉnh',
  } as const;
  const company = { kind: 'ENTERPRISE', officeId: 'ENTERPRISE:a', name: 'Công ty A' } as const;
  const WHO: Readonly<Record<(typeof REARRANGEMENTS)[number], Partial<AppointInvestor>>> = {
    TRANSFERRED_TO_COMMUNE: {},
    TRANSFERRED_TO_PROVINCIAL_UNIT: unit,
    MERGED_UNIT: unit,
    DISSOLVED_ASSET_ASSIGNED: unit,
    REPLACED_BY_ENTERPRISE: company,
  };

  it.each(REARRANGEMENTS)('of a public unit ends as %s, and the duties pass that day', (outcome) => {
    const successor = { ...TO_XUAN_AI.successor, ...WHO[outcome] };
    const given = office().end({ ...TO_XUAN_AI, outcome, successor });
    expect(stage(given, 'yen-hop', 'yen-hop-investor-1', '2026-05-11')).toBe(
      'CONTINUING_PENDING_REARRANGEMENT',
    );
    expect(stage(given, 'yen-hop', 'yen-hop-investor-1', '2026-05-12')).toBe(outcome);
    expect(current(given, 'yen-hop', '2026-05-11')).toEqual(['yen-hop-investor-1']);
    expect(current(given, 'yen-hop', '2026-05-12')).toEqual(['yen-hop-investor-2']);
    expect(holders(given, 'yen-hop', '2026-05-12')).toEqual([successor.officeId]);
  });

  it.each<InvestorOutcome>(['REPLACED', 'TERMINATED'])('of an enterprise ends as %s', (outcome) => {
    const end: EndInvestor = {
      appointmentId: 'cn2-soc-son-investor-1',
      clusterId: 'cn2-soc-son',
      effectiveOn: day('2025-09-01'),
      outcome,
      actId: HANOI.actId,
      reason: 'Điều chỉnh chủ đầu tư.',
      provenance: 'STATED',
      source: 'test',
    };
    const successor = appointing({
      ...company,
      appointmentId: 'cn2-soc-son-investor-2',
      clusterId: 'cn2-soc-son',
      actId: HANOI.actId,
    });
    const given = office().end(outcome === 'REPLACED' ? { ...end, successor } : end);
    expect(holders(given, 'cn2-soc-son', '2025-08-31')).toEqual(['ENTERPRISE:asgi']);
    expect(holders(given, 'cn2-soc-son', '2025-09-01')).toEqual(
      outcome === 'REPLACED' ? [company.officeId] : [],
    );
  });
});
