import { BanGiaoError, parseOfficeId, type OfficeKind } from '#domain';
import type { ReadModel } from '../ports/read-model.js';

/** Throws where an id was never recorded; the field is named as the question names it. */
type Check = (readModel: ReadModel, id: string, field: string) => void;

/** What each name of an id means, in filters and arguments. */
const CHECKS: Readonly<Record<string, Check>> = {
  unitId: requireUnit,
  provinceId: requireUnit,
  districtId: requireUnit,
  communeId: requireUnit,
  dissolvedUnitId: requireUnit,
  parentId: requireUnit,
  subjectId: requireSubject,
  subjectIds: requireSubject,
  clusterId: requireSubject,
  dutyId: requireDuty,
  dutyIds: requireDuty,
  executingUnitId: requireOrganisation,
  actId: requireAct,
  officeId: requireOffice,
  holderId: requireOffice,
  giverId: requireOffice,
  receiverId: requireOffice,
};

/**
 * Holds the ids of a question against the record: to a mistyped one an empty list would be a wrong answer.
 * @throws BanGiaoError `UNKNOWN_UNIT`, `UNKNOWN_SUBJECT`, `UNKNOWN_ACT`, `UNKNOWN_DUTY`, `UNKNOWN_OFFICE`.
 */
export function requireKnown(readModel: ReadModel, asked: object): void {
  for (const [field, given] of Object.entries(asked) as [string, unknown][]) {
    const check = CHECKS[field];
    if (typeof given === 'string') check?.(readModel, given, field);
    if (Array.isArray(given)) given.forEach((id: string, i) => check?.(readModel, id, `${field}.${i}`));
  }
}

function requireUnit(readModel: ReadModel, id: string, field: string): void {
  if (readModel.anyUnit(id, readModel.status().seq) === undefined) throw unknownUnit(id, field);
}

function requireSubject(readModel: ReadModel, id: string, field: string): void {
  if (readModel.subjectExists(id, readModel.status().seq)) return;
  throw new BanGiaoError('UNKNOWN_SUBJECT', `No subject ${id} is known.`, {
    field,
    value: id,
    remedy: 'Look its id up in the list of clusters.',
  });
}

/** The error for a unit that nobody recorded. */
export function unknownUnit(id: string, field = 'unitId'): BanGiaoError {
  return new BanGiaoError('UNKNOWN_UNIT', `No unit ${id} is known.`, {
    field,
    value: id,
    remedy: 'Look the id up by its name; ids carry their era, as in 15520@2025-07-01.',
  });
}

function requireDuty(readModel: ReadModel, id: string, field: string): void {
  if (readModel.duty(id, readModel.status().seq) !== undefined) return;
  throw new BanGiaoError('UNKNOWN_DUTY', `No duty ${id} is known.`, {
    field,
    value: id,
    remedy: 'Look its id up in the list of duties.',
  });
}

function requireOrganisation(readModel: ReadModel, id: string, field: string): void {
  if (readModel.organisations.organisation(id, readModel.status().seq) !== undefined) return;
  throw new BanGiaoError('UNKNOWN_SUBJECT', `No organisation ${id} is known.`, {
    field,
    value: id,
    remedy: 'Look its id up in the list of organisations.',
  });
}

function requireAct(readModel: ReadModel, id: string, field: string): void {
  if (readModel.act(id, readModel.status().seq) !== undefined) return;
  throw new BanGiaoError('UNKNOWN_ACT', `No act ${id} is known.`, {
    field,
    value: id,
    remedy: 'Look its id up in the list of acts.',
  });
}

/** Offices that a name makes: which of them exist is known only where something names them. */
const NAMED: readonly OfficeKind[] = ['ENTERPRISE', 'PUBLIC_SERVICE_UNIT', 'TRUNG_TAM_KHUYEN_CONG'];

function requireOffice(readModel: ReadModel, id: string, field: string): void {
  const office = parseOfficeId(id);
  const known =
    office !== undefined &&
    (office.rest === undefined ||
      NAMED.includes(office.kind) ||
      readModel.anyUnit(office.rest, readModel.status().seq) !== undefined);
  if (known) return;
  throw new BanGiaoError('UNKNOWN_OFFICE', `No office ${id} is known.`, {
    field,
    value: id,
    remedy: 'Name an office such as UBND_XA:15520@2025-07-01, of a unit that is recorded, or BO_CONG_THUONG.',
  });
}

/** A question that is asked only over ids that are known. */
export function overKnown<Rest extends readonly unknown[], Result>(
  ids: object,
  ask: (readModel: ReadModel, ...rest: Rest) => Result,
): (readModel: ReadModel, ...rest: Rest) => Result {
  return (readModel, ...rest) => {
    requireKnown(readModel, ids);
    return ask(readModel, ...rest);
  };
}
