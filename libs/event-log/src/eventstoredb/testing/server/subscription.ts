import { randomUUID } from 'node:crypto';
import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js';
import type { Filter, StoredEvent } from '../model/event.js';
import type { Answers } from './answers.js';
import { wantedBy, type Wanted } from './filter.js';
import { caughtUpAnswer, checkpointAnswer, confirmationAnswer, nameOf, positionOf } from './messages.js';
import type { ServerNode } from './node.js';
import * as status from './status.js';

const PAGE = 32;

/** Everything from a place on: first what is there, page by page, then what comes. */
export async function subscribeToAll(
  node: ServerNode,
  answers: Answers,
  options: ReadReq.Options,
): Promise<void> {
  const { log } = node.model;
  const all = options.getAll();
  const position = all?.getPosition();
  const start = all?.hasEnd()
    ? log.length
    : position === undefined
      ? 0
      : log.indexAfter(positionOf(position));
  await answers.message(confirmationAnswer(randomUUID()));
  await new AllSubscription(node, answers, wantedBy(options), start).run();
}

/** One stream from a revision on; nothing is said of catching up before its first event. */
export async function subscribeToStream(
  node: ServerNode,
  answers: Answers,
  options: ReadReq.Options,
): Promise<void> {
  const request = options.getStream();
  const stream = nameOf(request?.getStreamIdentifier());
  const after = request?.hasEnd() ? node.model.lastRevision(stream) : afterRevision(request);
  await answers.message(confirmationAnswer(randomUUID()));
  if (node.model.lastRevision(stream) < 0) await firstEvent(node, answers, stream);
  const filter: Filter = (event) => event.stream === stream && event.revision > after;
  const wanted = { filter, window: Infinity, checkpointEvery: undefined };
  await new AllSubscription(node, answers, wanted, 0).run();
}

function afterRevision(request: ReadReq.Options.StreamOptions | undefined): number {
  return request?.hasRevision() ? Number(request.getRevision()) : -1;
}

function firstEvent({ model }: ServerNode, answers: Answers, stream: string): Promise<void> {
  return new Promise((resolve) => {
    const stop = model.log.onAppend((events) => events.some((e) => e.stream === stream) && done());
    const done = () => {
      stop();
      resolve();
    };
    answers.onEnd(done);
  });
}

/** What waits to be sent to a live subscription: an event, or that one was passed over as the last of many. */
type Waiting = { readonly event: StoredEvent } | { readonly checkpoint: bigint };

class AllSubscription {
  readonly #queue: Waiting[] = [];
  #sinceCheckpoint = 0;
  #wake: () => void = () => undefined;

  constructor(
    readonly node: ServerNode,
    readonly answers: Answers,
    readonly wanted: Wanted,
    readonly start: number,
  ) {}

  async run(): Promise<void> {
    await this.#catchUp();
    if (this.answers.ended) return;
    // Nothing is awaited between the last page and this, so no event falls in between.
    const stop = this.node.model.log.onAppend((events) => this.#arrived(events));
    this.answers.onEnd(() => {
      stop();
      this.#wake();
    });
    await this.answers.message(caughtUpAnswer());
    while (!this.answers.ended) await this.#live();
  }

  async #catchUp(): Promise<void> {
    const { log } = this.node.model;
    const { filter, window } = this.wanted;
    for (let next = this.start; next < log.length && !this.answers.ended;) {
      const page = log.page(next, PAGE, window, filter);
      for (const event of page.events) await this.answers.event(event);
      const last = page.events.at(-1) ?? log.events[next];
      next = page.next;
      if (this.#isCheckpoint(page.considered) && !page.isEnd && last !== undefined) {
        await this.answers.message(checkpointAnswer(last.position));
      }
    }
  }

  /** As the server: the events of one append fit always, but not on top of a backlog. */
  #arrived(events: readonly StoredEvent[]): void {
    if (this.answers.ended) return;
    if (this.#queue.length > this.node.liveBuffer) return this.answers.fail(status.tooSlow());
    for (const event of events) {
      if (this.wanted.filter(event)) this.#queue.push({ event });
      if (this.#isCheckpoint(1)) this.#queue.push({ checkpoint: event.position });
    }
    this.#wake();
  }

  async #live(): Promise<void> {
    const waiting = this.#queue.shift();
    if (waiting === undefined) await new Promise<void>((resolve) => (this.#wake = resolve));
    else if ('event' in waiting) await this.answers.event(waiting.event);
    else await this.answers.message(checkpointAnswer(waiting.checkpoint));
  }

  /** Whether so many events more that were looked at make a checkpoint due. */
  #isCheckpoint(considered: number): boolean {
    const { checkpointEvery } = this.wanted;
    this.#sinceCheckpoint += considered;
    if (checkpointEvery === undefined || this.#sinceCheckpoint < checkpointEvery) return false;
    this.#sinceCheckpoint %= checkpointEvery;
    return true;
  }
}
