import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ClusterRegistration, Placement } from '../clusters/cluster.js';
import { byLaw, decideRegisterCluster, factsOf } from '../decisions/register-cluster.js';
import { planTransitions } from '../decisions/run-transition.js';
import type { DutyRule } from '../duties/duty.js';
import type { InvestorAppointment } from '../investors/investor.js';
import { contains } from '../time/interval.js';
import { localDateAt, type LocalDate } from '../time/local-date.js';
import { COUNTRY, UNITS } from '../testing/country.js';
import { DECREE_32, day, DUTIES, lawOver } from '../testing/law.js';
import { clusterAt, eventsOf, inCommunes, investorOf, TestRegister } from '../testing/register.js';
import type { Assignment } from './assignment.js';
import { holderByLaw } from './holder-by-law.js';
import { lawTimeline } from './law-timeline.js';

const LAW = lawOver();
const DAY_MS = 86_400_000;
const FIRST = Date.parse('2024-01-01T00:00:00Z');
const days = fc
  .integer({ min: 0, max: 4 * 365 })
  .map((n): LocalDate => localDateAt(new Date(FIRST + n * DAY_MS)));

const unitIds = (level: string) => UNITS.filter((u) => u.level === level).map((u) => u.id);
const places: fc.Arbitrary<Placement> = fc
  .record({
    precision: fc.constantFrom('COMMUNE', 'COMMUNE', 'DISTRICT', 'PROVINCE'),
    picks: fc.array(fc.nat(), { minLength: 1, maxLength: 2 }),
    complete: fc.boolean(),
    provenance: fc.constantFrom('STATED', 'STATED', 'COMPUTED', 'INFERRED'),
  })
  .map(({ precision, picks, complete, provenance }) => {
    const from = unitIds(precision);
    const ids = [...new Set(picks.map((n) => from[n % from.length] ?? ''))];
    return inCommunes(ids, { precision, complete, provenance });
  });

/** A second place from a later day on, in a unit that exists then. */
const placements: fc.Arbitrary<readonly Placement[]> = fc
  .record({ first: places, second: fc.option(places, { nil: undefined }), from: days })
  .map(({ first, second, from }) => {
    const exists = second?.unitIds.every((id) => COUNTRY.unitOn(id, from) !== undefined) ?? false;
    return second === undefined || !exists ? [first] : [first, { ...second, from }];
  });

const PARENT = '15.huyen-tran-yen@origin';
const appointments: fc.Arbitrary<readonly InvestorAppointment[]> = fc
  .array(
    fc.record({
      from: days,
      is: fc.constantFrom<Pick<InvestorAppointment, 'kind'> & Partial<InvestorAppointment>>(
        { kind: 'NONE' },
        { kind: 'UNKNOWN' },
        { kind: 'ENTERPRISE', officeId: 'ENTERPRISE:asgi', name: 'ASGI' },
        {
          kind: 'PUBLIC_SERVICE_UNIT',
          officeId: 'PUBLIC_SERVICE_UNIT:ban-qlda',
          name: 'Ban QLDA',
          parentUnitId: PARENT,
        },
        { kind: 'COMMITTEE', officeId: 'UBND_XA:04441@2025-07-01', name: 'UBND xã Xuân Ái' },
        { kind: 'COMMITTEE', officeId: `UBND_HUYEN:${PARENT}`, name: 'UBND huyện Trấn Yên' },
      ),
    }),
    { maxLength: 3 },
  )
  .map((list) => {
    const sorted = [...new Map(list.map((a) => [a.from, a])).values()].sort((a, b) =>
      a.from < b.from ? -1 : 1,
    );
    return sorted.map(({ from, is }, i) =>
      investorOf('c', { ...is, appointmentId: `c-${i}`, ...(i === 0 ? {} : { from }) }),
    );
  });

interface Case {
  readonly registration: ClusterRegistration;
  readonly investors: readonly InvestorAppointment[];
}
const cases: fc.Arbitrary<Case> = fc
  .record({ placements, investors: appointments, since: fc.option(days, { nil: undefined }) })
  .map(({ placements, investors, since }) => ({
    registration: clusterAt('c', 'Cluster', placements, since === undefined ? {} : { since }),
    investors,
  }));
const factsFor = ({ registration, investors }: Case) => factsOf(registration, investors);

/** The rules of the mini law all have a first day. */
const interval = (rule: DutyRule) => ({ ...rule, from: rule.from ?? day(DECREE_32) });

