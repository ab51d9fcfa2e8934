import { setImmediate } from 'node:timers/promises';
import type { Position, SubscriptionItem } from '#application';
import type { Reader } from './reader.js';
import type { Wake } from './wake.js';

/** One page is all that a subscription holds in memory. */
const PAGE = { maxCount: 1_000, maxLength: 4_000_000 } as const;

/**
 * Events after a position, page by page as they are asked for, then live ones; ends at the abort.
 * @throws BanGiaoError `LOG_CLOSED` where the log is closed before the abort.
 */
export async function* subscription(
  reader: Reader,
  wake: Wake,
  after: Position | undefined,
  signal: AbortSignal,
): AsyncGenerator<SubscriptionItem, void, undefined> {
  let last = after;
  let toldEnd = false;
  while (!signal.aborted) {
    reader.requireOpen();
    // Taken before looking, so that a commit in between is not slept through.
    const { news } = wake;
    const page = reader.all(last, PAGE);
    for (const event of page) {
      last = event.position;
      yield { kind: 'event', event };
      if (signal.aborted) return;
    }
    if (page.length > 0) {
      toldEnd = false;
      // Reading is synchronous: catching up must not keep the thread from everything else.
      await setImmediate();
      continue;
    }
    if (!toldEnd) {
      toldEnd = true;
      yield { kind: 'caught-up', position: last };
    }
    await wake.newerThan(news, signal);
  }
}
