import { unknownAct } from '../acts/decide-act.js';
import type { EventOf } from '../events/catalogue.js';
import { accept, refuse, type Decision } from '../refusals/refusal.js';
import { refuseBlank, refuseSubjectId, type SchemeRegister } from '../schemes/register.js';
import type { OrganisationRegistration } from './organisation.js';

/**
 * Registers an organisation.
 * Refuses `INVALID_INPUT`, `ALREADY_EXISTS`, `UNKNOWN_UNIT`, `UNKNOWN_ACT`.
 */
export function decideRegisterOrganisation(
  data: OrganisationRegistration,
  register: SchemeRegister,
): Decision<EventOf<'organisation.registered'>> {
  const refusal =
    refuseSubjectId('organisationId', data.organisationId, register) ?? refuseRegistration(data, register);
  return refusal ?? accept([{ type: 'organisation.registered', data }]);
}

function refuseRegistration(
  { name, source, unitId, actId }: OrganisationRegistration,
  { lineage, acts }: SchemeRegister,
): Decision<never> | undefined {
  const blank = refuseBlank('name', name) ?? refuseBlank('source', source);
  if (blank !== undefined) return blank;
  if (unitId !== undefined && lineage.lifetime(unitId) === undefined) {
    return refuse(
      'UNKNOWN_UNIT',
      'unitId',
      unitId,
      `No unit ${unitId} is known.`,
      'Give the id of a unit with its era, for example 31@2025-07-01.',
    );
  }
  return actId === undefined || acts(actId) !== undefined ? undefined : unknownAct('actId', actId);
}
