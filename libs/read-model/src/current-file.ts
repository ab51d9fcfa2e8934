import { Connection } from './connection.js';
import { readCheckpoint } from './follow/checkpoint.js';
import { currentGeneration, generationMark, generationPath } from './storage/generations.js';
import { isUnfilled, openForWriting } from './storage/open.js';

const LOOK_MS = 100;

/** The open file of a read model; goes over to the one that a rebuild puts in its place. */
export class CurrentFile {
  #connection: Connection;
  #mark: string;
  #lookedAt = performance.now();
  #goingOver = false;
  #closed = false;

  constructor(private readonly file: string) {
    this.#mark = generationMark(file);
    this.#connection = connect(file);
  }

  /** Every now and then looks whether there is another file. */
  get connection(): Connection {
    const now = performance.now();
    if (this.#goingOver || now - this.#lookedAt < LOOK_MS) return this.#connection;
    this.#lookedAt = now;
    const mark = generationMark(this.file);
    // It answers from the old file until the new one is ready; a failure leaves it there, and it looks again.
    if (mark !== this.#mark) void this.#goOver(mark);
    return this.#connection;
  }

  close(): void {
    this.#closed = true;
    this.#connection.close();
  }

  async #goOver(mark: string): Promise<void> {
    this.#goingOver = true;
    const next = openNext(this.file);
    try {
      if (next !== undefined && (await this.#isReady(next))) this.#replaceBy(next, mark);
      else next?.close();
    } catch {
      next?.close();
    } finally {
      this.#goingOver = false;
    }
  }

  /** Reads what it keeps in memory before anybody asks, and knows as much as the old one, so that no answer goes back in time. */
  async #isReady(next: Connection): Promise<boolean> {
    const prepared = await next.prepare(() => this.#closed);
    return prepared && readCheckpoint(next.db).seq >= readCheckpoint(this.#connection.db).seq;
  }

  #replaceBy(next: Connection, mark: string): void {
    this.#connection.close();
    this.#connection = next;
    this.#mark = mark;
  }
}

/** A file that another release rebuilt stops the following, loudly; questions are still answered from the old one. */
function openNext(file: string): Connection | undefined {
  try {
    return connect(file);
  } catch {
    return undefined;
  }
}

function connect(file: string): Connection {
  const path = generationPath(file, currentGeneration(file));
  if (isUnfilled(path)) openForWriting(path).close();
  return new Connection(path);
}
