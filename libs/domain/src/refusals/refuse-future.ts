import type { LocalDate } from '../time/local-date.js';
import { refuse, type Decision } from './refusal.js';

/** Refuses a day that is still to come. */
export function refuseFuture(field: string, day: LocalDate, today: LocalDate): Decision<never> | undefined {
  if (day <= today) return undefined;
  return refuse(
    'INVALID_INPUT',
    field,
    day,
    `${day} is still to come; today is ${today}.`,
    'Record it once it has taken place.',
  );
}
