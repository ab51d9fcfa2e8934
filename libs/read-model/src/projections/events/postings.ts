import { BulkInsert } from '../../storage/bulk-insert.js';
import type { Database } from '../../storage/database.js';
import { nameId } from './names.js';

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

/** Numbers of the events of a link after one number and up to another, rising. */
export function* postings(db: Database, link: string, after: number, upTo: number): Generator<number> {
  const id = nameId(db, link);
  if (id === undefined) return;
  let from = after;
  while (from < upTo) {
    const row = db.get<{ last_seq: number; seqs: Uint8Array }>(
      'SELECT last_seq, seqs FROM event_links WHERE link = ? AND last_seq > ? ORDER BY last_seq LIMIT 1',
      id,
      from,
    );
    if (row === undefined) return;
    for (const seq of decode(row.seqs)) {
      if (seq > upTo) return;
      if (seq > after) yield seq;
    }
    from = row.last_seq;
  }
}

/** Numbers that are in all of several rising sequences. */
export function* inAll(sequences: readonly Iterator<number>[]): Generator<number> {
  const heads = sequences.map((s) => s.next());
  for (;;) {
    const values: number[] = [];
    for (const head of heads) {
      if (head.done === true) return;
      values.push(head.value);
    }
    const highest = Math.max(...values);
    if (values.every((v) => v === highest)) yield highest;
    const reached = values.every((v) => v === highest) ? highest + 1 : highest;
    for (const [i, sequence] of sequences.entries()) {
      let head = heads[i];
      while (head?.done === false && head.value < reached) head = sequence.next();
      if (head !== undefined) heads[i] = head;
    }
  }
}

/** Numbers that are in any of several rising sequences, each once. */
export function* inAny(sequences: readonly Iterator<number>[]): Generator<number> {
  const heads = sequences.map((s) => s.next());
  for (;;) {
    const values = heads.flatMap((head) => (head.done === true ? [] : [head.value]));
    if (values.length === 0) return;
    const lowest = Math.min(...values);
    yield lowest;
    for (const [i, sequence] of sequences.entries()) {
      const head = heads[i];
      if (head?.done === false && head.value === lowest) heads[i] = sequence.next();
    }
  }
}

function encode(seqs: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(seqs.length * 4);
  const view = new DataView(bytes.buffer);
  seqs.forEach((seq, i) => view.setUint32(i * 4, seq, true));
  return bytes;
}

function* decode(bytes: Uint8Array): Generator<number> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at < bytes.byteLength; at += 4) yield view.getUint32(at, true);
}
