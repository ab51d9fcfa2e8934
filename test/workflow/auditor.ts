import type { RecordedEnvelope } from '#application';
import {
  addDays,
  evolveMatter,
  isWeekend,
  tasksOfMatter,
  type ClockChange,
  type EventOf,
  type HolidayKind,
  type LocalDate,
  type Matter,
  type MatterClock,
  type OpenTask,
} from '#domain';
import { lineageOf } from './lineage.js';

/** A task that is late by the definition, with its last day in time. */
export interface Late {
  readonly task: OpenTask;
  readonly dueOn: LocalDate;
}

/**
 * What the first so many events of a log say, worked out anew from them alone: which tasks of a matter wait, and which
 * are late on a day. Days are counted one by one, from what the events say of the clock.
 */
export class Auditor {
  constructor(private readonly events: readonly RecordedEnvelope[]) {}

  lateTasks(matterId: string, on: LocalDate, known: number): readonly Late[] {
    const own = this.events.slice(0, known).filter((event) => event.stream === `matter-${matterId}`);
    const dueOn = lastDay(own, this.#calendar(known));
    if (dueOn === undefined || dueOn >= on) return [];
    return this.#tasks(own).flatMap((task) =>
      task.since <= on && (task.until === undefined || on < task.until) ? [{ task, dueOn }] : [],
    );
  }

  /** Escalations of a matter's tasks, each with the number of events before it. */
  escalations(
    matterId: string,
  ): readonly { readonly event: EventOf<'task.escalated'>; readonly before: number }[] {
    return this.events.flatMap((event, before) =>
      event.type === 'task.escalated' && event.data.subjectId === matterId ? [{ event, before }] : [],
    );
  }

  #tasks(own: readonly RecordedEnvelope[]): readonly OpenTask[] {
    const matter = own.reduce<Matter | undefined>((state, event) => evolveMatter(state, event), undefined);
    return matter === undefined ? [] : tasksOfMatter(matter, { duties: [], lineage: lineageOf(this.events) });
  }

  #calendar(known: number): ReadonlyMap<string, HolidayKind> {
    const declared = this.events
      .slice(0, known)
      .flatMap((event) => (event.type === 'holiday.declared' ? [event.data] : []));
    return new Map(declared.map(({ day, kind }) => [day, kind]));
  }
}

/** Days after the one, up to and including the other; for ever where that is absent. */
interface Ran {
  readonly after: LocalDate;
  to?: LocalDate;
}

/** A clock as the events of a matter tell it. */
interface Clock {
  readonly days: number;
  readonly working: boolean;
  readonly runs: readonly Ran[];
}

function clockOf(own: readonly RecordedEnvelope[]): Clock {
  const changes = own.map(clockIn);
  const runs: Ran[] = [];
  for (const { clock = {}, effectiveOn: on } of changes) {
    if (clock.startedOn !== undefined) runs.push({ after: clock.startedOn });
    if (on !== undefined && clock.change === 'RESUMED') runs.push({ after: addDays(on, -1) });
    const last = runs.at(-1);
    if (on !== undefined && clock.change === 'PAUSED' && last !== undefined) last.to = addDays(on, -1);
  }
  const days = changes.reduce((sum, { clock }) => sum + (clock?.days ?? 0), 0);
  return { days, working: changes.some(({ clock }) => clock?.working === true), runs };
}

/**
 * The last day in time of a matter whose clock runs, by what its events say of the clock alone.
 * Every year is declared wholly in these histories, so that no term is uncertain.
 */
function lastDay(
  own: readonly RecordedEnvelope[],
  declared: ReadonlyMap<string, HolidayKind>,
): LocalDate | undefined {
  const { days, working, runs } = clockOf(own);
  const [first, last] = [runs.at(0), runs.at(-1)];
  if (first === undefined || last === undefined || last.to !== undefined) return undefined;
  const counts = (day: LocalDate) =>
    runs.some(({ after, to }) => after < day && (to === undefined || day <= to)) &&
    (!working || isWorked(day, declared));
  let on = first.after;
  for (let left = days; left > 0;) {
    on = addDays(on, 1);
    if (counts(on)) left -= 1;
  }
  // What was used up before the clock stood still is late from the day on which it goes on.
  return on < last.after ? last.after : on;
}

function isWorked(day: LocalDate, declared: ReadonlyMap<string, HolidayKind>): boolean {
  const kind = declared.get(day);
  return kind === undefined ? !isWeekend(day) : kind === 'COMPENSATORY_WORKING_DAY';
}

function clockIn(event: RecordedEnvelope): {
  readonly clock?: Partial<MatterClock & ClockChange>;
  readonly effectiveOn?: LocalDate;
} {
  return event.type === 'matter.recorded' || event.type === 'matter.advanced' ? event.data : {};
}
