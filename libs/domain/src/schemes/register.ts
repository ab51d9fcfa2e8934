import type { ActId } from '../acts/act.js';
import { refuseBasis, type ActLookup } from '../acts/decide-act.js';
import type { Organisation, OrganisationId, OrganisationLineage } from '../organisations/organisation.js';
import { refuse, type Decision } from '../refusals/refusal.js';
import type { OfficeId } from '../responsibilities/office.js';
import type { LocalDate } from '../time/local-date.js';
import type { Lineage } from '../units/lineage.js';
import type { Scheme } from './scheme.js';

/** What decisions on schemes and organisations are made from; all of it read before, nothing looked up meanwhile. */
export interface SchemeRegister {
  readonly acts: ActLookup;
  readonly lineage: Lineage;
  readonly organisations: OrganisationLineage;
  organisation(id: OrganisationId): Organisation | undefined;
  scheme(id: string): Scheme | undefined;
  /** Whether anything at all is registered under an id, whatever its kind. */
  subjectExists(id: string): boolean;
  officeExists(id: OfficeId, day: LocalDate): boolean;
}

/** It has no provision on industrial promotion (domain.md 2.7), so that nothing of it moves under it. */
const WITHOUT_INDUSTRIAL_PROMOTION = '139/2025/NĐ-CP';

/** Refuses an act that no transfer in industrial promotion can rest on; undefined where it can. */
export function refusePromotionBasis(
  id: ActId,
  day: LocalDate,
  { acts }: Pick<SchemeRegister, 'acts'>,
): Decision<never> | undefined {
  if (acts(id)?.number !== WITHOUT_INDUSTRIAL_PROMOTION) return refuseBasis('actId', id, day, acts);
  return refuse(
    'NOT_APPLICABLE',
    'actId',
    id,
    `Decree ${WITHOUT_INDUSTRIAL_PROMOTION} says nothing about industrial promotion and transfers nothing of it.`,
    'Name the decision that reorganised the unit or changed the scheme.',
  );
}

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Refuses an id that is none or is taken by a subject of any kind; undefined where it is free. */
export function refuseSubjectId(
  field: string,
  id: string,
  register: Pick<SchemeRegister, 'subjectExists'>,
): Decision<never> | undefined {
  if (!ID.test(id)) {
    return refuse(
      'INVALID_INPUT',
      field,
      id,
      'This is no id.',
      'Use small letters a to z, digits and single hyphens, or give a name and let the id be made of it.',
    );
  }
  if (!register.subjectExists(id)) return undefined;
  return refuse(
    'ALREADY_EXISTS',
    field,
    id,
    `Something is registered under ${id} already.`,
    'Give another id, or use what is registered.',
  );
}

/** Refuses text that says nothing; undefined where it does. */
export function refuseBlank(field: string, text: string): Decision<never> | undefined {
  if (text.trim() !== '') return undefined;
  return refuse('INVALID_INPUT', field, text, 'This cannot be empty.', 'Give it as in the source.');
}

/** The refusal for a scheme or an organisation that is not registered. */
export function notRegistered(field: string, id: string): Decision<never> {
  return refuse(
    'UNKNOWN_SUBJECT',
    field,
    id,
    `Nothing is registered under ${id}.`,
    'Register it first, or look its id up in the list of schemes or organisations.',
  );
}