describe('the timeline of the law, over random places, starts and investors', () => {
  it('never overlaps, and follows on itself without a gap under each rule', () => {
    fc.assert(
      fc.property(cases, (c) => {
        for (const duty of DUTIES) {
          const line = lawTimeline(factsFor(c), duty, LAW).map((s) => s.assignment);
          line.forEach((a, i) => {
            expect(a.to === undefined || a.from < a.to).toBe(true);
            const next = line[i + 1];
            if (next !== undefined) expect(a.to !== undefined && a.to <= next.from).toBe(true);
          });
          if (duty.rules.some((r) => r.holderLevel === 'CHU_DAU_TU')) continue;
          for (const rule of duty.rules.map(interval)) {
            const within = line.filter((a) => contains(rule, a.from));
            const start = c.registration.since ?? day(DECREE_32);
            if (rule.to !== undefined && rule.to <= start) {
              expect(within).toEqual([]);
              continue;
            }
            expect(within[0]?.from).toBe(start < rule.from ? rule.from : start);
            within.slice(1).forEach((a, i) => expect(within[i]?.to).toBe(a.from));
            expect(within.at(-1)?.to).toBe(rule.to);
          }
        }
      }),
    );
  });

  it('says on every day what the law says when asked about that day alone', () => {
    fc.assert(
      fc.property(cases, days, (c, on) => {
        for (const duty of DUTIES) {
          const said = lawTimeline(factsFor(c), duty, LAW).find((s) =>
            contains(s.assignment, on),
          )?.assignment;
          const rule = duty.rules.map(interval).find((r) => contains(r, on));
          const began = c.registration.since === undefined || c.registration.since <= on;
          const asked =
            rule === undefined || !began ? undefined : holderByLaw(factsFor(c), duty, rule, on, LAW).answer;
          const essence = (a: Pick<Assignment, 'status' | 'holders' | 'candidates' | 'basis'> | undefined) =>
            a === undefined ? undefined : [a.status, a.holders, a.candidates, a.basis];
          expect(essence(said)).toEqual(essence(asked));
        }
      }),
    );
  });

  it('never names an office of a unit that does not exist', () => {
    fc.assert(
      fc.property(cases, days, (c, on) => {
        const register = new TestRegister();
        for (const { assignment: a } of byLaw(factsFor(c), LAW)) {
          if (!contains(a, on)) continue;
          const named = [...a.holders.map((h) => h.officeId), ...a.candidates];
          for (const id of named) expect([id, on, register.officeExists(id, on)]).toEqual([id, on, true]);
        }
      }),
    );
  });

  it('holds what it holds: one holder is HELD, several are JOINT, candidates only where it is undetermined', () => {
    fc.assert(
      fc.property(cases, (c) => {
        for (const { assignment: a } of byLaw(factsFor(c), LAW)) {
          if (a.status === 'HELD') expect(a.holders).toHaveLength(1);
          if (a.status === 'JOINT') expect(a.holders.length).toBeGreaterThan(1);
          if (a.status === 'UNDETERMINED' || a.status === 'VACANT') expect(a.holders).toEqual([]);
          if (a.candidates.length > 0) expect(a.status).toBe('UNDETERMINED');
          expect(a.explanation).toMatch(/^[A-ZĐ].*\.$/s);
        }
      }),
    );
  });
});

describe('registration and transitions together', () => {
  const key = (a: Assignment) => `${a.dutyId} ${a.from} ${a.to ?? ''} ${a.status}`;

  it('record every interval of the timeline exactly once, each transition at most once for a duty', () => {
    fc.assert(
      fc.property(cases, (c) => {
        const facts = factsFor(c);
        const assigned = eventsOf(
          decideRegisterCluster(c.registration, c.investors, new TestRegister()),
        ).flatMap((e) => (e.type === 'responsibility.assigned' ? [key(e.data)] : []));
        const steps = planTransitions(facts, LAW);
        const passed = steps.flatMap((s) => s.events.map((e) => key(e.data)));
        expect([...assigned, ...passed].sort()).toEqual(
          byLaw(facts, LAW)
            .map((s) => key(s.assignment))
            .sort(),
        );
        for (const step of steps) {
          const duties = step.events.map((e) => e.data.dutyId);
          expect(new Set(duties).size).toBe(duties.length);
          expect(step.events.every((e) => COUNTRY.lifetime(step.dissolvedUnitId)?.to === e.data.from)).toBe(
            true,
          );
        }
      }),
    );
  });

  it('leave in the register what the law says, also when they run again', () => {
    fc.assert(
      fc.property(cases, days, (c, on) => {
        const register = new TestRegister().add(c.registration, c.investors);
        register.runTransitions('c');
        for (const duty of DUTIES) {
          const law = lawTimeline(factsFor(c), duty, LAW).find((s) => contains(s.assignment, on))?.assignment;
          const known = register.on('c', duty.dutyId, on);
          expect([known?.status, known?.holders]).toEqual([law?.status, law?.holders]);
        }
      }),
    );
  });
});
