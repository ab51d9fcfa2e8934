import type { EventLog } from '#application';

const LATE_MS = 40;

/**
 * A planted fault: the end of an act is acknowledged before it is written.
 * Nothing else in a round builds on it, so that only a kill in between shows.
 */
export function answeringEarly(log: EventLog): EventLog {
  return {
    append: async (stream, events, expected) => {
      if (events[0]?.type !== 'act.ended') return log.append(stream, events, expected);
      const before = await log.head();
      setTimeout(() => void log.append(stream, events, expected), LATE_MS);
      const revision = expected === 'no-stream' ? 0 : expected + 1;
      return { revision, position: String(Number(before) + 1), alreadyRecorded: false };
    },
    readStream: (stream, from, options) => log.readStream(stream, from, options),
    readAll: (after, options) => log.readAll(after, options),
    subscribe: (after, signal) => log.subscribe(after, signal),
    head: () => log.head(),
    close: () => log.close(),
  };
}
