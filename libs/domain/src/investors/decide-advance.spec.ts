import { describe, expect, it } from '@jest/globals';
import { DAI_AN, PHO_RANG, YEN_HOP } from '../testing/clusters.js';
import { InvestorOffice } from '../testing/investors.js';
import { COUNTRY } from '../testing/country.js';
import { day } from '../testing/law.js';
import { eventsOf, refusalOf, TestRegister } from '../testing/register.js';
import { decideAdvanceInvestor, type AdvanceInvestor } from './decide-advance.js';
import { stageOn } from './record.js';

const ID = 'dai-an-mo-rong-investor-2';
const APPLIED: AdvanceInvestor = {
  appointmentId: ID,
  clusterId: 'dai-an-mo-rong',
  to: 'APPLIED',
  effectiveOn: day('2025-07-09'),
  applicant: { name: 'Công ty A' },
  reason: 'Nộp hồ sơ.',
  provenance: 'STATED',
  source: 'test',
};
const step = (
  to: AdvanceInvestor['to'],
  on: string,
  more: Partial<AdvanceInvestor> = {},
): AdvanceInvestor => {
  const { applicant: _, ...rest } = APPLIED;
  return { ...rest, to, effectiveOn: day(on), ...more };
};
const SCORED = step('SCORED', '2025-08-01', { score: { total: '72.5', parts: ['12', '10.5', '20', '30'] } });

const office = () => {
  const register = [DAI_AN, PHO_RANG, YEN_HOP].reduce(
    (r, s) => r.add(s.registration, s.investors),
    new TestRegister(),
  );
  return new InvestorOffice(register);
};
const decide = (given: InvestorOffice, input: AdvanceInvestor) =>
  decideAdvanceInvestor(input, given.register.investors(input.clusterId), given.register);
const stage = (given: InvestorOffice, on: string, id = ID) => {
  const entry = given.register.investors('dai-an-mo-rong')?.entries.find((e) => e.appointmentId === id);
  return entry === undefined ? undefined : stageOn(entry, day(on), COUNTRY);
};

describe('an application', () => {
  it('begins with who applied, as far as the source names it', () => {
    const [applied] = eventsOf(decide(office(), APPLIED));
    expect(applied).toEqual({ type: 'investor.advanced', data: APPLIED });
    const { applicant: _, ...unnamed } = APPLIED;
    expect(eventsOf(decide(office(), unnamed))).toHaveLength(1);
  });

  it('is scored, says where it came from, and on each day stands where it stood', () => {
    const given = office().advance(APPLIED);
    expect(eventsOf(decide(given, SCORED))[0]?.data).toMatchObject({ from: 'APPLIED', to: 'SCORED' });
    given.advance(SCORED);
    expect([stage(given, '2025-07-08'), stage(given, '2025-07-09'), stage(given, '2025-08-01')]).toEqual([
      undefined,
      'APPLIED',
      'SCORED',
    ]);
  });

  it('leaves everybody’s duties and the appointments as they are', () => {
    const given = office();
    const before = given.register.cluster('dai-an-mo-rong');
    given.advance(APPLIED).advance(SCORED);
    expect(given.register.cluster('dai-an-mo-rong')).toEqual(before);
  });

  it('needs at least 50 of 100 points', () => {
    const given = office().advance(APPLIED);
    const scored = (total: string, parts?: readonly string[]) =>
      decide(given, { ...SCORED, score: parts === undefined ? { total } : { total, parts } });
    expect(eventsOf(scored('50'))).toHaveLength(1);
    expect(eventsOf(scored('100', ['15', '15', '30', '40']))).toHaveLength(1);
    expect(refusalOf(scored('49.99'))).toMatchObject({
      code: 'NOT_APPLICABLE',
      field: 'score',
      value: '49.99',
      remedy: expect.stringContaining('NOT_SELECTED'),
    });
  });

  it.each([
    ['more than 100 points', { total: '100.01' }],
    ['no number', { total: 'sixty' }],
    ['three criteria', { total: '60', parts: ['15', '15', '30'] }],
    ['a criterion over its most', { total: '60', parts: ['15.5', '14.5', '15', '15'] }],
    ['criteria that do not add up', { total: '60', parts: ['15', '15', '15', '14'] }],
  ])('is not scored with %s', (_name, score) => {
    expect(refusalOf(decide(office().advance(APPLIED), { ...SCORED, score }))).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'score',
    });
  });

  it('is not scored without points, and points come with no other step', () => {
    const given = office().advance(APPLIED);
    const { score, ...without } = SCORED;
    expect(refusalOf(decide(given, without))).toMatchObject({ code: 'INVALID_INPUT', field: 'score' });
    expect(refusalOf(decide(office(), { ...APPLIED, score: score ?? { total: '60' } }))).toMatchObject({
      field: 'score',
    });
  });

  it.each([
    ['a joint venture of one', [{ sharePercent: '100' }]],
    ['shares of more than the whole', [{ sharePercent: '5' }, { sharePercent: '95.01' }]],
    ['a share that is no number', [{ sharePercent: 'half' }, {}]],
  ])('is not one of %s', (_name, members) => {
    expect(refusalOf(decide(office(), { ...APPLIED, applicant: { members } }))).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'applicant.members',
    });
  });
});

