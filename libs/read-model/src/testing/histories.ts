import fc from 'fast-check';
import type { RecordedEnvelope } from '#application';
import type { LocalDate } from '#domain';
import { day, LogBuilder } from './events.js';
import { act, assigned, corrected, reassigned } from './facts.js';

/** A calendar of 40 days, so that random intervals often meet. */
export const CALENDAR: readonly LocalDate[] = Array.from({ length: 40 }, (_, i) =>
  day(new Date(Date.UTC(2025, 5, 1 + i)).toISOString().slice(0, 10)),
);
export const SUBJECTS = ['c1', 'c2'] as const;
export const DUTIES = ['d1', 'd2'] as const;
const ACTS = ['a1', 'a2', 'a3'] as const;

type Step =
  | {
      readonly kind: 'assign';
      readonly subject: string;
      readonly duty: string;
      readonly actId: string;
      readonly from: number;
      readonly length: number | undefined;
      readonly holder: number;
    }
  | { readonly kind: 'end' | 'extend'; readonly actId: string; readonly on: number };

const dayIndex = fc.integer({ min: 2, max: 38 });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('assign' as const),
      subject: fc.constantFrom(...SUBJECTS),
      duty: fc.constantFrom(...DUTIES),
      actId: fc.constantFrom(...ACTS),
      from: fc.integer({ min: 1, max: 38 }),
      length: fc.option(fc.integer({ min: 1, max: 20 }), { nil: undefined }),
      holder: fc.integer({ min: 0, max: 3 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constantFrom('end' as const, 'extend' as const),
      actId: fc.constantFrom(...ACTS),
      on: dayIndex,
    }),
  },
);

/** Random histories of assignments with corrections, over acts that lapse, end and are extended. */
export const histories: fc.Arbitrary<readonly RecordedEnvelope[]> = fc
  // The default size makes arrays of ten at most, too short for much to be laid over each other.
  .array(step, { minLength: 1, maxLength: 40, size: 'max' })
  .map(historyOf);

/** One such history of some length, always the same. */
export function longHistory(): readonly RecordedEnvelope[] {
  const [events] = fc.sample(fc.array(step, { minLength: 30, maxLength: 30 }).map(historyOf), {
    numRuns: 1,
    seed: 11,
  });
  return events ?? [];
}

function historyOf(steps: readonly Step[]): readonly RecordedEnvelope[] {
  const log = new LogBuilder();
  log.add('act-a1', act('a1'));
  log.add('act-a2', act('a2', { inForceFrom: at(5), lapsesOn: at(30) }));
  log.add('act-a3', act('a3', { lapsesOn: at(15) }));
  const last = new Map<string, string>();
  for (const s of steps) {
    if (s.kind !== 'assign') {
      addActEvent(log, s.kind, s.actId, s.on);
      continue;
    }
    const to =
      s.length === undefined ? undefined : CALENDAR[Math.min(s.from + s.length, CALENDAR.length - 1)];
    const over = {
      subjectId: s.subject,
      dutyId: s.duty,
      from: at(s.from),
      ...(to === undefined ? {} : { to }),
      holders: [{ officeId: `UBND_XA:${s.holder}@origin`, lead: false }],
      basis: { actId: s.actId, provenance: 'READ' as const },
    };
    const pair = `${s.subject} ${s.duty}`;
    const before = last.get(pair);
    const event =
      before === undefined ? assigned(over) : s.holder % 2 === 0 ? corrected(before, over) : reassigned(over);
    last.set(pair, log.add(`cluster-${s.subject}`, event).eventId);
  }
  return log.events;
}

function addActEvent(log: LogBuilder, kind: 'end' | 'extend', actId: string, on: number): void {
  // An act in force from a day on cannot end before that day.
  const endsOn = at(actId === 'a2' ? Math.max(on, 6) : on);
  if (kind === 'end') {
    log.add(`act-${actId}`, {
      type: 'act.ended',
      data: { actId, endsOn, manner: 'REPEALED', reason: 'Repealed.' },
    });
    return;
  }
  log.add(`act-${actId}`, {
    type: 'act.extended',
    data: { actId, lapsesOn: endsOn, byActId: 'a1', reason: 'Extended.' },
  });
}

function at(index: number): LocalDate {
  return CALENDAR[index] ?? day('2025-06-01');
}
