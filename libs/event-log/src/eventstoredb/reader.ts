import type { Position, ReadOptions, RecordedEnvelope } from '#application';
import { pageSize, revisionFrom } from '../shared/read-arguments.js';
import { toRecorded } from './envelope.js';
import { StoreFailure, type FailureKind } from './errors.js';
import { Allowance, type Limits } from './limits.js';
import { persist } from './persist.js';
import {
  fromPosition,
  invalidPosition,
  isBehind,
  isSame,
  toPosition,
  type StorePosition,
} from './position.js';
import type { StoreClient, StoredEvent } from './store-client.js';

/** How often the server may fail inside on a position before it counts as none of this log. */
const EXCEPTIONS_AT_POSITION = 3;

/** Reads the log in pages; a read that found nobody is repeated until its time is over. */
export class Reader {
  constructor(
    private readonly store: StoreClient,
    private readonly limits: Limits,
  ) {}

  async stream(
    stream: string,
    fromRevision: number,
    { maxCount }: ReadOptions,
  ): Promise<readonly RecordedEnvelope[]> {
    const from = revisionFrom(fromRevision);
    const count = pageSize(maxCount);
    const events = await this.persist(this.limits.read, (signal) =>
      this.store.readStream(stream, from, count, signal),
    );
    return events.map(toRecorded);
  }

  async all(after: Position | undefined, { maxCount }: ReadOptions): Promise<readonly RecordedEnvelope[]> {
    const count = pageSize(maxCount);
    const events = after === undefined ? await this.page('start', count) : await this.after(after, count);
    return events.map(toRecorded);
  }

  /** @throws BanGiaoError `INVALID_POSITION` for a position that this log never gave out. */
  async requirePosition(position: Position): Promise<void> {
    await this.after(position, 1);
  }

  async head(): Promise<Position | undefined> {
    const options = { backwards: true, maxCount: 1, fromLeader: true };
    const [last] = await this.persist(this.limits.head, (signal) =>
      this.store.readAll('end', options, signal),
    );
    return last === undefined ? undefined : toPosition(last.position);
  }

  /** A page from the event at a position on: it has to be there, or the position is none of this log. */
  private async after(after: Position, count: number): Promise<readonly StoredEvent[]> {
    const place = fromPosition(after);
    const [at, ...events] = await this.pageAt(place, count + 1, after);
    if (at === undefined) {
      await this.requireBeforeEnd(after);
      return [];
    }
    if (!isSame(at.position, place)) throw invalidPosition(after);
    return events;
  }

  /** A place inside of an event makes the server fail inside; whether it fails at others too tells one from the other. */
  private async pageAt(
    place: StorePosition,
    maxCount: number,
    after: Position,
  ): Promise<readonly StoredEvent[]> {
    for (let exceptions = 1; ; exceptions += 1) {
      try {
        return await this.page(place, maxCount, 'exception');
      } catch (failure) {
        if (!(failure instanceof StoreFailure)) throw failure;
        await this.page('start', 1);
        if (exceptions === EXCEPTIONS_AT_POSITION) throw invalidPosition(after);
      }
    }
  }

  /** A node that lags behind may not have the event yet; the leader has it, or nobody has. */
  private async requireBeforeEnd(position: Position): Promise<void> {
    const head = await this.head();
    if (head === undefined || isBehind(fromPosition(position), fromPosition(head))) {
      throw invalidPosition(position);
    }
  }

  private page(
    from: StorePosition | 'start',
    maxCount: number,
    untranslated?: FailureKind,
  ): Promise<readonly StoredEvent[]> {
    const options = { backwards: false, maxCount, fromLeader: false };
    const read = (signal: AbortSignal) => this.store.readAll(from, options, signal);
    return this.persist(this.limits.read, read, untranslated);
  }

  private persist<T>(
    milliseconds: number,
    read: (signal: AbortSignal) => Promise<T>,
    untranslated?: FailureKind,
  ): Promise<T> {
    const { limits } = this;
    const time = new Allowance(milliseconds);
    return persist({ time, limits, ...(untranslated === undefined ? {} : { untranslated }) }, read);
  }
}
