import type { Direction, StoredEvent } from './event.js';

/** What a read of a stream finds. */
export type StreamRead =
  | { readonly kind: 'events'; readonly events: readonly StoredEvent[] }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'deleted' };

/** One stream: its events, and whether it was deleted. */
export class Stream {
  readonly #events: StoredEvent[] = [];
  /** Events below this revision are gone for readers of the stream; those of $all still see them. */
  #truncatedBefore = 0;
  #softDeleted = false;
  tombstoned = false;

  /** The revision of the last event, -1 where there was none: the server counts so. */
  get last(): number {
    return this.#events.length - 1;
  }

  get softDeleted(): boolean {
    return this.#softDeleted;
  }

  at(revision: number): StoredEvent | undefined {
    return this.#events[revision];
  }

  add(event: StoredEvent): void {
    this.#softDeleted = false;
    this.#events.push(event);
  }

  softDelete(): void {
    this.#softDeleted = true;
    this.#truncatedBefore = this.#events.length;
  }

  read({ from, backwards, maxCount }: Direction<number>): StreamRead {
    if (this.tombstoned) return { kind: 'deleted' };
    if (this.last < 0 || this.#softDeleted) return { kind: 'not-found' };
    const events = backwards ? this.#back(from, maxCount) : this.#ahead(from, maxCount);
    return { kind: 'events', events };
  }

  #ahead(from: number | 'start' | 'end', maxCount: number): readonly StoredEvent[] {
    const first = from === 'start' ? 0 : from === 'end' ? this.#events.length : from;
    const start = Math.max(first, this.#truncatedBefore);
    return this.#events.slice(start, start + maxCount);
  }

  #back(from: number | 'start' | 'end', maxCount: number): readonly StoredEvent[] {
    const first = from === 'start' ? 0 : from === 'end' ? this.last : Math.min(from, this.last);
    const end = Math.max(this.#truncatedBefore, first + 1 - maxCount);
    return this.#events.slice(end, first + 1).reverse();
  }
}
