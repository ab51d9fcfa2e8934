import { refuseBasis, unknownAct } from '../acts/decide-act.js';
import type { ActId } from '../acts/act.js';
import { issuedBy } from '../acts/issuer.js';
import { phasesOn } from '../clusters/record.js';
import { namesOn } from '../clusters/territory.js';
import type { KnownCluster, Register } from '../decisions/state.js';
import type { Provenance } from '../identity/provenance.js';
import { refuse, type Decision } from '../refusals/refusal.js';
import { parseOfficeId } from '../responsibilities/office.js';
import type { LocalDate } from '../time/local-date.js';
import { unitsUpwards } from '../units/upwards.js';
import type { InvestorAppointment } from './investor.js';

/**
 * Refuses an act that cannot change an investor: only the province decides on it (NĐ 32/2024 Đ.12(2), Đ.35(3)),
 * and a resolution that changes boundaries changes no investor.
 */
export function refuseProvincialAct(
  actId: ActId,
  day: LocalDate,
  cluster: KnownCluster,
  register: Register,
): Decision<never> | undefined {
  const act = register.acts(actId);
  if (act === undefined) return unknownAct('actId', actId);
  if (act.kind !== 'PROVINCIAL_DECISION') {
    return refuse(
      'NOT_APPLICABLE',
      'actId',
      actId,
      `${act.number} is no decision of a provincial committee; a change of boundaries alone changes no investor.`,
      'Name the decision by which the provincial committee appointed, replaced or rearranged the investor.',
    );
  }
  return refuseBasis('actId', actId, day, register.acts) ?? refuseIssuer(actId, day, cluster, register);
}

/** The committee of a province in which the cluster lies on the day, where that is known. */
function refuseIssuer(
  actId: ActId,
  day: LocalDate,
  cluster: KnownCluster,
  register: Register,
): Decision<never> | undefined {
  const names = namesOn(cluster.placements, day, 'PROVINCE', register.law.lineage);
  const act = register.acts(actId);
  if (names === undefined || (act !== undefined && issuedBy(act, names))) return undefined;
  return refuse(
    'NOT_APPLICABLE',
    'actId',
    actId,
    `It was not issued by the committee of ${names.join(' or ')}, where the cluster lies on ${day}.`,
    'Name the decision of the province in which the cluster lies on that day.',
  );
}

/** Refuses as investor the committee of another province than the one in which the cluster lies on the day. */
export function refuseForeignCommittee(
  { kind, officeId = '' }: InvestorAppointment,
  day: LocalDate,
  { placements }: KnownCluster,
  { law: { lineage } }: Register,
): Decision<never> | undefined {
  const unitId = parseOfficeId(officeId)?.rest;
  if (kind !== 'COMMITTEE' || unitId === undefined) return undefined;
  const names = namesOn(placements, day, 'PROVINCE', lineage);
  const above = [...unitsUpwards(lineage, unitId, () => day)].map((unit) => unit.name);
  if (names === undefined || names.some((name) => above.includes(name))) return undefined;
  return refuse(
    'NOT_APPLICABLE',
    'investor.officeId',
    officeId,
    `It is the committee of no unit of ${names.join(' or ')}, where the cluster lies on ${day}.`,
    'Name the committee that the decision names; look its unit up by its name and province.',
  );
}

/** The refusal for an appointment that is not recorded for the cluster. */
export function unknownAppointment(id: string): Decision<never> {
  return refuse(
    'UNKNOWN_SUBJECT',
    'appointmentId',
    id,
    `No appointment ${id} is recorded for this cluster.`,
    'Look its id up among the investor appointments of the cluster.',
  );
}

/** Refuses a phase that is not recorded for the day; a cluster without phases is one. */
export function refusePhase(
  phaseId: string | undefined,
  day: LocalDate,
  { phases = [] }: KnownCluster,
): Decision<never> | undefined {
  const known = phasesOn({ phases }, day)?.phases ?? [];
  if (phaseId === undefined || known.some((phase) => phase.phaseId === phaseId)) return undefined;
  return refuse(
    'NOT_APPLICABLE',
    'phaseId',
    phaseId,
    `No phase ${phaseId} of this cluster is recorded for ${day}.`,
    'Record the phases of the cluster first, or leave the phase out for the whole cluster.',
  );
}

/** Refuses what no source states: it would give somebody duties, or take them. */
export function refuseUnstated(provenance: Provenance): Decision<never> | undefined {
  if (provenance !== 'INFERRED' && provenance !== 'UNVERIFIED') return undefined;
  return refuse(
    'EVIDENCE_REQUIRED',
    'provenance',
    provenance,
    'What is inferred or not verified makes nobody investor and ends no appointment.',
    'Read it in the decision or in a source, and say which.',
  );
}
