import type { ChangedAnswer, EventView } from '#application';
import { localDateAt, toCurrent, type DomainEvent, type OfficeId } from '#domain';
import type { Connection } from '../../connection.js';
import { keysTable } from '../aggregates/projection.js';
import { auditKey, findEvents } from '../events/audit.js';
import { about } from '../events/concepts/index.js';
import { matters } from '../matters/projection.js';

const MATTERS_ABOUT = `SELECT id FROM ${keysTable(matters)} WHERE key = ? ORDER BY id`;
const LOOKED_AT_ONCE = 100;
/** A list for people to go through. */
const MOST = 200;

/**
 * Numbers of what offices did about a subject, its matters included, while they were taken for holders of a duty that
 * they did not have: recorded before the correction, and counting on days that it changed.
 */
export function underWrongHolder(
  connection: Connection,
  subjectId: string,
  changes: readonly ChangedAnswer[],
  before: number,
): readonly number[] {
  const wrong = changes.map((change) => ({ change, offices: releasedBy(change) }));
  if (wrong.every(({ offices }) => offices.size === 0)) return [];
  const subjects = [subjectId, ...mattersAbout(connection, subjectId)];
  const found = new Set<number>();
  for (const id of subjects) {
    for (const event of eventsAbout(connection, id, before)) {
      const day = dayOf(event);
      const under = wrong.some(
        ({ change: { from, to }, offices }) =>
          offices.has(event.actor.office) && (from ?? day) <= day && (to === undefined || day < to),
      );
      if (under) found.add(event.seq);
    }
  }
  return [...found].sort((a, b) => a - b).slice(0, MOST);
}

/** Holders by the answer before the correction that are none by the one after it. */
function releasedBy({ before, after }: ChangedAnswer): ReadonlySet<OfficeId> {
  const right = new Set(after.holders.map(({ officeId }) => officeId));
  return new Set(before.holders.map(({ officeId }) => officeId).filter((id) => !right.has(id)));
}

function mattersAbout({ db }: Connection, subjectId: string): readonly string[] {
  return db.all<{ id: string }>(MATTERS_ABOUT, `subject:${subjectId}`).map(({ id }) => id);
}

function* eventsAbout({ db, events }: Connection, subjectId: string, upTo: number): Generator<EventView> {
  for (let after: string | undefined; ;) {
    const page = { first: LOOKED_AT_ONCE, ...(after === undefined ? {} : { after }) };
    const seqs = findEvents(db, events, { subjectId }, upTo, page).slice(0, LOOKED_AT_ONCE);
    for (const seq of seqs) {
      const event = events.bySeq(seq);
      if (event !== undefined) yield event;
    }
    const last = seqs.at(-1);
    if (last === undefined || seqs.length < LOOKED_AT_ONCE) return;
    after = auditKey(last);
  }
}

/** Since when it counts; what does not say is of the day on which it was recorded. */
function dayOf(event: EventView): string {
  return about(toCurrent(event) as DomainEvent).effectiveFrom ?? localDateAt(new Date(event.recordedAt));
}
