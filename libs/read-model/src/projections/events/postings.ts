import { BulkInsert } from '../../storage/bulk-insert.js';
import type { Database } from '../../storage/database.js';
import { nameId } from './names.js';
import { listed, type Rising } from './rising.js';

/**
 * Which events belong to a link, as lists: every event has several links and a row for each would cost more than all
 * the rest. What a batch adds to a link is a row or a few, so how the lists are cut depends on the batches; they say
 * nothing that the events do not say, and the digest leaves them out.
 */
export const POSTINGS_DDL = `
  CREATE TABLE event_links (
    link INTEGER NOT NULL, -- names.id
    last_seq INTEGER NOT NULL,
    seqs BLOB NOT NULL, -- rising, 32 bits each, least significant byte first
    PRIMARY KEY (link, last_seq)
  ) STRICT, WITHOUT ROWID;`;

const SEQS_PER_ROW = 256;

/** Collects the links of a batch. */
export class PostingsWriter {
  readonly #lists = new Map<number, number[]>();
  readonly #rows: BulkInsert<readonly [number, number, Uint8Array]>;

  constructor(db: Database) {
    this.#rows = new BulkInsert(db, 'INSERT OR FAIL INTO event_links (link, last_seq, seqs) VALUES', 3);
  }

  /** An event may be added to the same link again. */
  add(link: number, seq: number): void {
    const list = this.#lists.get(link);
    if (list === undefined) this.#lists.set(link, [seq]);
    else if (list.at(-1) !== seq) list.push(seq);
  }

  flush(): void {
    for (const [link, seqs] of this.#lists) {
      for (let at = 0; at < seqs.length; at += SEQS_PER_ROW) {
        const part = seqs.slice(at, at + SEQS_PER_ROW);
        this.#rows.add(link, part.at(-1) ?? 0, encode(part));
      }
    }
    this.#rows.flush();
    this.#lists.clear();
  }

  clear(): void {
    this.#rows.clear();
    this.#lists.clear();
  }
}

/** Numbers of the events of a link up to another number. */
export function postings(db: Database, link: string, upTo: number): Rising {
  const id = nameId(db, link);
  let kept = listed([]);
  let keptTo = 0;
  return (from) => {
    if (id === undefined || from > upTo) return undefined;
    if (from > keptTo) {
      const row = rowFrom(db, id, from);
      if (row === undefined) return undefined;
      kept = listed(decode(row.seqs));
      keptTo = row.last_seq;
    }
    const next = kept(from);
    return next === undefined || next > upTo ? undefined : next;
  };
}

/** The row that holds the first number of a link from a number on. */
function rowFrom(
  db: Database,
  link: number,
  from: number,
): { readonly last_seq: number; readonly seqs: Uint8Array } | undefined {
  return db.get(
    'SELECT last_seq, seqs FROM event_links WHERE link = ? AND last_seq >= ? ORDER BY last_seq LIMIT 1',
    link,
    from,
  );
}

function encode(seqs: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(seqs.length * 4);
  const view = new DataView(bytes.buffer);
  seqs.forEach((seq, i) => view.setUint32(i * 4, seq, true));
  return bytes;
}

function decode(bytes: Uint8Array): readonly number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: bytes.byteLength / 4 }, (_, i) => view.getUint32(i * 4, true));
}
