import type { ExpectedRevision } from '../ports/event-log.js';

interface Identified {
  readonly eventId: string;
}

/**
 * Where events are to be appended to a stream that has others: behind them, or where they themselves are already.
 * Only there does every store know them again; at its end some would write them a second time.
 */
export function expectedFor(events: readonly Identified[], there: readonly Identified[]): ExpectedRevision {
  const own = there.findIndex(({ eventId }) => eventId === events[0]?.eventId);
  const before = own < 0 ? there.length : own;
  return before === 0 ? 'no-stream' : before - 1;
}
