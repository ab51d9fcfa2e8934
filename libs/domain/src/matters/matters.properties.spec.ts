import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { REFORM } from '../testing/country.js';
import { day } from '../testing/law.js';
import {
  CHAIRMAN_HANOI,
  CHAIRMAN_LAO_CAI,
  DONG_CUONG,
  matterLaw,
  matterOf,
  matterRegister,
  placedIn,
  recordOf,
  SOC_SON,
  THO_XUAN,
  VAN_YEN,
  withoutOffice,
  XUAN_HOA,
} from '../testing/matters.js';
import type { Decision } from '../refusals/refusal.js';
import { addDays } from '../time/calendar-days.js';
import { contains } from '../time/interval.js';
import type { LocalDate } from '../time/local-date.js';
import type { WorkingCalendar } from '../time/working-days.js';
import { deadlineOn } from './deadline.js';
import {
  decideAcceptMatter,
  decideAdvanceMatter,
  decideCloseMatter,
  decideCoordinateMatter,
  decideTakeOverMatter,
} from './decide-step.js';
import { evolveMatter, stepsInOrder, type Matter, type MatterStep, type MatterStepType } from './evolve.js';
import { MATTER_STEPS } from './stages.js';
import { matterTimeline, standingOn } from './standing.js';
import { tasksOfMatter } from './tasks.js';

const LAW = matterLaw();
const REGISTER = matterRegister(LAW);
const FIRST = day('2025-06-10');
const DAYS = Array.from({ length: 93 }, (_, n) => addDays(FIRST, n));
const CALENDAR: WorkingCalendar = { kindOf: () => undefined, isComplete: () => true, unsettled: [] };
const STRANGERS = [XUAN_HOA, DONG_CUONG, VAN_YEN, CHAIRMAN_LAO_CAI, CHAIRMAN_HANOI];
const APART = [placedIn(['04426@origin'], { of: 'APPLICANT' }), placedIn(['04396@origin'])];
const CLOCK = { days: 25, working: false, startedOn: FIRST } as const;
const RECORDS = [
  recordOf({ clock: CLOCK }),
  recordOf({ officeId: VAN_YEN, places: APART, clock: CLOCK }),
  recordOf({ officeId: SOC_SON, places: [placedIn(['00427@origin'])], clock: CLOCK }),
  withoutOffice({ clock: CLOCK }),
];
const TYPES: readonly MatterStepType[] = [
  'matter.taken-over',
  'matter.coordinated',
  'matter.accepted',
  'matter.advanced',
  'matter.closed',
];

interface Attempt {
  readonly type: MatterStepType;
  readonly on: LocalDate;
  readonly office: string;
  readonly chairman: string;
}
/** One in some is tried by an office whose turn it is not. */
interface Wish {
  readonly type: MatterStepType;
  readonly week: number;
  readonly stranger: string | undefined;
}
const wishes = fc.array(
  fc.record<Wish>({
    type: fc.constantFrom(...TYPES),
    week: fc.nat({ max: 12 }),
    stranger: fc.option(fc.constantFrom(...STRANGERS), { nil: undefined, freq: 4 }),
  }),
  { maxLength: 20 },
);

function attemptOf({ type, week, stranger }: Wish, matter: Matter): Attempt {
  const on = addDays(FIRST, 7 * week);
  const { officeId, candidates, coordinators } = standingOn(matter, stepsInOrder(matter), on, LAW);
  const office = stranger ?? officeId ?? candidates[0] ?? THO_XUAN;
  return { type, on, office, chairman: stranger ?? coordinators[0] ?? CHAIRMAN_HANOI };
}

