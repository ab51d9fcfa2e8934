import type { Duty } from '#domain';
import type { Database } from '../../storage/database.js';

interface KnownDuty {
  readonly duty: Duty;
  readonly place: number;
  readonly knownFrom: number;
  readonly knownTo: number;
}
interface StoredDuty {
  readonly duty: string;
  readonly place: number;
  readonly known_from: number;
  readonly known_to: number;
}

/** The catalogue with its history in memory; some dozens of duties. */
export class DutiesMemory {
  #duties: readonly KnownDuty[] = [];
  #places = new Map<string, number>();
  #loadedSeq = 0;

  constructor(private readonly db: Database) {}

  /** Takes in what was catalogued up to a number. */
  load(upToSeq: number): void {
    const changed = this.db.get('SELECT 1 FROM duty_versions WHERE known_from > ? LIMIT 1', this.#loadedSeq);
    if (changed !== undefined) this.#read();
    this.#loadedSeq = upToSeq;
  }

  #read(): void {
    const rows = this.db.all<StoredDuty>(
      'SELECT duty, place, known_from, known_to FROM duty_versions ORDER BY place, known_from',
    );
    this.#duties = rows.map((row) => ({
      duty: JSON.parse(row.duty) as Duty,
      place: row.place,
      knownFrom: row.known_from,
      knownTo: row.known_to,
    }));
    this.#places = new Map(this.#duties.map(({ duty, place }) => [duty.dutyId, place]));
  }

  /** The catalogue as known, in its own order. */
  all(knownSeq: number): readonly Duty[] {
    return this.#duties.filter((d) => d.knownFrom <= knownSeq && knownSeq < d.knownTo).map((d) => d.duty);
  }

  at(id: string, knownSeq: number): Duty | undefined {
    return this.all(knownSeq).find((duty) => duty.dutyId === id);
  }

  /** Duty ids in the order of the catalogue; those it does not know come last, by id. */
  inOrder(ids: readonly string[]): readonly string[] {
    const place = (id: string) => this.#places.get(id) ?? Number.MAX_SAFE_INTEGER;
    return [...ids].sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1));
  }
}
