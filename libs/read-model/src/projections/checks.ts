import { isLocalDate, type ValidInterval } from '#domain';

/** Says what in an event cannot be projected; following the log stops there. */
export class UnprojectableEvent extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UnprojectableEvent';
  }
}

export function requireText(field: string, value: unknown): asserts value is string {
  if (typeof value !== 'string' || value === '')
    throw new UnprojectableEvent(`${field} is missing or not text.`);
}

const REMEMBERED_DAYS = 10_000;
const days = new Set<unknown>();

/** Days are few and come again and again, so each is checked once. */
export function requireDay(field: string, value: unknown): void {
  if (days.has(value)) return;
  if (typeof value !== 'string' || !isLocalDate(value)) {
    throw new UnprojectableEvent(`${field} is not a day of the calendar: ${String(value)}.`);
  }
  if (days.size >= REMEMBERED_DAYS) days.clear();
  days.add(value);
}

export function requireInterval(interval: ValidInterval): void {
  requireDay('from', interval.from);
  if (interval.to === undefined) return;
  requireDay('to', interval.to);
  if (interval.to <= interval.from) {
    throw new UnprojectableEvent(
      `The interval ends on ${interval.to}, not after its start ${interval.from}.`,
    );
  }
}
