import type { TaskTerm } from '../tasks/task.js';
import { addDays } from '../time/calendar-days.js';
import type { LocalDate } from '../time/local-date.js';
import { addWorkingDays, countWorkingDays, type WorkingCalendar } from '../time/working-days.js';
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
  /** False where it went through a year whose holidays are not all declared. */
  readonly certain: boolean;
}

interface Run {
  readonly state: ClockState;
  readonly days: number;
  readonly working: boolean;
  /** Days left after `after`, or while it stands still. */
  readonly left?: number;
  /** The day after which they are counted. */
  readonly after?: LocalDate;
  readonly certain: boolean;
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
  const run = runOn(matter, day, calendar);
  return run && deadlineOf(run, calendar);
}

/**
 * The same as a term that whoever knows the calendar turns into a day; undefined where it does not run.
 * Of a clock of working days that stood still nobody knows without the calendar how many were left.
 */
export function termOn(matter: Matter, day: LocalDate): TaskTerm | undefined {
  const run = runOn(matter, day, UNDECLARED_CALENDAR);
  if (run?.state !== 'RUNNING' || run.left === undefined || run.after === undefined || !run.certain)
    return undefined;
  return { days: Math.max(run.left, 0), working: run.working, after: run.after };
}

/** A calendar of which no year is declared: nothing that is counted with it is certain. */
const UNDECLARED_CALENDAR: WorkingCalendar = { kindOf: () => undefined, isComplete: () => false };

function runOn(matter: Matter, day: LocalDate, calendar: WorkingCalendar): Run | undefined {
  const begun = matter.clock && begin(matter.clock, calendar);
  return changesOf(matter)
    .filter(({ on }) => on <= day)
    .reduce<Run | undefined>((at, change) => changed(at, change, calendar), begun);
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

function begin(clock: MatterClock, calendar: WorkingCalendar): Run {
  const { days, working, startedOn, pausedOn, remainingAtCutover } = clock;
  const run = { state: stateOf(clock), days, working, certain: true };
  if (remainingAtCutover !== undefined)
    return { ...run, left: remainingAtCutover, after: LAST_DAY_OF_DISTRICTS };
  if (startedOn === undefined) return run;
  const started: Run = { ...run, state: 'RUNNING', left: days, after: startedOn };
  return pausedOn === undefined ? started : paused(started, pausedOn, calendar);
}

function changed(run: Run | undefined, change: DatedChange, calendar: WorkingCalendar): Run | undefined {
  const { on, days = 0, working = false } = change;
  if (change.change === 'STARTED')
    return { state: 'RUNNING', days, working, left: days, after: on, certain: true };
  if (run === undefined) return undefined;
  switch (change.change) {
    case 'PAUSED':
      return paused(run, on, calendar);
    case 'RESUMED':
      return { ...run, state: 'RUNNING', after: addDays(on, -1) };
    case 'EXTENDED':
      return { ...run, days: run.days + days, ...(run.left === undefined ? {} : { left: run.left + days }) };
  }
}

/** The day on which it begins to stand still is not counted, the day on which it is resumed is. */
function paused(run: Run, on: LocalDate, calendar: WorkingCalendar): Run {
  if (run.left === undefined || run.after === undefined) return { ...run, state: 'PAUSED' };
  const used = count(run.after, addDays(on, -1), run.working, calendar);
  return { ...run, state: 'PAUSED', left: run.left - used.days, certain: run.certain && used.certain };
}

function deadlineOf(run: Run, calendar: WorkingCalendar): MatterDeadline {
  const { state, days, working, left, after, certain } = run;
  const common = { state, days, working };
  if (left === undefined || after === undefined) return { ...common, certain: true };
  if (state === 'PAUSED') return { ...common, remaining: left, certain };
  const due = plus(after, Math.max(left, 0), working, calendar);
  return { ...common, dueOn: due.day, certain: certain && due.certain };
}

function plus(day: LocalDate, n: number, working: boolean, calendar: WorkingCalendar) {
  return working ? addWorkingDays(day, n, calendar) : { day: addDays(day, n), certain: true };
}

function count(from: LocalDate, to: LocalDate, working: boolean, calendar: WorkingCalendar) {
  if (working) return countWorkingDays(from, to, calendar);
  const days = Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000));
  return { days, certain: true };
}
