import type { RecordedEnvelope } from '#application';
import {
  evolveMatter,
  isWeekend,
  tasksOfMatter,
  type EventOf,
  type HolidayKind,
  type LocalDate,
  type Matter,
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
 * are late on a day. Days are counted one by one.
 */
export class Auditor {
  constructor(private readonly events: readonly RecordedEnvelope[]) {}

  lateTasks(matterId: string, on: LocalDate, known: number): readonly Late[] {
    const days = this.#calendar(known);
    return this.#tasks(matterId, known).flatMap((task) => {
      const waits = task.since <= on && (task.until === undefined || on < task.until);
      const dueOn = lastDay(task, days);
      return waits && dueOn !== undefined && dueOn < on ? [{ task, dueOn }] : [];
    });
  }

  /** Escalations of a matter's tasks, each with the number of events before it. */
  escalations(
    matterId: string,
  ): readonly { readonly event: EventOf<'task.escalated'>; readonly before: number }[] {
    return this.events.flatMap((event, before) =>
      event.type === 'task.escalated' && event.data.subjectId === matterId ? [{ event, before }] : [],
    );
  }

  #tasks(matterId: string, known: number): readonly OpenTask[] {
    const own = this.events.slice(0, known).filter((event) => event.stream === `matter-${matterId}`);
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

/** Every year is declared wholly in these histories, so that no term is uncertain. */
function lastDay({ since, due }: OpenTask, days: ReadonlyMap<string, HolidayKind>): LocalDate | undefined {
  if (due === undefined || typeof due === 'string') return due;
  const at = new Date(`${due.after ?? since}T00:00:00Z`);
  const text = () => at.toISOString().slice(0, 10) as LocalDate;
  for (let left = due.days; left > 0;) {
    at.setUTCDate(at.getUTCDate() + 1);
    const declared = days.get(text());
    const worked = declared === undefined ? !isWeekend(text()) : declared === 'COMPENSATORY_WORKING_DAY';
    if (!due.working || worked) left -= 1;
  }
  return text();
}
