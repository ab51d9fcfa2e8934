import type { EventOf } from '../events/catalogue.js';
import { accept, refuse, type Decision } from '../refusals/refusal.js';
import type { LocalDate } from '../time/local-date.js';
import { partyOf, refuseParty, type SchemePartyInput } from './parties.js';
import { refuseBlank, refuseSubjectId, type SchemeRegister } from './register.js';
import type { SchemeParties, SchemeRegistration } from './scheme.js';
import { hasStep } from './steps.js';

/** A scheme as people give it; its parties are completed from the register. */
export type RegisterScheme = Omit<SchemeRegistration, 'parties'> & {
  readonly executingUnit?: SchemePartyInput;
  readonly beneficiaries?: readonly SchemePartyInput[];
  readonly department?: SchemePartyInput;
};

/**
 * Registers an industrial-promotion scheme as its source tells of it.
 * What an organisation's end means for it is not decided here (`planCarry`).
 * Refuses `INVALID_INPUT`, `ALREADY_EXISTS`, `INVALID_INTERVAL`, `UNKNOWN_UNIT`, `UNIT_NOT_IN_FORCE`,
 * `UNKNOWN_SUBJECT`, `UNKNOWN_OFFICE`, `NOT_APPLICABLE`.
 */
export function decideRegisterScheme(
  input: RegisterScheme,
  register: SchemeRegister,
): Decision<EventOf<'scheme.registered'>> {
  const data = registrationOf(input, register);
  const refusal =
    refuseSubjectId('schemeId', data.schemeId, register) ??
    refuseBlank('name', data.name) ??
    refuseBlank('source', data.source) ??
    refuseStep(data) ??
    refuseYears(data) ??
    refuseBudget(data) ??
    refuseProvince(data, register) ??
    refuseParties(data, register);
  return refusal ?? accept([{ type: 'scheme.registered', data }]);
}

function registrationOf(input: RegisterScheme, register: SchemeRegister): SchemeRegistration {
  const { executingUnit, beneficiaries = [], department, ...rest } = input;
  const named = (party: SchemePartyInput, role: string) =>
    partyOf(party, `${input.schemeId}-${role}`, register);
  const parties: SchemeParties = {
    ...(executingUnit === undefined ? {} : { executingUnit: named(executingUnit, 'executing-unit') }),
    beneficiaries: beneficiaries.map((party, i) => named(party, `beneficiary-${i + 1}`)),
    ...(department === undefined ? {} : { department: named(department, 'department') }),
  };
  return { ...rest, parties };
}

function refuseStep({ programme, step, stepOn, from }: SchemeRegistration): Decision<never> | undefined {
  if (!hasStep(programme, step)) {
    return refuse(
      'INVALID_INPUT',
      'step',
      step,
      `Schemes of the ${programme} programme have no step ${step}.`,
      'The ministry appraises national schemes, the province approves local ones.',
    );
  }
  if (stepOn === undefined || (step !== 'UNKNOWN' && (from === undefined || from <= stepOn)))
    return undefined;
  return refuse(
    'INVALID_INTERVAL',
    'stepOn',
    stepOn,
    step === 'UNKNOWN' ? 'A step that is not known has no day.' : `It exists from ${from ?? ''} only.`,
    'Leave the day out where the source does not state it.',
  );
}

function refuseYears({ from, fromYear, toYear }: SchemeRegistration): Decision<never> | undefined {
  const years = [fromYear, toYear].filter((year) => year !== undefined);
  const odd = years.find((year) => !Number.isInteger(year) || year < 1_000 || year > 9_999);
  if (odd !== undefined) {
    return refuse('INVALID_INPUT', 'fromYear', String(odd), 'This is no year.', 'Give four digits.');
  }
  const backwards = fromYear !== undefined && toYear !== undefined && toYear < fromYear;
  const ended = from !== undefined && toYear !== undefined && toYear < yearOf(from);
  if (!backwards && !ended) return undefined;
  return refuse(
    'INVALID_INTERVAL',
    'toYear',
    String(toYear),
    'It ends before it begins.',
    'Give a last year that is not before the first year or day.',
  );
}

function refuseBudget({ budgetVnd }: SchemeRegistration): Decision<never> | undefined {
  if (budgetVnd === undefined || /^\d{1,18}$/.test(budgetVnd)) return undefined;
  return refuse(
    'INVALID_INPUT',
    'budgetVnd',
    budgetVnd,
    'The budget is not a whole number of đồng.',
    'Give digits only, for example 6500000000 for 6,5 tỷ đồng.',
  );
}

function refuseProvince(
  { provinceId, from }: SchemeRegistration,
  { lineage }: SchemeRegister,
): Decision<never> | undefined {
  if (provinceId === undefined) return undefined;
  if (lineage.levelOf(provinceId) !== 'PROVINCE') {
    return refuse(
      'UNKNOWN_UNIT',
      'provinceId',
      provinceId,
      `No province ${provinceId} is known.`,
      'Give the id of a province with its era, for example 30@origin.',
    );
  }
  if (from === undefined || lineage.unitOn(provinceId, from) !== undefined) return undefined;
  return refuse(
    'UNIT_NOT_IN_FORCE',
    'provinceId',
    provinceId,
    `Province ${provinceId} does not exist on ${from}.`,
    'Give the province as it was on the first day of the scheme.',
  );
}

function refuseParties(data: SchemeRegistration, register: SchemeRegister): Decision<never> | undefined {
  const { executingUnit, beneficiaries, department } = data.parties;
  const twice = beneficiaries.find((party, i) => beneficiaries.findIndex((b) => b.id === party.id) !== i);
  if (twice !== undefined) {
    return refuse(
      'INVALID_INPUT',
      'beneficiaries',
      twice.id,
      'A beneficiary is named twice.',
      'Name each once, or give each an id of its own.',
    );
  }
  const day = earliestDay(data);
  return (
    (executingUnit === undefined
      ? undefined
      : refuseParty('executingUnit', 'EXECUTING_UNIT', executingUnit, day, register)) ??
    (department === undefined
      ? undefined
      : refuseParty('department', 'DEPARTMENT', department, data.from, register)) ??
    beneficiaries
      .map((party, i) => refuseParty(`beneficiaries.${i}`, 'BENEFICIARY', party, undefined, register))
      .find((refusal) => refusal !== undefined)
  );
}

/** The day before which it surely did not exist; undefined where nothing says so. */
function earliestDay({ from, fromYear }: SchemeRegistration): LocalDate | undefined {
  return from ?? (fromYear === undefined ? undefined : (`${fromYear}-01-01` as LocalDate));
}

function yearOf(day: LocalDate): number {
  return Number(day.slice(0, 4));
}
