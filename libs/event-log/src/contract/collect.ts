import type { EventLog, Position, RecordedEnvelope, SubscriptionItem } from '#application';

/** Everything in the log after a position, read in pages of a size. */
export async function readEverything(
  log: EventLog,
  pageSize = 1_000,
  after?: Position,
): Promise<readonly RecordedEnvelope[]> {
  const all: RecordedEnvelope[] = [];
  let last = after;
  for (;;) {
    const page = await log.readAll(last, { maxCount: pageSize });
    all.push(...page);
    last = page.at(-1)?.position;
    if (last === undefined) return all;
  }
}

/** A subscription in the hand of a test. */
export interface Listening {
  /** What came so far. */
  readonly items: readonly SubscriptionItem[];
  /** The titles of the acts that came so far. */
  titles(): readonly string[];
  /** Resolves when the condition holds; fails after ten seconds, and where the subscription fails. */
  until(condition: (items: readonly SubscriptionItem[]) => boolean): Promise<void>;
  /** Aborts, and resolves when the subscription has ended. */
  stop(): Promise<void>;
}

const PATIENCE_MS = 10_000;

/** Listens from a position on. */
export function listen(log: EventLog, after?: Position): Listening {
  const abort = new AbortController();
  const items: SubscriptionItem[] = [];
  const waiting = new Set<() => void>();
  const ended = (async () => {
    for await (const item of log.subscribe(after, abort.signal)) {
      items.push(item);
      for (const look of [...waiting]) look();
    }
  })();
  const until: Listening['until'] = (condition) => {
    const met = new Promise<void>((resolve, reject) => {
      const done = (settle: () => void) => {
        clearTimeout(timer);
        waiting.delete(look);
        settle();
      };
      const look = () => condition(items) && done(resolve);
      const timer = setTimeout(
        () => done(() => reject(new Error(`Not met after ${items.length} items.`))),
        PATIENCE_MS,
      );
      ended.catch((error: unknown) =>
        done(() => reject(error instanceof Error ? error : new Error(String(error)))),
      );
      waiting.add(look);
      look();
    });
    return met;
  };
  const stop = async () => {
    abort.abort();
    await ended;
  };
  return { items, titles: () => titlesOf(eventsOf(items)), until, stop };
}

/** The events among what a subscription gave. */
export function eventsOf(items: readonly SubscriptionItem[]): readonly RecordedEnvelope[] {
  return items.flatMap((item) => (item.kind === 'event' ? [item.event] : []));
}

/** How often a subscription said that it reached the end. */
export function timesCaughtUp(items: readonly SubscriptionItem[]): number {
  return items.filter((item) => item.kind === 'caught-up').length;
}

/** Titles of registered acts. */
export function titlesOf(events: readonly RecordedEnvelope[]): readonly string[] {
  return events.map((e) => (e.type === 'act.registered' ? (e.data.title ?? '') : e.type));
}
