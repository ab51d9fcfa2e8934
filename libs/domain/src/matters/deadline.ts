import { addDays } from '../time/calendar-days.js';
import type { LocalDate } from '../time/local-date.js';
import { daysLeft, lastDayOf, type RunDays, type Term } from '../time/term.js';
import type { WorkingCalendar } from '../time/working-days.js';
import { LAST_DAY_OF_DISTRICTS } from './cutover.js';
import { stepsInOrder, type Matter } from './evolve.js';
import type { ClockChange, ClockChangeKind, MatterClock } from './matter.js';

/** `NOT_STATED`: a time is allowed, and no source says since when it is counted. */
export const CLOCK_STATES = ['NOT_STATED', 'RUNNING', 'PAUSED'] as const;
export type ClockState = (typeof CLOCK_STATES)[number];

/** The time a matter has, as it stands on a day. */
export interface MatterDeadline {
  readonly state: ClockState;
  /** Days allowed altogether, extensions included. */
  readonly days: number;
  readonly working: boolean;
  /** The last day that is in time; only where it runs. */
  readonly dueOn?: LocalDate;
  /** Days left where it stands still; less than none where it was late before. */
  readonly remaining?: number;
  /** False where it went through a day that only may be off, or a year whose holidays are not all declared. */
  readonly certain: boolean;
}

/** A clock without a calendar: what it was given, and when it ran. */
interface Run {
  readonly state: ClockState;
  readonly days: number;
  readonly working: boolean;
  /** What of the days counts after a known day; absent where none is known. */
  readonly counted?: number;
  /** The day after which it runs, or ran last. */
  readonly after?: LocalDate;
  /** When it ran before it stood still. */
  readonly ran: readonly RunDays[];
}

type DatedChange = ClockChange & { readonly on: LocalDate };

/** What may happen to a clock in each state; `NONE` where there is none yet. */
const CLOCK_STEPS: Readonly<Record<ClockState | 'NONE', readonly ClockChangeKind[]>> = {
  NONE: ['STARTED'],
  NOT_STATED: ['STARTED', 'EXTENDED'],
  RUNNING: ['STARTED', 'PAUSED', 'EXTENDED'],
  PAUSED: ['STARTED', 'RESUMED', 'EXTENDED'],
};

/**
 * The deadline of a matter as it stands on a day.
 * Nothing about the end of an office enters here: a clock that ran goes on, and one that stood still has its days left.
 */
export function deadlineOn(
  matter: Matter,
  day: LocalDate,
  calendar: WorkingCalendar,
): MatterDeadline | undefined {
  const run = runOn(matter, day);
  return run && deadlineOf(run, calendar);
}

/** The same as a term that whoever knows the calendar turns into a day (`lastDayOf`); undefined where it does not run. */
export function termOn(matter: Matter, day: LocalDate): Term | undefined {
  const run = runOn(matter, day);
  return run?.state === 'RUNNING' ? termOf(run) : undefined;
}

function runOn(matter: Matter, day: LocalDate): Run | undefined {
  const begun = matter.clock && begin(matter.clock);
  return changesOf(matter)
    .filter(({ on }) => on <= day)
    .reduce<Run | undefined>(changed, begun);
}

/** Whether a clock may change so on a day, and every change recorded for a later day may still follow. */
export function clockAllows(matter: Matter, change: ClockChangeKind, on: LocalDate): boolean {
  const known = changesOf(matter);
  const before = known.filter((c) => c.on <= on);
  let state: ClockState | 'NONE' = matter.clock === undefined ? 'NONE' : stateOf(matter.clock);
  for (const { change: next } of [...before, { change }, ...known.slice(before.length)]) {
    if (!CLOCK_STEPS[state].includes(next)) return false;
    state = stateAfter(state, next);
  }
  return true;
}

function changesOf(matter: Matter): readonly DatedChange[] {
  return stepsInOrder(matter).flatMap(({ type, data }) =>
    type === 'matter.advanced' && data.clock !== undefined ? [{ ...data.clock, on: data.effectiveOn }] : [],
  );
}

function stateOf({ startedOn, pausedOn, remainingAtCutover }: MatterClock): ClockState {
  if (startedOn === undefined && remainingAtCutover === undefined) return 'NOT_STATED';
  return pausedOn === undefined ? 'RUNNING' : 'PAUSED';
}

function stateAfter(state: ClockState | 'NONE', change: ClockChangeKind): ClockState {
  switch (change) {
    case 'STARTED':
    case 'RESUMED':
      return 'RUNNING';
    case 'PAUSED':
      return 'PAUSED';
    case 'EXTENDED':
      return state === 'NONE' ? 'NOT_STATED' : state;
  }
}

function begin(clock: MatterClock): Run {
  const { days, working, startedOn, pausedOn, remainingAtCutover } = clock;
  const run = { state: stateOf(clock), days, working, ran: [] };
  if (remainingAtCutover !== undefined)
    return { ...run, counted: remainingAtCutover, after: LAST_DAY_OF_DISTRICTS };
  if (startedOn === undefined) return run;
  const started: Run = { ...run, state: 'RUNNING', counted: days, after: startedOn };
  return pausedOn === undefined ? started : paused(started, pausedOn);
}

function changed(run: Run | undefined, change: DatedChange): Run | undefined {
  const { on, days = 0, working = false } = change;
  if (change.change === 'STARTED')
    return { state: 'RUNNING', days, working, counted: days, after: on, ran: [] };
  if (run === undefined) return undefined;
  switch (change.change) {
    case 'PAUSED':
      return paused(run, on);
    case 'RESUMED':
      return { ...run, state: 'RUNNING', after: addDays(on, -1) };
    case 'EXTENDED':
      return {
        ...run,
        days: run.days + days,
        ...(run.counted === undefined ? {} : { counted: run.counted + days }),
      };
  }
}

/** The day on which it begins to stand still is not counted, the day on which it is resumed is. */
function paused({ after, ran, ...run }: Run, on: LocalDate): Run {
  return after === undefined
    ? { ...run, ran, state: 'PAUSED' }
    : { ...run, after, ran: [...ran, { after, to: addDays(on, -1) }], state: 'PAUSED' };
}

function termOf({ counted, working, after, ran }: Run): Term | undefined {
  if (counted === undefined || after === undefined) return undefined;
  return { days: counted, working, after, ...(ran.length === 0 ? {} : { ran }) };
}

function deadlineOf(run: Run, calendar: WorkingCalendar): MatterDeadline {
  const { state, days, working } = run;
  const common = { state, days, working };
  const term = termOf(run);
  if (term === undefined) return { ...common, certain: true };
  if (state === 'PAUSED') {
    const left = daysLeft(term, calendar);
    return { ...common, remaining: left.days, certain: left.certain };
  }
  const due = lastDayOf(term, calendar);
  return { ...common, dueOn: due.day, certain: due.certain };
}
