import { reasonRequired, unknownAct } from '../acts/decide-act.js';
import type { ClusterId, Placement } from '../clusters/cluster.js';
import { withPlacement } from '../clusters/record.js';
import { isInferred, territoryOn } from '../clusters/territory.js';
import type { DomainEvent } from '../events/catalogue.js';
import { accept, refuse, type Decision } from '../refusals/refusal.js';
import type { Assignment } from '../responsibilities/assignment.js';
import { officesIn } from '../responsibilities/holder-by-law.js';
import type { ActId } from '../acts/act.js';
import { BEFORE_ALL, type LocalDate } from '../time/local-date.js';
import type { UnitId, UnitLevel } from '../units/unit.js';
import { intersect } from './intersect.js';
import { unknownSubject } from './refusals.js';
import { byLaw, factsOf, refusePlacements } from './register-cluster.js';
import type { KnownAssignment, KnownCluster, Register } from './state.js';

export interface PlaceCluster {
  readonly clusterId: ClusterId;
  readonly communeIds: readonly string[];
  readonly from: LocalDate;
  readonly evidence: string;
  readonly actId: ActId;
  readonly reason: string;
}

/**
 * Places a cluster in communes on stated evidence and settles the duties that rested on its place.
 * Duties given by decision or correction stay, but a lead named for a cluster that turns out to lie elsewhere is moot.
 * The basis stays the law, the act shows who placed it. `placementEventId` is the id the placement will be recorded under.
 * Refuses `UNKNOWN_SUBJECT`, `EVIDENCE_REQUIRED`, `REASON_REQUIRED`, `UNKNOWN_ACT`,
 * `UNKNOWN_UNIT`, `UNIT_NOT_IN_FORCE`, `OVERLAPPING_INTERVAL`, `NOT_APPLICABLE`.
 */
export function decidePlaceCluster(
  input: PlaceCluster,
  placementEventId: string,
  register: Register,
): Decision<DomainEvent> {
  const cluster = register.cluster(input.clusterId);
  if (cluster === undefined) return unknownSubject('clusterId', input.clusterId);
  if (input.evidence.trim() === '') {
    return refuse(
      'EVIDENCE_REQUIRED',
      'evidence',
      '',
      'A place needs stated evidence.',
      'Name the plan, parcel, survey or decision that shows where the cluster lies.',
    );
  }
  if (input.reason.trim() === '') return reasonRequired();
  const placement = placementOf(input);
  const placements = withPlacement(cluster.placements, placement);
  const refusal =
    (register.acts(input.actId) === undefined ? unknownAct('actId', input.actId) : undefined) ??
    inTermsOfInput(refusePlacements([placement], register)) ??
    refuseOutside(cluster, placement, register);
  if (refusal !== undefined) return refusal;
  const settled = settle(cluster, placements, placementEventId, input, register);
  const placed: DomainEvent = {
    type: 'cluster.placed',
    data: { clusterId: cluster.clusterId, placement, actId: input.actId, reason: input.reason },
  };
  return accept([placed, ...settled]);
}

function placementOf(input: PlaceCluster): Placement {
  return {
    from: input.from,
    precision: 'COMMUNE',
    unitIds: [...input.communeIds].sort(),
    complete: true,
    provenance: 'STATED',
    evidence: input.evidence,
    actId: input.actId,
  };
}

/** The caller named communes; how they are kept is not theirs to know. */
function inTermsOfInput(refusal: Decision<never> | undefined): Decision<never> | undefined {
  if (refusal === undefined || refusal.ok) return refusal;
  return { ok: false, refusal: { ...refusal.refusal, field: 'communeIds' } };
}

/**
 * A stated place that is open may only be narrowed: its communes where they are all named, its province otherwise.
 * A place that was merely inferred binds nobody.
 */
function refuseOutside(
  cluster: KnownCluster,
  placement: Placement,
  register: Register,
): Decision<never> | undefined {
  const day = placement.from ?? BEFORE_ALL;
  const { lineage } = register.law;
  const communes = territoryOn(cluster.placements, day, 'COMMUNE', lineage);
  const stated = communes.placement;
  if (communes.certainty === 'KNOWN' || stated === undefined || isInferred(stated)) return undefined;
  const narrow = communes.certainty === 'ONE_OF' && stated.complete;
  const tier: UnitLevel = narrow ? 'COMMUNE' : 'PROVINCE';
  const possible: readonly UnitId[] = territoryOn(cluster.placements, day, tier, lineage).unitIds;
  if (possible.length === 0) return undefined;
  const outside = placement.unitIds.find((id) =>
    territoryOn([{ ...placement, unitIds: [id] }], day, tier, lineage).unitIds.some(
      (unitId) => !possible.includes(unitId),
    ),
  );
  if (outside === undefined) return undefined;
  return refuse(
    'NOT_APPLICABLE',
    'communeIds',
    outside,
    `The cluster cannot lie in ${outside} by its recorded place.`,
    `Name ${narrow ? 'among' : 'communes of'} ${possible.join(', ')}.`,
  );
}

function settle(
  cluster: KnownCluster,
  placements: readonly Placement[],
  placementEventId: string,
  input: PlaceCluster,
  register: Register,
): readonly DomainEvent[] {
  const facts = factsOf({ ...cluster, placements }, cluster.appointments);
  const after = { from: input.from };
  return byLaw(facts, register.law).flatMap(({ assignment }) =>
    cluster.assignments
      .filter(
        (known) =>
          known.dutyId === assignment.dutyId &&
          followsPlace(known, assignment) &&
          !sameHolders(known, assignment),
      )
      .flatMap((known) => {
        const days = intersect(assignment, known);
        const interval = days === undefined ? undefined : intersect(days, after);
        if (interval === undefined) return [];
        const { to: _to, ...rest } = assignment;
        const settled: Assignment = { ...rest, ...interval, restsOn: [placementEventId] };
        return [settlement(settled, known, input)];
      }),
  );
}

/** What the law gives follows the place, and so does a lead among those whom the law gave the duty together. */
function followsPlace(known: KnownAssignment, assignment: Assignment): boolean {
  if (known.manner === 'BY_LAW') return true;
  return (
    known.manner === 'BY_DECISION' && known.status === 'JOINT' && known.basis.actId === assignment.basis.actId
  );
}

/**
 * An open question is answered; an answer that was another was wrong.
 * Either way it is the law's answer, so that a later and better placement moves it again.
 */
function settlement(settled: Assignment, known: KnownAssignment, input: PlaceCluster): DomainEvent {
  const { actId, reason } = input;
  if (known.status === 'UNDETERMINED') {
    return {
      type: 'responsibility.reassigned',
      data: { ...settled, releasedOfficeIds: officesIn(known), actId, reason },
    };
  }
  return {
    type: 'responsibility.corrected',
    data: { ...settled, corrects: known.eventId, actId, reason },
  };
}

function sameHolders(known: KnownAssignment, assignment: Assignment): boolean {
  return (
    known.status === assignment.status &&
    JSON.stringify(officesIn(known)) === JSON.stringify(officesIn(assignment))
  );
}
