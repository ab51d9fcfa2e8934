import type { Act, ActEndManner, ActId } from '../acts/act.js';
import type { ClusterId, ClusterRegistration, Placement } from '../clusters/cluster.js';
import type { Duty } from '../duties/duty.js';
import type { InvestorAppointment } from '../investors/investor.js';
import type { Assignment } from '../responsibilities/assignment.js';
import type { OfficeId } from '../responsibilities/office.js';
import type { LocalDate } from '../time/local-date.js';
import type { Succession, UnitId, UnitKind, UnitVersion } from '../units/unit.js';

/** What every event about units carries: when it took effect and under which act. */
interface ByAct {
  readonly effectiveFrom: LocalDate;
  readonly actId: ActId;
}

/** A unit that existed when the lists begin; since when is not known. */
export type UnitListed = UnitVersion & { readonly source: string };
/** A unit formed by an act. */
export type UnitEstablished = UnitVersion & ByAct;
/** The last day of a unit was the day before `effectiveFrom`. */
export type UnitAbolished = ByAct & { readonly unitId: UnitId };
export type UnitRenamed = ByAct & { readonly unitId: UnitId; readonly name: string };
export type UnitRetyped = ByAct & { readonly unitId: UnitId; readonly name: string; readonly kind: UnitKind };
export type UnitReparented = ByAct & { readonly unitId: UnitId; readonly parentId: UnitId };
export type UnitAliasRecorded = { readonly unitId: UnitId; readonly alias: string; readonly source: string };
export type UnitSucceeded = Succession;

/** Exact count of what an import read: rows read = facts recorded + rejections. */
export interface ImportReconciled {
  readonly importId: string;
  readonly sources: readonly {
    readonly name: string;
    readonly rowsRead: number;
    readonly facts: number;
    readonly rejections: Readonly<Record<string, number>>;
  }[];
  readonly observations: Readonly<Record<string, number>>;
}

export interface ActEnded {
  readonly actId: ActId;
  /** First day on which it is no longer in force. */
  readonly endsOn: LocalDate;
  readonly manner: ActEndManner;
  readonly byActId?: ActId;
  readonly reason: string;
}
export interface ActExtended {
  readonly actId: ActId;
  /** New first day on which it is no longer in force; absent: no end is set any more. */
  readonly lapsesOn?: LocalDate;
  readonly byActId: ActId;
  readonly reason: string;
}

export interface ClusterPlaced {
  readonly clusterId: ClusterId;
  readonly placement: Placement;
  readonly actId: ActId;
  readonly reason: string;
}

/** An assignment that follows no earlier holder's end. */
export type ResponsibilityAssigned = Assignment & { readonly reason?: string };
/** An assignment that takes a duty from those who held it. */
export type ResponsibilityReassigned = Assignment & {
  /** Offices that held it, or may have held it, until then. */
  readonly releasedOfficeIds: readonly OfficeId[];
  /** The unit whose end caused it. */
  readonly dissolvedUnitId?: UnitId;
  /** The act that ordered it, where that is not the basis itself. */
  readonly actId?: ActId;
  readonly reason?: string;
};
/** A recorded assignment was wrong: this holds instead, as known from now on. */
export type ResponsibilityCorrected = Assignment & {
  /** Id of the event that is corrected. */
  readonly corrects: string;
  /** The act that ordered the correction; the basis is what the duty rests on. */
  readonly actId: ActId;
  readonly reason: string;
};

/** Data of every event by type; a type never changes its meaning, a changed shape is a new version. */
export interface EventCatalogue {
  'unit.listed': UnitListed;
  'unit.established': UnitEstablished;
  'unit.abolished': UnitAbolished;
  'unit.renamed': UnitRenamed;
  'unit.retyped': UnitRetyped;
  'unit.reparented': UnitReparented;
  'unit.alias-recorded': UnitAliasRecorded;
  'unit.succeeded': UnitSucceeded;
  'import.reconciled': ImportReconciled;
  'act.registered': Act;
  'act.ended': ActEnded;
  'act.extended': ActExtended;
  'duty.catalogued': Duty;
  'cluster.registered': ClusterRegistration;
  'cluster.placed': ClusterPlaced;
  'investor.appointed': InvestorAppointment;
  'responsibility.assigned': ResponsibilityAssigned;
  'responsibility.reassigned': ResponsibilityReassigned;
  'responsibility.corrected': ResponsibilityCorrected;
}
export type EventType = keyof EventCatalogue;

/** A fact decided on, before it is stamped and stored. */
export type DomainEvent = {
  [T in EventType]: { readonly type: T; readonly data: EventCatalogue[T] };
}[EventType];
export type EventOf<T extends EventType> = Extract<DomainEvent, { type: T }>;

/**
 * Current version of each event's shape; what is stored keeps the version it was written in.
 * A number above 1 makes the compiler ask for the upcasters of all versions before it (`upcasters.ts`).
 */
export const SCHEMA_VERSIONS = {
  'unit.listed': 1,
  'unit.established': 1,
  'unit.abolished': 1,
  'unit.renamed': 1,
  'unit.retyped': 1,
  'unit.reparented': 1,
  'unit.alias-recorded': 1,
  'unit.succeeded': 1,
  'import.reconciled': 1,
  'act.registered': 1,
  'act.ended': 1,
  'act.extended': 1,
  'duty.catalogued': 1,
  'cluster.registered': 1,
  'cluster.placed': 1,
  'investor.appointed': 1,
  'responsibility.assigned': 1,
  'responsibility.reassigned': 1,
  'responsibility.corrected': 1,
} as const satisfies Readonly<Record<EventType, number>>;
export const EVENT_TYPES = Object.keys(SCHEMA_VERSIONS) as readonly EventType[];
