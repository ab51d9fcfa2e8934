import { tasksOfHandover, type EventOf, type EventType, type OpenTask } from '#domain';
import { OPEN_SEQ } from '../../storage/sentinels.js';
import { versionsTable, type AggregateKind } from '../aggregates/projection.js';
import { handovers } from '../handovers/projection.js';
import { matterTasks } from '../matters/tasks.js';
import type { TaskSource } from './source.js';

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
      return [{ key: `${name}:${id}`, tasks: row === undefined ? [] : tasksOf(JSON.parse(row.state) as S) }];
    },
  };
}

/** Every concept that makes work, besides the ledger itself. */
export const TASK_SOURCES: readonly TaskSource[] = [matterTasks, sourceOf(handovers, tasksOfHandover)];
