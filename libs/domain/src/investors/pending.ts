import { territoryOn } from '../clusters/territory.js';
import type { DutyRule } from '../duties/duty.js';
import type { ClusterId } from '../clusters/cluster.js';
import type { AssignmentBasis } from '../responsibilities/assignment.js';
import { basisOf } from '../responsibilities/by-law.js';
import { CONTINUATION_DUTY } from '../responsibilities/investor-by-law.js';
import { officeOfUnit, type OfficeId } from '../responsibilities/office.js';
import type { LawInForce } from '../responsibilities/subject.js';
import type { Placement } from '../clusters/cluster.js';
import type { LocalDate } from '../time/local-date.js';
import { appointmentsOn } from './current.js';
import type { KnownAppointment } from './investor.js';
import { unitOfInvestor } from './record.js';

/** Duty of the province to decide on a public investor (NĐ 139/2025 Đ.12, NĐ 32/2024 Đ.35(3)). */
export const REARRANGEMENT_DUTY = 'ccn_rearrange_public_unit_investor';

/** Why an appointment waits for the province. */
export const PENDING_STAGES = [
  'CONTINUING_PENDING_REARRANGEMENT',
  'HOLDER_DISSOLVED_NO_SUCCESSOR_DECISION',
] as const;
export type PendingStage = (typeof PENDING_STAGES)[number];

/** An investor that the province has to rearrange, and has not yet. */
export interface PendingRearrangement {
  readonly clusterId: ClusterId;
  readonly appointment: KnownAppointment;
  readonly stage: PendingStage;
  /** First day on which it waited. */
  readonly since: LocalDate;
  readonly basis: AssignmentBasis;
  /** The committees of the provinces in which the cluster lies on the day; empty where that is not determined. */
  readonly decidedBy: readonly OfficeId[];
  /** Provinces that it may be, where that is not determined. */
  readonly mayBeDecidedBy: readonly OfficeId[];
}

/** What of a cluster decides whether its investor waits. */
export interface InvestorFacts {
  readonly clusterId: ClusterId;
  readonly placements: readonly Placement[];
  readonly appointments: readonly KnownAppointment[];
}

/**
 * The appointments over a cluster that wait for the province on a day: a public service unit that continues
 * without the district it belonged to, and a committee that was dissolved. The units say so; no event is needed.
 */
export function pendingRearrangements(
  facts: InvestorFacts,
  day: LocalDate,
  law: LawInForce,
): readonly PendingRearrangement[] {
  return appointmentsOn(facts.appointments, day).flatMap((appointment) => {
    const stage = pendingStage(appointment);
    const since = law.lineage.lifetime(unitOfInvestor(appointment) ?? '')?.to;
    if (stage === undefined || since === undefined || since > day) return [];
    const territory = territoryOn(facts.placements, day, 'PROVINCE', law.lineage);
    const offices = territory.unitIds.map((id) => officeOfUnit('UBND_TINH', id));
    const known = territory.certainty === 'KNOWN';
    return [
      {
        clusterId: facts.clusterId,
        appointment,
        stage,
        since: appointment.from !== undefined && appointment.from > since ? appointment.from : since,
        basis: continuationBasis(law),
        decidedBy: known ? offices : [],
        mayBeDecidedBy: known ? [] : offices,
      },
    ];
  });
}

function pendingStage({ kind }: KnownAppointment): PendingStage | undefined {
  switch (kind) {
    case 'PUBLIC_SERVICE_UNIT':
      return 'CONTINUING_PENDING_REARRANGEMENT';
    case 'COMMITTEE':
      return 'HOLDER_DISSOLVED_NO_SUCCESSOR_DECISION';
    case 'ENTERPRISE':
    case 'NONE':
    case 'UNKNOWN':
      return undefined;
  }
}

/** NĐ 32/2024 Đ.35(3), as the catalogue cites it. */
function continuationBasis(law: LawInForce): AssignmentBasis {
  const rule: DutyRule | undefined = law.duties.find((d) => d.dutyId === CONTINUATION_DUTY)?.rules[0];
  return rule === undefined ? { provenance: 'UNVERIFIED', pending: true } : basisOf(rule);
}
