import type { EventLog } from '../ports/event-log.js';

const turns = new WeakMap<EventLog, Map<string, Promise<unknown>>>();

/**
 * Does work on one id after the work on it that this process began before, whatever came of that.
 * The log refuses a second writer of one stream; two streams that would take the same new id it does not compare.
 */
export function inTurn<T>(log: EventLog, id: string, work: () => Promise<T>): Promise<T> {
  const last = turns.get(log) ?? new Map<string, Promise<unknown>>();
  turns.set(log, last);
  const before = last.get(id);
  const own = before === undefined ? work() : before.then(work, work);
  last.set(id, own);
  const forget = (): void => {
    if (last.get(id) === own) last.delete(id);
  };
  own.then(forget, forget);
  return own;
}
