import {
  diffOf,
  tilingOf,
  type ActForce,
  type AnswerChange,
  type Standing,
  type Tiling,
  type ValidInterval,
} from '#domain';
import type { Database } from '../../storage/database.js';
import { bounds } from '../../storage/sentinels.js';
import type { ActState } from '../acts/act-state.js';
import type { ActsMemory } from '../acts/memory.js';
import type { EventStore } from '../events/store.js';
import { grouped } from '../../storage/grouped.js';

/** What one subject's assignments of a duty were between two points of record time. */
export interface StoredRectangle {
  readonly duty_id: string;
  readonly valid_from: string;
  readonly valid_to: string;
  readonly known_from: number;
  readonly known_to: number;
  readonly event_seq: number;
  readonly status: string;
  readonly act_id: string | null;
}

/** Two points of record time, as numbers of the log. */
export interface Between {
  readonly knownFrom: number;
  readonly knownTo: number;
}

/** The answers of a duty over a subject for all days at once, out of the rectangles and the acts as known. */
export class Tilings {
  constructor(
    private readonly db: Database,
    private readonly events: EventStore,
    private readonly acts: ActsMemory,
  ) {}

  /** For each duty ever assigned over the subject by then, in order, the answers for all days. */
  of(subjectId: string, knownSeq: number): ReadonlyMap<string, Tiling> {
    const known = this.#byDuty(subjectId, { knownFrom: knownSeq, knownTo: knownSeq });
    return new Map([...known].map(([dutyId, rows]) => [dutyId, this.#tiling(rows, knownSeq)]));
  }

  /** For each duty over the subject, in order, what changed. */
  changes(subjectId: string, between: Between): ReadonlyMap<string, readonly AnswerChange[]> {
    const found = new Map<string, readonly AnswerChange[]>();
    for (const [dutyId, rows] of this.#byDuty(subjectId, between)) {
      const steps = this.#steps(rows, between);
      if (steps.length === 0) continue;
      const after = steps.map((seq) => ({ seq, tiling: this.#tiling(rows, seq) }));
      found.set(dutyId, diffOf(this.#tiling(rows, between.knownFrom), after));
    }
    return found;
  }

  /** Numbers of the events in between that may have changed a duty: its own, and those of the acts it rests on. */
  #steps(rows: readonly StoredRectangle[], { knownFrom, knownTo }: Between): readonly number[] {
    const own = rows.flatMap((row) => [row.known_from, row.known_to]);
    const acts = new Set(rows.flatMap((row) => row.act_id ?? []));
    const ofActs = [...acts].flatMap((id) => this.acts.changesOf(id));
    const within = [...own, ...ofActs].filter((seq) => knownFrom < seq && seq <= knownTo);
    return [...new Set(within)].sort((a, b) => a - b);
  }

  #byDuty(subjectId: string, between: Between): ReadonlyMap<string, readonly StoredRectangle[]> {
    return grouped(storedRectangles(this.db, subjectId, between), (row) => row.duty_id);
  }

  #tiling(rows: readonly StoredRectangle[], knownSeq: number): Tiling {
    const known = rows.filter((row) => row.known_from <= knownSeq && knownSeq < row.known_to);
    return tilingOf(
      known.map((row) => this.#standing(row)),
      (actId) => forceOf(this.acts.at(actId, knownSeq)),
    );
  }

  #standing(row: StoredRectangle): Standing {
    const { seq, assignment, restsOnSeqs } = this.events.assignment(row.event_seq);
    return { days: daysOf(row), seq, restsOn: restsOnSeqs, said: assignment };
  }
}

/** Rectangles of a subject that were known at any time from one point to another. */
export function storedRectangles(
  db: Database,
  subjectId: string,
  { knownFrom, knownTo }: Between,
): readonly StoredRectangle[] {
  return db.all<StoredRectangle>(
    `SELECT duty_id, valid_from, valid_to, known_from, known_to, event_seq, status, act_id FROM assignments
     WHERE subject_id = ? AND known_to > ? AND known_from <= ? ORDER BY duty_id, known_to, valid_from`,
    subjectId,
    knownFrom,
    knownTo,
  );
}

export function daysOf(row: StoredRectangle): ValidInterval {
  return bounds(row.valid_from, row.valid_to);
}

function forceOf(state: ActState | undefined): ActForce | undefined {
  if (state === undefined) return undefined;
  const { endSeq, extensions, view } = state;
  const { inForceFrom, endsOn } = view;
  return {
    ...(inForceFrom === undefined ? {} : { inForceFrom }),
    ...(endsOn === undefined ? {} : { endsOn }),
    endSeq,
    extensions,
  };
}
