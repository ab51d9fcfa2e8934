import type { AppendResult, ExpectedRevision } from '#application';
import { conflict, outcomeUnknown } from '../shared/log-errors.js';
import type { SerialisedEvent } from '../shared/serialise.js';
import { toProposed } from './envelope.js';
import { mayPass, StoreFailure, toLogError } from './errors.js';
import { Horizon } from './horizon.js';
import { Allowance, Backoff, within, type Limits } from './limits.js';
import { persist } from './persist.js';
import { isBehind, toPosition } from './position.js';
import type { Placed, ProposedEvent, StoreClient } from './store-client.js';
import { Turns } from './turns.js';

/** One append on its way, with everything that is repeated of it. */
interface Attempt {
  readonly stream: string;
  readonly events: readonly ProposedEvent[];
  /** -1 for a stream that is new. */
  readonly expected: number;
  readonly time: Allowance;
}

/**
 * Appends through the leader, and repeats what has no answer with the same event ids: the server writes them once.
 * A conflict is never repeated here: whoever decided has to decide again.
 */
export class Appender {
  private readonly turns = new Turns();
  private readonly horizon: Horizon;

  constructor(
    private readonly store: StoreClient,
    private readonly limits: Limits,
  ) {
    const look = () => persist({ time: new Allowance(limits.append), limits }, (signal) => store.end(signal));
    this.horizon = new Horizon(look);
  }

  /** Appends to one stream go one after another: of two that expect the same revision one has to lose. */
  append(
    stream: string,
    serialised: readonly SerialisedEvent[],
    expectedRevision: ExpectedRevision,
  ): Promise<AppendResult> {
    const expected = expectedRevision === 'no-stream' ? -1 : expectedRevision;
    const attempt = {
      stream,
      events: serialised.map(toProposed),
      expected,
      time: new Allowance(this.limits.append),
    };
    return this.turns.take(stream, () => this.write(attempt));
  }

  /** The server answers a repetition like the first time, so its place has to tell: new is what is behind the horizon. */
  private async write(attempt: Attempt): Promise<AppendResult> {
    const horizon = await this.horizon.now();
    const sentAt = performance.now();
    const { revision, position } = await this.place(attempt);
    this.horizon.saw(position, sentAt);
    return { revision, position: toPosition(position), alreadyRecorded: !isBehind(position, horizon) };
  }

  private async place(attempt: Attempt): Promise<Placed> {
    const { stream, events, expected, time } = attempt;
    const backoff = new Backoff(this.limits);
    let last: StoreFailure | undefined;
    let maybeWritten = false;
    while (time.left > this.limits.leastToSend) {
      try {
        return await within(Math.min(this.limits.attempt, time.left), (signal) =>
          this.store.append(stream, events, expected, signal),
        );
      } catch (failure) {
        if (!(failure instanceof StoreFailure)) throw failure;
        if (failure.kind === 'conflict') return this.settle(attempt, failure, maybeWritten);
        last = failure;
        if (!mayPass(failure)) break;
        maybeWritten ||= failure.sent;
        await backoff.wait();
      }
    }
    last ??= new StoreFailure('transient', 'no time left to begin', { sent: false });
    if (!maybeWritten) throw toLogError(last);
    this.horizon.forget();
    throw outcomeUnknown(last);
  }

  /** A conflict on a repetition may be with what an attempt before it wrote. */
  private async settle(attempt: Attempt, failure: StoreFailure, maybeWritten: boolean): Promise<Placed> {
    const { stream, expected } = attempt;
    if (maybeWritten) {
      const own = await this.ownPlace(attempt);
      if (own !== undefined) return own;
    }
    const revision = (r: number) => (r < 0 ? undefined : r);
    throw conflict(stream, revision(expected) ?? 'no-stream', revision(failure.actual));
  }

  private async ownPlace({ stream, events, expected, time }: Attempt): Promise<Placed | undefined> {
    try {
      const there = await persist({ time, limits: this.limits }, (signal) =>
        this.store.readStream(stream, expected + 1, events.length, signal),
      );
      return events.every(({ id }, i) => there[i]?.id === id) ? there.at(-1) : undefined;
    } catch (error) {
      this.horizon.forget();
      throw outcomeUnknown(error);
    }
  }
}
