import type { DomainEvent, EventType, OpenTask } from '#domain';
import type { Database } from '../../storage/database.js';

/** What waits for the sake of one subject of a concept. */
export interface Tasked {
  readonly key: string;
  readonly tasks: readonly OpenTask[];
}

/** A concept whose state makes work for offices. */
export interface TaskSource {
  readonly types: readonly EventType[];
  /** The concepts and subjects whose work an event of these types changes, and what waits after it; it is projected already. */
  readonly taskedBy: (event: DomainEvent, db: Database) => readonly Tasked[];
}
