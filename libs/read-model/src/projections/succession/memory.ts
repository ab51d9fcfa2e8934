import type { LocalDate, Succession, SuccessionExtent } from '#domain';
import type { Database } from '../../storage/database.js';

interface KnownEdge {
  readonly edge: Succession;
  readonly knownFrom: number;
}
interface StoredEdge {
  readonly from_id: string;
  readonly to_id: string;
  readonly known_from: number;
  readonly extent: string;
  readonly act_id: string;
  readonly effective_on: string;
}

/** All edges between units in memory, both ways. */
export class SuccessionMemory {
  readonly #from = new Map<string, KnownEdge[]>();
  readonly #to = new Map<string, KnownEdge[]>();
  #loadedSeq = 0;

  constructor(private readonly db: Database) {}

  /** Takes in the edges recorded up to a number; may be left for a moment between any two. */
  *loading(upToSeq: number): Generator<void, void> {
    const rows = this.db.iterate<StoredEdge>(
      `SELECT from_id, to_id, known_from, extent, act_id, effective_on FROM successions
       WHERE known_from > ? AND known_from <= ? ORDER BY known_from`,
      this.#loadedSeq,
      upToSeq,
    );
    for (const row of rows) {
      const known = { edge: edgeOf(row), knownFrom: row.known_from };
      add(this.#from, row.from_id, known);
      add(this.#to, row.to_id, known);
      yield;
    }
    this.#loadedSeq = upToSeq;
  }

  /** Where a unit went, by successor. */
  from(unitId: string, knownSeq: number): readonly Succession[] {
    return latest(this.#from.get(unitId), knownSeq, (edge) => edge.toId);
  }

  /** What a unit came from, by predecessor. */
  to(unitId: string, knownSeq: number): readonly Succession[] {
    return latest(this.#to.get(unitId), knownSeq, (edge) => edge.fromId);
  }

  /** Number of the event that says what is known of an edge. */
  seqOf(fromId: string, toId: string, knownSeq: number): number | undefined {
    const known = this.#from.get(fromId) ?? [];
    return known.findLast(({ edge, knownFrom }) => edge.toId === toId && knownFrom <= knownSeq)?.knownFrom;
  }
}

function add(edges: Map<string, KnownEdge[]>, id: string, known: KnownEdge): void {
  const others = edges.get(id);
  if (others === undefined) edges.set(id, [known]);
  else others.push(known);
}

/** Of each edge what was recorded last, ordered by the other unit. */
function latest(
  edges: readonly KnownEdge[] | undefined,
  knownSeq: number,
  other: (edge: Succession) => string,
): readonly Succession[] {
  if (edges === undefined) return [];
  const byOther = new Map<string, Succession>();
  for (const { edge, knownFrom } of edges) if (knownFrom <= knownSeq) byOther.set(other(edge), edge);
  return [...byOther.values()].sort((a, b) => (other(a) < other(b) ? -1 : 1));
}

function edgeOf(row: StoredEdge): Succession {
  return {
    fromId: row.from_id,
    toId: row.to_id,
    extent: row.extent as SuccessionExtent,
    actId: row.act_id,
    effectiveOn: row.effective_on as LocalDate,
  };
}
