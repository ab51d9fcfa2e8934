import { describe, expect, it } from '@jest/globals';
import type { EventOf } from '../events/catalogue.js';
import { YEN_HOP } from '../testing/clusters.js';
import { InvestorOffice, TO_XUAN_AI } from '../testing/investors.js';
import { CONTINUES, day, OPERATE } from '../testing/law.js';
import { eventsOf, refusalOf, TestRegister } from '../testing/register.js';
import { decideCorrectInvestor, type CorrectInvestor } from './decide-correct.js';
import { appointmentsOf } from './record.js';

const UNIT = 'PUBLIC_SERVICE_UNIT:ban-qlda-dtxd-khu-vuc-tran-yen';
const DAYS = ['2025-06-30', '2025-07-01', '2026-05-11', '2026-05-12', '2026-06-01', '2030-01-01'];

/** Yên Hợp before the decision of 2026-05-12, and after it was recorded. */
const before = () =>
  new InvestorOffice(new TestRegister().add(YEN_HOP.registration, YEN_HOP.investors.slice(0, 1)));
const after = () => before().end(TO_XUAN_AI);
const entry = (office: InvestorOffice, appointmentId: string) =>
  office.register.investors('yen-hop')?.entries.find((e) => e.appointmentId === appointmentId);
const endOf = (office: InvestorOffice) => entry(office, 'yen-hop-investor-1')?.ended?.eventId ?? '';
const correction = (corrects: string, more: Partial<CorrectInvestor> = {}): CorrectInvestor => ({
  clusterId: 'yen-hop',
  corrects,
  actId: 'qd-1637',
  reason: 'Ghi nhầm ngày.',
  provenance: 'STATED',
  source: 'test',
  ...more,
});
const decide = (office: InvestorOffice, input: CorrectInvestor) =>
  decideCorrectInvestor(input, office.register.investors('yen-hop'), office.register);
const answers = (office: InvestorOffice) =>
  DAYS.flatMap((on) =>
    [OPERATE, CONTINUES].map((dutyId) => {
      const { status, holders } = office.register.on('yen-hop', dutyId, on) ?? {};
      return { on, dutyId, status, holders };
    }),
  );

describe('the correction of an investor', () => {
  it('takes an end and who followed by it back together, with the duties as they were', () => {
    const office = after();
    const events = office.correct(correction(endOf(office)), '2026-05-12', 'qd-1637');
    expect(events.slice(0, 2).map(({ type, data }) => ({ type, ...(data as object) }))).toMatchObject([
      { type: 'investor.corrected', appointmentId: 'yen-hop-investor-1' },
      { type: 'investor.corrected', appointmentId: 'yen-hop-investor-2' },
    ]);
    expect(appointmentsOf(office.register.investors('yen-hop'))).toEqual(
      appointmentsOf(before().register.investors('yen-hop')),
    );
    expect(answers(office)).toEqual(answers(before()));
  });

  it('names each answer that was wrong, and leaves the days before alone', () => {
    const office = after();
    const wrong = office.register.on('yen-hop', OPERATE, '2026-06-01');
    const events = office.correct(correction(endOf(office)), '2026-05-12', 'qd-1637');
    const corrected = events.filter(
      (e): e is EventOf<'responsibility.corrected'> => e.type === 'responsibility.corrected',
    );
    expect(corrected.find(({ data }) => data.dutyId === OPERATE)?.data).toMatchObject({
      corrects: wrong?.eventId,
      from: '2026-05-12',
      status: 'CONTINUING_PENDING_REARRANGEMENT',
      holders: [{ officeId: UNIT, lead: false }],
      actId: 'qd-1637',
      reason: 'Ghi nhầm ngày.',
    });
    expect(corrected.every(({ data }) => data.from >= '2026-05-12')).toBe(true);
  });

  it('leaves room for what was right: another day, as if it had been recorded so at once', () => {
    const late = { ...TO_XUAN_AI, effectiveOn: day('2026-06-01') };
    const right = { ...late, successor: { ...TO_XUAN_AI.successor, from: day('2026-06-01') } };
    const office = after();
    office.correct(correction(endOf(office)), '2026-05-12', 'qd-1637');
    office.end(right);
    expect(answers(office)).toEqual(answers(before().end(right)));
  });

  it('takes back a step, which changed nobody’s duties', () => {
    const step = {
      appointmentId: 'yen-hop-investor-2',
      clusterId: 'yen-hop',
      to: 'ACTIVE',
      effectiveOn: day('2026-07-01'),
      reason: 'Đã hoạt động.',
      provenance: 'STATED',
      source: 'test',
    } as const;
    const office = after().advance(step);
    const id = entry(office, 'yen-hop-investor-2')?.steps[0]?.eventId ?? '';
    expect(refusalOf(decide(office, correction(endOf(office))))).toMatchObject({ code: 'NOT_APPLICABLE' });
    office.register.record(eventsOf(decide(office, correction(id))));
    expect(office.register.investors('yen-hop')).toEqual(after().register.investors('yen-hop'));
  });

  it('takes back an appointment that nobody followed by', () => {
    const office = new InvestorOffice(new TestRegister().add(YEN_HOP.registration));
    const none = answers(office);
    office.appoint(TO_XUAN_AI.successor);
    const id = entry(office, 'yen-hop-investor-2')?.appointedBy ?? '';
    office.correct(correction(id), '2026-05-12', 'qd-1637');
    expect(office.register.investors('yen-hop')?.entries).toEqual([]);
    const holders = (all: typeof none) => all.map((a) => a.holders ?? []);
    expect(holders(answers(office))).toEqual(holders(none));
  });

  it.each<[string, (office: InvestorOffice) => Partial<CorrectInvestor>, string, string]>([
    ['of no cluster', () => ({ clusterId: 'x' }), 'UNKNOWN_SUBJECT', 'clusterId'],
    ['without a reason', () => ({ reason: ' ' }), 'REASON_REQUIRED', 'reason'],
    ['that nobody states', () => ({ provenance: 'INFERRED' }), 'EVIDENCE_REQUIRED', 'provenance'],
    ['by no act', () => ({ actId: 'x' }), 'UNKNOWN_ACT', 'actId'],
    ['of no event', () => ({ corrects: 'x' }), 'UNKNOWN_EVENT', 'corrects'],
    [
      'of who followed alone',
      (office) => ({ corrects: entry(office, 'yen-hop-investor-2')?.appointedBy ?? '' }),
      'NOT_APPLICABLE',
      'corrects',
    ],
    [
      'of what an end came after',
      (office) => ({ corrects: entry(office, 'yen-hop-investor-1')?.appointedBy ?? '' }),
      'NOT_APPLICABLE',
      'corrects',
    ],
  ])('%s is refused', (_name, more, code, field) => {
    const office = after();
    expect(refusalOf(decide(office, correction(endOf(office), more(office))))).toMatchObject({ code, field });
  });

  it('of an end is refused where somebody else has the phase since', () => {
    const { successor, ...end } = TO_XUAN_AI;
    const office = before().end({ ...end, outcome: 'TERMINATED' });
    office.appoint({ ...successor, from: day('2026-07-01') });
    expect(refusalOf(decide(office, correction(endOf(office))))).toMatchObject({
      code: 'OVERLAPPING_INTERVAL',
      field: 'corrects',
      value: endOf(office),
    });
  });

  it('is made once', () => {
    const office = after();
    const input = correction(endOf(office));
    office.correct(input, '2026-05-12', 'qd-1637');
    expect(refusalOf(decide(office, input))).toMatchObject({ code: 'UNKNOWN_EVENT' });
  });
});
