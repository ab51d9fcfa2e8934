import { refuse, type Decision } from '../refusals/refusal.js';
import type { Schedule } from './events.js';

/** A year, or a quarter of one. */
export const PLAN_TIME = /^\d{4}(-Q[1-4])?$/;

/** Refuses a span that is not of years or quarters, or that ends before it begins; undefined where it is one. */
export function refuseSchedule(field: string, schedule: Schedule | undefined): Decision<never> | undefined {
  if (schedule === undefined) return undefined;
  const { startsIn, endsIn } = schedule;
  const wrong = [startsIn, endsIn].find((time) => time !== undefined && !PLAN_TIME.test(time));
  if (wrong !== undefined) {
    return refuse(
      'INVALID_INPUT',
      field,
      wrong,
      'This is neither a year nor a quarter.',
      'Give a year as 2025 or a quarter as 2026-Q3.',
    );
  }
  // Of a year and a quarter only the year compares.
  const common = Math.min(startsIn?.length ?? 0, endsIn?.length ?? 0);
  if (startsIn === undefined || endsIn === undefined) return undefined;
  if (startsIn.slice(0, common) <= endsIn.slice(0, common)) return undefined;
  return refuse(
    'INVALID_INTERVAL',
    field,
    endsIn,
    `It ends in ${endsIn}, before it begins in ${startsIn}.`,
    'Give an end that is not before the start.',
  );
}
