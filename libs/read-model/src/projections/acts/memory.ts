import type { Database } from '../../storage/database.js';
import type { ActView } from '#application';
import type { LocalDate } from '#domain';
import { inForce, type ActState } from './act-state.js';

interface KnownState {
  readonly state: ActState;
  readonly knownFrom: number;
  readonly knownTo: number;
}

/** All acts with their history in memory, because every answer rests on one; some hundreds. */
export class ActsMemory {
  readonly #acts = new Map<string, readonly KnownState[]>();
  #loadedSeq = 0;

  constructor(private readonly db: Database) {}

  /** Takes in what was recorded of acts up to a number. */
  load(upToSeq: number): void {
    const changed = this.db.all<{ act_id: string }>(
      'SELECT DISTINCT act_id FROM act_versions WHERE known_from > ?',
      this.#loadedSeq,
    );
    for (const { act_id } of changed) this.#acts.set(act_id, this.#read(act_id));
    this.#loadedSeq = upToSeq;
  }

  #read(id: string): readonly KnownState[] {
    return this.db
      .all<{ state: string; known_from: number; known_to: number }>(
        'SELECT state, known_from, known_to FROM act_versions WHERE act_id = ? ORDER BY known_from',
        id,
      )
      .map((row) => ({
        state: JSON.parse(row.state) as ActState,
        knownFrom: row.known_from,
        knownTo: row.known_to,
      }));
  }

  /** The act as known; undefined where it was not registered by then. */
  at(id: string, knownSeq: number): ActState | undefined {
    return this.#acts.get(id)?.find((v) => v.knownFrom <= knownSeq && knownSeq < v.knownTo)?.state;
  }

  /** Every act that was registered by then. */
  all(knownSeq: number): readonly ActView[] {
    return [...this.#acts.keys()].flatMap((id) => this.at(id, knownSeq)?.view ?? []);
  }

  /** Numbers of the events that changed what is known of an act, its registration first. */
  changesOf(id: string): readonly number[] {
    return (this.#acts.get(id) ?? []).map((state) => state.knownFrom);
  }

  /** Acts that do not carry an answer on a day, as far as is known. */
  notInForce(day: LocalDate, knownSeq: number): readonly string[] {
    return [...this.#acts.keys()].filter((id) => !inForce(this.at(id, knownSeq), day));
  }
}
