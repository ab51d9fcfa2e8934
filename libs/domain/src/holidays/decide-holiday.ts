import { unknownAct, type ActLookup } from '../acts/decide-act.js';
import type { EventOf } from '../events/catalogue.js';
import { accept, refuse, type Decision } from '../refusals/refusal.js';
import { isWeekend } from '../time/calendar-days.js';
import {
  holidaysOf,
  isSameDeclaration,
  isSettled,
  type HolidayDeclaration,
  type HolidayYear,
} from './holiday.js';

/**
 * Declares a day off, or one worked although it is a Saturday or Sunday; a day declared before is thereby corrected.
 * Refuses `INVALID_INPUT` without name or source, `EVIDENCE_REQUIRED` for what is inferred or unverified and is more
 * than that a day may be off, `NOT_APPLICABLE` for a day that is worked anyway, `UNKNOWN_ACT`, and `ALREADY_EXISTS` where nothing would change.
 */
export function decideDeclareHoliday(
  input: HolidayDeclaration,
  year: HolidayYear | undefined,
  acts: ActLookup,
): Decision<EventOf<'holiday.declared'>> {
  const known = year && holidaysOf(year).find(({ day }) => day === input.day);
  const refusal = refuseText(input) ?? refuseUncertain(input, known);
  if (refusal !== undefined) return refusal;
  if (input.actId !== undefined && acts(input.actId) === undefined) return unknownAct('actId', input.actId);
  if (input.kind === 'COMPENSATORY_WORKING_DAY' && !isWeekend(input.day) && known === undefined) {
    return refuse(
      'NOT_APPLICABLE',
      'day',
      input.day,
      'This day is worked anyway.',
      'Declare a Saturday or Sunday to be worked, or a day that was declared to be off before.',
    );
  }
  if (known !== undefined && isSameDeclaration(known, input)) {
    return refuse(
      'ALREADY_EXISTS',
      'day',
      input.day,
      'The day is declared just so already.',
      'Nothing is to be done.',
    );
  }
  return accept([{ type: 'holiday.declared', data: input }]);
}

function refuseText(input: HolidayDeclaration): Decision<never> | undefined {
  const blank = (['name', 'source'] as const).find((field) => input[field].trim() === '');
  if (blank === undefined) return undefined;
  return refuse(
    'INVALID_INPUT',
    blank,
    input[blank],
    `A declared day needs its ${blank}.`,
    'Give the name of the day, and where it was read.',
  );
}

/** What is not certain may say that a day may be off; it lists no year, and takes nothing back that is certain. */
function refuseUncertain(
  input: HolidayDeclaration,
  known: HolidayDeclaration | undefined,
): Decision<never> | undefined {
  if (isSettled(input)) return undefined;
  const mayBeOff = input.kind === 'HOLIDAY' && input.completesYear !== true;
  if (mayBeOff && (known === undefined || !isSettled(known))) return undefined;
  return refuse(
    'EVIDENCE_REQUIRED',
    'provenance',
    input.provenance,
    'What is inferred or not verified can only say that a day may be off of which nothing certain is declared.',
    'Name the announcement in which it was read; leave it out until there is one.',
  );
}
