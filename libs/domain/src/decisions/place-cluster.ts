import { reasonRequired, unknownAct } from '../acts/decide-act.js';
import type { ClusterId, Placement } from '../clusters/cluster.js';
import { territoryOn } from '../clusters/territory.js';
import type { DomainEvent } from '../events/catalogue.js';
import { accept, refuse, type Decision } from '../refusals/refusal.js';
import type { Assignment } from '../responsibilities/assignment.js';
import { officesIn } from '../responsibilities/holder-by-law.js';
import type { ActId } from '../acts/act.js';
import type { LocalDate } from '../time/local-date.js';
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
 * Duties given by decision or correction stay; the basis stays the law, the act shows who placed it. `placementEventId` is the id the placement will be recorded under.
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
    refusePlacements([placement], register) ??
    refuseOutside(cluster, placement, register);
  if (refusal !== undefined) return refusal;
  const settled = settle(cluster, placements, placementEventId, input, register);
  const placed: DomainEvent = {
    type: 'cluster.placed',
    data: { clusterId: cluster.clusterId, placement, actId: input.actId, reason: input.reason },
  };
  return accept([placed, ...settled]);
}

/** A cluster's places with one more: it replaces one that begins on the same day. */
export function withPlacement(placements: readonly Placement[], added: Placement): readonly Placement[] {
  const kept = placements.filter((p) => p.from !== added.from);
  return [...kept, added].sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1));
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

/** A place must lie within what is possible already: anything else is another fact and needs its own correction. */
function refuseOutside(
  cluster: KnownCluster,
  placement: Placement,
  register: Register,
): Decision<never> | undefined {
  const day = placement.from ?? ('0001-01-01' as LocalDate);
  const possible = territoryOn(cluster.placements, day, 'COMMUNE', register.law.lineage);
  if (possible.certainty !== 'ONE_OF') return undefined;
  const outside = possible.placement.complete
    ? placement.unitIds.find((id) => !possible.unitIds.includes(id))
    : undefined;
  if (outside === undefined) return undefined;
  return refuse(
    'NOT_APPLICABLE',
    'communeIds',
    outside,
    `The cluster cannot lie in ${outside} by its recorded place.`,
    `Name among ${possible.unitIds.join(', ')}.`,
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
          known.dutyId === assignment.dutyId && known.manner === 'BY_LAW' && !sameHolders(known, assignment),
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

/** An open question is answered; an answer that was another was wrong. */
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
    data: { ...settled, manner: 'CORRECTION', corrects: known.eventId, actId, reason },
  };
}

function sameHolders(known: KnownAssignment, assignment: Assignment): boolean {
  return (
    known.status === assignment.status &&
    JSON.stringify(officesIn(known)) === JSON.stringify(officesIn(assignment))
  );
}
