import type { RecordedEnvelope } from '#application';
import type { Database } from '../storage/database.js';

/** A table as the digest reads it: rows in canonical order, without what differs between machines. */
export interface DigestedTable {
  readonly table: string;
  readonly columns: string;
  readonly orderBy: string;
}

/** Turns events into rows of its own tables. */
export interface Projection {
  readonly name: string;
  /** Raised whenever the tables or what is written to them change: older files are then rebuilt. */
  readonly version: number;
  readonly ddl: string;
  readonly digested: readonly DigestedTable[];
  writer(db: Database): ProjectionWriter;
}

export interface ProjectionWriter {
  /**
   * Takes in one event in the current version of its type; rows may be held back until `flush`.
   * `recorded` is the same event as it is in the log, in the version it was written in.
   */
  apply(event: RecordedEnvelope, seq: number, recorded: RecordedEnvelope): void;
  /** Writes what was held back; called once per transaction. */
  flush(): void;
  /** Forgets what was held back, after a transaction that failed. */
  clear(): void;
}

/** For a projection that writes each row at once. */
export const NOTHING_HELD_BACK = { flush: () => undefined, clear: () => undefined } as const;
