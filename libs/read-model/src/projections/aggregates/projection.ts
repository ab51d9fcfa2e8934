import type { DomainEvent, EventOf, EventType, WithEventId } from '#domain';
import type { Database } from '../../storage/database.js';
import { OPEN_SEQ } from '../../storage/sentinels.js';
import { UnprojectableEvent } from '../checks.js';
import { NOTHING_HELD_BACK, type Projection } from '../projection.js';

/** One kind of aggregate: how its events fold into its state, and by what it is found. */
export interface AggregateKind<S, T extends EventType = EventType> {
  /** Also the beginning of its tables' names; letters and underscores. */
  readonly name: string;
  readonly version: number;
  /** Types of the events that it is made of. */
  readonly types: readonly T[];
  /** Id of the aggregate that an event of these types is about. */
  readonly idOf: (event: EventOf<T>) => string;
  /** Undefined where the event needs an aggregate and there is none. */
  readonly evolve: (state: S | undefined, event: WithEventId<EventOf<T>>) => S | undefined;
  /** Order of lists, before the id. */
  readonly sortOf: (state: S) => string;
  /**
   * Everything that it may be looked up by, such as `cluster:phat-chi`.
   * A key that it once had stays, so that who asks also looks at the state that was known then.
   */
  readonly keysOf: (state: S) => readonly string[];
}

/** Keeps every version of the aggregates of one kind, each from the event that made it until the next. */
export function aggregateProjection<S, T extends EventType>(kind: AggregateKind<S, T>): Projection {
  const { name, version } = kind;
  const versions = versionsTable(kind);
  const keys = keysTable(kind);
  return {
    name,
    version,
    ddl: `
    CREATE TABLE ${versions} (
      id TEXT NOT NULL,
      known_to INTEGER NOT NULL,
      known_from INTEGER NOT NULL,
      revision INTEGER NOT NULL,
      sort TEXT NOT NULL,
      state TEXT NOT NULL,
      PRIMARY KEY (id, known_to)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX ${versions}_by_sort ON ${versions} (sort, id, known_from, known_to);
    CREATE TABLE ${keys} (
      key TEXT NOT NULL,
      id TEXT NOT NULL,
      PRIMARY KEY (key, id)
    ) STRICT, WITHOUT ROWID;`,
    digested: [
      {
        table: versions,
        columns: 'id, known_to, known_from, revision, sort, state',
        orderBy: 'id, known_to',
      },
      { table: keys, columns: 'key, id', orderBy: 'key, id' },
    ],
    writer: (db) => ({
      ...NOTHING_HELD_BACK,
      apply: (event, seq) => {
        if (isOf(kind.types, event)) write(db, kind, event, event.revision, seq);
      },
    }),
  };
}

function isOf<T extends EventType, E extends DomainEvent>(
  types: readonly T[],
  event: E,
): event is E & EventOf<T> {
  return (types as readonly EventType[]).includes(event.type);
}

/** Table of the versions of a kind. */
export function versionsTable({ name }: { readonly name: string }): string {
  return `${name}_versions`;
}

/** Table of the keys of a kind. */
export function keysTable({ name }: { readonly name: string }): string {
  return `${name}_keys`;
}

function write<S, T extends EventType>(
  db: Database,
  kind: AggregateKind<S, T>,
  event: WithEventId<EventOf<T>>,
  revision: number,
  seq: number,
): void {
  const versions = versionsTable(kind);
  const id = kind.idOf(event);
  const last = db.get<{ state: string }>(
    `SELECT state FROM ${versions} WHERE id = ? AND known_to = ${OPEN_SEQ}`,
    id,
  );
  const state = kind.evolve(last && (JSON.parse(last.state) as S), event);
  if (state === undefined)
    throw new UnprojectableEvent(`${event.type} is about ${id}, which is not registered.`);
  if (last !== undefined)
    db.run(`UPDATE ${versions} SET known_to = ? WHERE id = ? AND known_to = ${OPEN_SEQ}`, seq, id);
  db.run(
    `INSERT INTO ${versions} (id, known_to, known_from, revision, sort, state)
     VALUES (?, ${OPEN_SEQ}, ?, ?, ?, ?)`,
    id,
    seq,
    revision,
    kind.sortOf(state),
    JSON.stringify(state),
  );
  for (const key of kind.keysOf(state))
    db.run(`INSERT OR IGNORE INTO ${keysTable(kind)} (key, id) VALUES (?, ?)`, key, id);
}
