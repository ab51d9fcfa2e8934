import {
  officeOfEnterprise,
  officeOfUnit,
  slug,
  type AppointInvestor,
  type InvestorAppointment,
  type InvestorRecord,
  type JointVentureMember,
  type Lineage,
  type OfficeId,
} from '#domain';
import type { ReadModel } from '../../ports/read-model.js';
import type { RegisterView } from '../../register/register-view.js';
import type { InvestorPartyInput, MemberInput } from '../investors.js';

type Party = Pick<InvestorAppointment, 'kind' | 'officeId' | 'name' | 'members' | 'parentUnitId'>;

/** What an appointment says besides whom it names. */
export type AppointmentTerms = Omit<AppointInvestor, keyof Party>;

/** The appointment of whom a decision names; what is not known is left for the domain to refuse. */
export function appointmentOfParty(
  input: InvestorPartyInput,
  terms: AppointmentTerms,
  register: RegisterView,
  readModel: ReadModel,
): AppointInvestor {
  const nameOf = (officeId: OfficeId) =>
    readModel.office(officeId, { validAt: terms.from, knownSeq: register.knownSeq })?.name;
  return { ...terms, ...partyOf(input, nameOf, register.law.lineage) };
}

function partyOf(
  { kind, name, enterpriseId, unitId, members }: InvestorPartyInput,
  nameOf: (officeId: OfficeId) => string | undefined,
  lineage: Lineage,
): Party {
  switch (kind) {
    case 'ENTERPRISE': {
      const joint = members === undefined ? {} : { members: members.map((m) => memberOf(m, nameOf)) };
      const id = enterpriseId ?? slug(name ?? '');
      const officeId = officeOfEnterprise(id);
      // An unknown one keeps its id for a name, so that the refusal says which.
      return { kind, officeId, name: nameOf(officeId) ?? name ?? id, ...joint };
    }
    case 'PUBLIC_SERVICE_UNIT': {
      const parent = unitId === undefined ? {} : { parentUnitId: unitId };
      return name === undefined
        ? { kind, ...parent }
        : { kind, officeId: `PUBLIC_SERVICE_UNIT:${slug(name)}`, name, ...parent };
    }
    case 'COMMITTEE': {
      if (unitId === undefined) return { kind };
      const officeId = committeeOf(unitId, lineage);
      return { kind, officeId, name: nameOf(officeId) ?? unitId };
    }
    case 'NONE':
    case 'UNKNOWN':
      return { kind };
  }
}

function memberOf(
  { enterpriseId, sharePercent }: MemberInput,
  nameOf: (officeId: OfficeId) => string | undefined,
): JointVentureMember {
  const officeId = officeOfEnterprise(enterpriseId);
  const name = nameOf(officeId) ?? enterpriseId;
  return sharePercent === undefined ? { officeId, name } : { officeId, name, sharePercent };
}

/** The people's committee of a unit, by its tier. */
function committeeOf(unitId: string, lineage: Lineage): OfficeId {
  switch (lineage.levelOf(unitId)) {
    case 'PROVINCE':
      return officeOfUnit('UBND_TINH', unitId);
    case 'DISTRICT':
      return officeOfUnit('UBND_HUYEN', unitId);
    case 'COMMUNE':
    case undefined:
      return officeOfUnit('UBND_XA', unitId);
  }
}

/** An id for the next appointment of a cluster that none of it has yet. */
export function nextAppointmentId(clusterId: string, record: InvestorRecord | undefined): string {
  const taken = new Set(record?.entries.map((e) => e.appointmentId));
  let next = taken.size + 1;
  while (taken.has(`${clusterId}-investor-${next}`)) next += 1;
  return `${clusterId}-investor-${next}`;
}