function decide({ type, on, office, chairman }: Attempt, matter: Matter): Decision<MatterStep> {
  const fact = {
    matterId: 'dossier',
    effectiveOn: on,
    provenance: 'STATED',
    source: 'test',
  } as const;
  switch (type) {
    case 'matter.taken-over':
      return decideTakeOverMatter(
        { ...fact, officeId: office, actId: 'undated' },
        matter,
        { office, operator: false, today: day('2030-12-31') },
        REGISTER,
      );
    case 'matter.coordinated': {
      const decided = { ...fact, officeId: office, actId: 'undated', reason: 'x' };
      return decideCoordinateMatter(decided, matter, chairman, REGISTER);
    }
    case 'matter.accepted':
      return decideAcceptMatter(fact, matter, office, REGISTER);
    case 'matter.advanced':
      return decideAdvanceMatter({ ...fact, step: 'x' }, matter, office, REGISTER);
    case 'matter.closed':
      return decideCloseMatter({ ...fact, outcome: 'DECIDED', reason: 'x' }, matter, office, REGISTER);
  }
}

/** Whatever the deciders let through, in the order in which it was tried. */
function played(record: (typeof RECORDS)[number], tried: readonly Wish[]): Matter {
  return tried.reduce<Matter>((matter, wish) => {
    const decision = decide(attemptOf(wish, matter), matter);
    const [event] = decision.ok ? decision.events : [];
    return (event && evolveMatter(matter, event)) ?? matter;
  }, matterOf(record));
}

const histories = fc
  .tuple(fc.constantFrom(...RECORDS), wishes)
  .map(([record, tried]) => played(record, tried));

describe('any history of a matter that the deciders let through', () => {
  it('is one line of turns without gap, each as the day by itself says', () => {
    fc.assert(
      fc.property(histories, (matter) => {
        const timeline = matterTimeline(matter, LAW);
        expect(timeline[0]?.from).toBe(FIRST);
        expect(timeline.at(-1)).not.toHaveProperty('to');
        expect(timeline.slice(1).map(({ from }) => from)).toEqual(timeline.slice(0, -1).map(({ to }) => to));
        const differ = DAYS.filter((on) => {
          const said = timeline.find((turn) => contains(turn, on));
          const alone = standingOn(matter, stepsInOrder(matter), on, LAW);
          return said?.stage !== alone.stage || said.officeId !== alone.officeId;
        });
        expect(differ).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it('has at every step what the table allows in the stage before it, by the office whose turn it was', () => {
    fc.assert(
      fc.property(histories, (matter) => {
        const steps = stepsInOrder(matter);
        for (const [i, { type, data }] of steps.entries()) {
          const before = standingOn(matter, steps.slice(0, i), data.effectiveOn, LAW);
          expect(MATTER_STEPS[before.stage]).toContain(type);
          if (type !== 'matter.coordinated') expect(data.officeId).toBe(before.officeId);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('always waits for somebody until it is closed, for one office at a time, under ids of their own', () => {
    fc.assert(
      fc.property(histories, (matter) => {
        const tasks = tasksOfMatter(matter, LAW);
        expect(new Set(tasks.map(({ taskId }) => taskId)).size).toBe(tasks.length);
        const timeline = matterTimeline(matter, LAW);
        const wrong = DAYS.filter((on) => on >= REFORM).filter((on) => {
          const open = tasks.filter(({ since, until }) => since <= on && (until === undefined || on < until));
          const single = open.filter(({ kind }) => kind !== 'MATTER_COORDINATE');
          const closed = timeline.find((turn) => contains(turn, on))?.stage === 'CLOSED';
          return open.length > 0 === closed || single.length > 1;
        });
        expect(wrong).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('keeps its deadline, because no step here touches the clock', () => {
    fc.assert(
      fc.property(histories, fc.nat({ max: 92 }), (matter, n) => {
        expect(deadlineOn(matter, addDays(FIRST, n), CALENDAR)?.dueOn).toBe('2025-07-05');
      }),
      { numRuns: 60 },
    );
  });

  it('reaches every stage', () => {
    const seen = new Set(
      fc
        .sample(histories, { numRuns: 200, seed: 7 })
        .flatMap((m) => matterTimeline(m, LAW).map(({ stage }) => stage)),
    );
    expect([...seen].sort()).toEqual(Object.keys(MATTER_STEPS).sort());
  });
});
