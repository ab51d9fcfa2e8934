import type { EventLog } from '../../ports/event-log.js';

/** When a log fails: at its n-th append, before anything is written or after everything is. */
export interface Fault {
  readonly append: number;
  readonly when: 'before' | 'after';
}

/** A real log that fails at one append, as one does whose process or connection ends there. */
export function failingAt(log: EventLog, { append: nth, when }: Fault): EventLog {
  let appends = 0;
  return {
    append: async (stream, events, expected) => {
      appends += 1;
      if (appends === nth && when === 'before') throw new Error('Cut off before the append.');
      const result = await log.append(stream, events, expected);
      if (appends === nth) throw new Error('Cut off after the append.');
      return result;
    },
    readStream: (stream, from, options) => log.readStream(stream, from, options),
    readAll: (after, options) => log.readAll(after, options),
    subscribe: (after, signal) => log.subscribe(after, signal),
    head: () => log.head(),
    close: () => log.close(),
  };
}
