import type { Page, PageRequest, Versioned } from '#application/ports';
import type { Database } from '../../storage/database.js';
import { pageOf, readKey } from '../../storage/pages.js';
import { keysTable, versionsTable } from './projection.js';

/** What a list is narrowed down by. */
export interface Narrowing<S> {
  /** Keys that all have to be there; the first is the one that the list is read by. */
  readonly keys: readonly string[];
  /** What the state known at the asked clocks has to fulfil, the keys included. */
  readonly admits: (state: S) => boolean;
}

interface Row {
  readonly id: string;
  readonly sort: string;
  readonly revision: number;
  readonly state: string;
}

/** The versions of the aggregates of one kind. */
export class AggregateVersions<S> {
  constructor(
    private readonly db: () => Database,
    private readonly kind: { readonly name: string },
  ) {}

  /** The state after the first `knownSeq` events; undefined where it was not registered then. */
  at(id: string, knownSeq: number): Versioned<S> | undefined {
    const row = this.db().get<Row>(
      `SELECT id, sort, revision, state FROM ${versionsTable(this.kind)}
       WHERE id = ? AND known_to > ? AND known_from <= ? ORDER BY known_to LIMIT 1`,
      id,
      knownSeq,
      knownSeq,
    );
    return row && versioned<S>(row);
  }

  /** Those that are admitted, by their order and id. */
  page({ keys, admits }: Narrowing<S>, knownSeq: number, page: PageRequest): Page<Versioned<S>> {
    const found: { readonly row: Row; readonly view: Versioned<S> }[] = [];
    for (const row of this.#rows(keys, knownSeq, page.after)) {
      const view = versioned<S>(row);
      if (admits(view)) found.push({ row, view });
      if (found.length > page.first) break;
    }
    return pageOf(
      found,
      page.first,
      ({ row }) => JSON.stringify([row.sort, row.id]),
      ({ view }) => view,
    );
  }

  /** All that were known, in the order of lists, with every key. */
  #rows(keys: readonly string[], knownSeq: number, after: string | undefined): IterableIterator<Row> {
    const [sort, id] = after === undefined ? ['', ''] : readKey(after, ['string', 'string']);
    const table = keysTable(this.kind);
    const narrowed = keys.map(() => `AND id IN (SELECT id FROM ${table} WHERE key = ?)`).join(' ');
    return this.db().iterate<Row>(
      `SELECT id, sort, revision, state FROM ${versionsTable(this.kind)}
       WHERE (sort, id) > (?, ?) AND known_from <= ? AND known_to > ? ${narrowed}
       ORDER BY sort, id`,
      sort,
      id,
      knownSeq,
      knownSeq,
      ...keys,
    );
  }
}

function versioned<S>({ revision, state }: Row): Versioned<S> {
  return { ...(JSON.parse(state) as S), revision };
}
