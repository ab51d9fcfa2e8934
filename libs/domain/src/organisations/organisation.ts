import type { ActId } from '../acts/act.js';
import type { Provenance } from '../identity/provenance.js';
import type { OfficeId } from '../responsibilities/office.js';
import type { LocalDate } from '../time/local-date.js';
import type { SuccessionExtent, UnitId } from '../units/unit.js';

export type OrganisationId = string;

/** What an organisation is: a centre for industrial promotion (trung tâm khuyến công), or another public unit. */
export const ORGANISATION_KINDS = [
  'PROMOTION_CENTRE',
  'PUBLIC_SERVICE_UNIT',
  'DEPARTMENT',
  'MINISTRY_AGENCY',
  'OTHER',
] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

/** An office by the name its source gives it, with its id where it is one of ours. */
export interface NamedOffice {
  readonly name: string;
  readonly officeId?: OfficeId;
}

/** What is recorded when an organisation enters the register. */
export interface OrganisationRegistration {
  readonly organisationId: OrganisationId;
  readonly name: string;
  readonly kind: OrganisationKind;
  /** The office it belongs to; absent where the source does not say. */
  readonly parent?: NamedOffice;
  /** The office that guides its profession, which need not be its parent. */
  readonly guidance?: NamedOffice;
  /** The administrative unit it works for. */
  readonly unitId?: UnitId;
  /** First day; absent where the source does not state it. */
  readonly from?: LocalDate;
  /** The act that established it. */
  readonly actId?: ActId;
  readonly provenance: Provenance;
  readonly source: string;
}

/** One edge of the lineage of organisations: a decision of its own, never a consequence of a change of units. */
export interface OrganisationSuccession {
  readonly fromId: OrganisationId;
  readonly toId: OrganisationId;
  readonly extent: SuccessionExtent;
  /** Which part went over; given for `PARTIAL` only. */
  readonly part?: string;
  /** The schemes that go over with a part; with a whole predecessor all of them do. */
  readonly schemeIds?: readonly string[];
  readonly effectiveOn: LocalDate;
  readonly actId: ActId;
  readonly provenance: Provenance;
  readonly source: string;
}

/** What succeeded organisations, for pure decisions; lists are ordered by day. */
export interface OrganisationLineage {
  successionsFrom(id: OrganisationId): readonly OrganisationSuccession[];
  successionsTo(id: OrganisationId): readonly OrganisationSuccession[];
}

/** An organisation as it is known; where it went is kept with its successors. */
export interface Organisation {
  readonly registration: OrganisationRegistration;
  /** What it succeeded, by day. */
  readonly predecessors: readonly OrganisationSuccession[];
}

/** The day on which an organisation went whole into another; undefined where it did not. */
export function organisationEnd(
  id: OrganisationId,
  lineage: OrganisationLineage,
): OrganisationSuccession | undefined {
  return lineage.successionsFrom(id).find((edge) => edge.extent === 'WHOLE');
}
