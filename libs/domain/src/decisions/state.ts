import type { ActLookup } from '../acts/decide-act.js';
import type { ClusterId, Placement } from '../clusters/cluster.js';
import type { ClusterPhasesRecorded, ClusterSharesRecorded } from '../clusters/events.js';
import type { KnownAppointment } from '../investors/investor.js';
import type { Assignment } from '../responsibilities/assignment.js';
import type { OfficeId } from '../responsibilities/office.js';
import type { LawInForce } from '../responsibilities/subject.js';
import type { LocalDate } from '../time/local-date.js';

/** A recorded assignment as it is known now, with the event it came by. */
export type KnownAssignment = Pick<
  Assignment,
  'subjectId' | 'dutyId' | 'from' | 'to' | 'status' | 'holders' | 'candidates' | 'basis' | 'manner'
> & { readonly eventId: string };

/** A registered cluster as it is known now. */
export interface KnownCluster {
  readonly clusterId: ClusterId;
  readonly name: string;
  readonly since?: LocalDate;
  readonly placements: readonly Placement[];
  readonly appointments: readonly KnownAppointment[];
  /** Every record of its phases, in the order of recording; absent for none. */
  readonly phases?: readonly ClusterPhasesRecorded[];
  /** Every record of its shares, in the order of recording; absent for none. */
  readonly shares?: readonly ClusterSharesRecorded[];
  readonly assignments: readonly KnownAssignment[];
}

/** What decisions on clusters and duties are made from; all of it read before, nothing looked up meanwhile. */
export interface Register {
  readonly law: LawInForce;
  readonly acts: ActLookup;
  cluster(id: ClusterId): KnownCluster | undefined;
  /** Whether an office exists on the day; undefined id parts are refused. */
  officeExists(id: OfficeId, day: LocalDate): boolean;
}