describe('a step of an appointment', () => {
  const given = () =>
    office()
      .advance(APPLIED)
      .advance(SCORED)
      .end({ ...step('SCORED', '2025-08-02'), outcome: 'NOT_SELECTED' } as never);

  it.each([
    ['APPLIED', 'ACTIVE'],
    ['APPLIED', 'CHANGE_PROPOSED'],
    ['APPLIED', 'APPOINTED'],
    ['SCORED', 'APPOINTED'],
  ] as const)('from %s to %s is refused', (at, to) => {
    const before = at === 'APPLIED' ? office().advance(APPLIED) : office().advance(APPLIED).advance(SCORED);
    expect(refusalOf(decide(before, step(to, '2025-08-03')))).toMatchObject({
      code: 'INVALID_STEP',
      field: 'to',
      message: expect.stringContaining(at),
    });
  });

  it('is refused after the end', () => {
    expect(stage(given(), '2025-08-02')).toBe('NOT_SELECTED');
    expect(
      refusalOf(decide(given(), step('SCORED', '2025-08-03', { score: { total: '60' } }))),
    ).toMatchObject({
      code: 'INVALID_STEP',
    });
  });

  it('is refused before a later one', () => {
    const before = office().advance(APPLIED).advance(SCORED);
    expect(refusalOf(decide(before, { ...SCORED, effectiveOn: day('2025-07-20') }))).toMatchObject({
      code: 'OVERLAPPING_INTERVAL',
      field: 'effectiveOn',
    });
  });

  it('is refused where nobody is named', () => {
    const nobody = { ...step('ACTIVE', '2025-08-01'), appointmentId: 'dai-an-mo-rong-investor-1' };
    expect(refusalOf(decide(office(), nobody))).toMatchObject({ code: 'INVALID_STEP' });
  });

  it.each([
    ['an unknown cluster', { ...APPLIED, clusterId: 'nowhere' }, 'UNKNOWN_SUBJECT', 'clusterId'],
    ['an unknown appointment', step('ACTIVE', '2025-08-01'), 'UNKNOWN_SUBJECT', 'appointmentId'],
    ['no reason', { ...APPLIED, reason: ' ' }, 'REASON_REQUIRED', 'reason'],
    ['an unknown act', { ...APPLIED, actId: 'none' }, 'UNKNOWN_ACT', 'actId'],
    [
      'an id that is taken',
      { ...APPLIED, appointmentId: 'dai-an-mo-rong-investor-1' },
      'ALREADY_EXISTS',
      'appointmentId',
    ],
  ])('is refused for %s', (_name, input, code, field) => {
    expect(refusalOf(decide(office(), input))).toMatchObject({ code, field });
  });

  it('says who applies and for which phase only where it begins', () => {
    const before = office().advance(APPLIED);
    const again = { ...SCORED, applicant: { name: 'Công ty B' } };
    expect(refusalOf(decide(before, again))).toMatchObject({ code: 'INVALID_INPUT', field: 'applicant' });
    expect(refusalOf(decide(before, { ...SCORED, phaseId: 'giai-doan-2' }))).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'phaseId',
    });
  });
});
