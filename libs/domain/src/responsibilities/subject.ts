import type { ActId } from '../acts/act.js';
import type { ClusterId, Placement } from '../clusters/cluster.js';
import type { Duty } from '../duties/duty.js';
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
}

/** A provincial rule that names the lead of a cluster on several communes by a criterion. */
export interface LeadRule {
  readonly provinceUnitId: UnitId;
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
