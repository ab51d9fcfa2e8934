import type { EventLog, Position, RecordedEnvelope } from '../ports/event-log.js';

/** Walks along a log one event at a time; one page is in memory and the next on its way. */
export class LogCursor {
  #page: readonly RecordedEnvelope[] = [];
  #index = 0;
  #next: Promise<readonly RecordedEnvelope[]> | undefined;
  #last: Position | undefined;

  constructor(
    private readonly log: EventLog,
    private readonly pageSize: number,
    after?: Position,
  ) {
    this.#last = after;
  }

  /** Position of the event given last. */
  get position(): Position | undefined {
    return this.#last;
  }

  /** The next event; undefined at the end of the log, where it may be asked again. */
  async next(): Promise<RecordedEnvelope | undefined> {
    if (this.#index === this.#page.length) await this.#turn();
    const event = this.#page[this.#index];
    if (event === undefined) return undefined;
    this.#index += 1;
    this.#last = event.position;
    return event;
  }

  async #turn(): Promise<void> {
    const page = this.#next ?? this.#read(this.#last);
    this.#next = undefined;
    this.#page = await page;
    this.#index = 0;
    const last = this.#page.at(-1);
    if (last === undefined) return;
    this.#next = this.#read(last.position);
    // A failure is told by the turn that needs this page.
    this.#next.catch(() => undefined);
  }

  #read(after: Position | undefined): Promise<readonly RecordedEnvelope[]> {
    return this.log.readAll(after, { maxCount: this.pageSize });
  }
}
