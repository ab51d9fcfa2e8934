import type { DomainEvent, EventOf, EventType, OpenTask } from '#domain';
import type { Database } from '../../storage/database.js';
import { OPEN_SEQ } from '../../storage/sentinels.js';
import { versionsTable, type AggregateKind } from '../aggregates/projection.js';

/** A concept whose state makes work for offices. */
export interface TaskSource {
  readonly types: readonly EventType[];
  /** The concept and subject that an event of these types is about, and what waits after it; it is projected already. */
  readonly taskedBy: (
    event: DomainEvent,
    db: Database,
  ) => { readonly key: string; readonly tasks: readonly OpenTask[] };
}

/** The work that the state of an aggregate makes. */
export function sourceOf<S, T extends EventType>(
  { name, types, idOf }: AggregateKind<S, T>,
  tasksOf: (state: S) => readonly OpenTask[],
): TaskSource {
  const sql = `SELECT state FROM ${versionsTable({ name })} WHERE id = ? AND known_to = ${OPEN_SEQ}`;
  return {
    types,
    taskedBy: (event, db) => {
      const id = idOf(event as EventOf<T>);
      const row = db.get<{ state: string }>(sql, id);
      return { key: `${name}:${id}`, tasks: row === undefined ? [] : tasksOf(JSON.parse(row.state) as S) };
    },
  };
}

/** Every concept that makes work, besides the ledger itself. */
export const TASK_SOURCES: readonly TaskSource[] = [];
