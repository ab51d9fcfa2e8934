import type { ActId } from '../acts/act.js';
import type { ClusterId, Placement } from '../clusters/cluster.js';
import type { ClusterSharesRecorded } from '../clusters/events.js';
import type { Duty, DutyId } from '../duties/duty.js';
import type { Provenance } from '../identity/provenance.js';
import type { KnownAppointment } from '../investors/investor.js';
import type { LocalDate } from '../time/local-date.js';
import type { Lineage } from '../units/lineage.js';
import type { UnitId } from '../units/unit.js';

/** What decides who is responsible for a cluster by law. */
export interface ClusterFacts {
  readonly clusterId: ClusterId;
  /** First day on which it is known to exist. */
  readonly since?: LocalDate;
  readonly placements: readonly Placement[];
  /** By start. */
  readonly appointments: readonly KnownAppointment[];
  /** How much of it lies in each unit, in the order of recording; absent for nothing recorded. */
  readonly shares?: readonly ClusterSharesRecorded[];
}

/** A provincial rule that names the lead of a cluster on several communes by a criterion. */
export interface LeadRule {
  readonly provinceUnitId: UnitId;
  /** The duties over which it names the lead. */
  readonly dutyIds: readonly DutyId[];
  /** How certain it is that these are the duties that the rule means. */
  readonly dutiesProvenance: Provenance;
  readonly from: LocalDate;
  readonly actId: ActId;
  readonly article: string;
  /** The rule in one plain sentence. */
  readonly text: string;
}

/** The law as recorded: the catalogue, the units and the provincial rules. */
export interface LawInForce {
  readonly duties: readonly Duty[];
  readonly lineage: Lineage;
  readonly leadRules: readonly LeadRule[];
}
