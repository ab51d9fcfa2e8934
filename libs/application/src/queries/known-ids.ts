import { BanGiaoError, parseOfficeId, type OfficeKind } from '#domain';
import type { ReadModel } from '../ports/read-model.js';

/** Throws where an id was never recorded; the field is named as the question names it. */
type Check = (readModel: ReadModel, id: string, field: string) => void;

/** A check of the ids that a list of their own gives. */
const inList =
  (
    code: string,
    what: string,
    list: string,
    isKnown: (readModel: ReadModel, id: string, seq: number) => boolean,
  ): Check =>
  (readModel, id, field) => {
    if (isKnown(readModel, id, readModel.status().seq)) return;
    throw new BanGiaoError(code, `No ${what} ${id} is known.`, {
      field,
      value: id,
      remedy: `Look its id up in the list of ${list}.`,
    });
  };

const requireSubject = inList('UNKNOWN_SUBJECT', 'subject', 'clusters', (readModel, id, seq) =>
  readModel.subjectExists(id, seq),
);
const requireDuty = inList(
  'UNKNOWN_DUTY',
  'duty',
  'duties',
  (readModel, id, seq) => readModel.duty(id, seq) !== undefined,
);
const requireOrganisation = inList(
  'UNKNOWN_SUBJECT',
  'organisation',
  'organisations',
  (readModel, id, seq) => readModel.organisations.organisation(id, seq) !== undefined,
);
const requireAct = inList(
  'UNKNOWN_ACT',
  'act',
  'acts',
  (readModel, id, seq) => readModel.act(id, seq) !== undefined,
);

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

/** The error for a unit that nobody recorded. */
export function unknownUnit(id: string, field = 'unitId'): BanGiaoError {
  return new BanGiaoError('UNKNOWN_UNIT', `No unit ${id} is known.`, {
    field,
    value: id,
    remedy: 'Look the id up by its name; ids carry their era, as in 15520@2025-07-01.',
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
