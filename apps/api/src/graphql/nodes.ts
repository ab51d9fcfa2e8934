import type {
  ActView,
  Clocks,
  ClusterView,
  EventView,
  OfficeView,
  ResponsibilityView,
  TransitionView,
  UnitView,
} from '#application';
import { attributesOn, type Duty, type PlaceOrigin, type Succession } from '#domain';
import type { ActType } from './types/act.js';
import type { ClusterType } from './types/cluster.js';
import type { DutyType } from './types/duty.js';
import type { RecordedEventType } from './types/event.js';
import type { PlaceOriginType } from './types/place-origin.js';
import type { OfficeType, ResponsibilityType } from './types/responsibility.js';
import type { TransitionType } from './types/transition.js';
import type { SuccessionType, UnitType } from './types/unit.js';

/** Views of the read model as GraphQL nodes: each carries the clocks for everything below it. */

export function unitNode(view: UnitView, clocks: Clocks): UnitType {
  return { ...view, id: view.unitId, clocks };
}

export function successionNode(edge: Succession, clocks: Clocks): SuccessionType {
  return { ...edge, clocks };
}

export function actNode(view: ActView, knownSeq: number): ActType {
  return { ...view, id: view.actId, amends: view.amends ?? [], replaces: view.replaces ?? [], knownSeq };
}

export function dutyNode(duty: Duty, knownSeq: number): DutyType {
  const rules = duty.rules.map((rule) => ({ ...rule, knownSeq }));
  return { ...duty, id: duty.dutyId, decisionRule: duty.decisionRule ?? false, rules };
}

export function clusterNode(view: ClusterView, clocks: Clocks): ClusterType {
  const documents = view.documents.map((d) => ({ ...d, knownSeq: clocks.knownSeq }));
  return { ...view, ...attributesOn(view, clocks.validAt), view, clocks, documents };
}

export function officeNode(view: OfficeView, clocks: Clocks): OfficeType {
  return { ...view, clocks };
}

export function eventNode(view: EventView, knownSeq: number): RecordedEventType {
  return { ...view, knownSeq };
}

export function transitionNode(view: TransitionView, clocks: Clocks): TransitionType {
  return { ...view, clocks };
}

export function placeOriginNode(origin: PlaceOrigin, clusterId: string, clocks: Clocks): PlaceOriginType {
  const { from, precision, complete, provenance, evidence } = origin.placement;
  const since = from === undefined ? {} : { since: from };
  return { ...since, precision, complete, provenance, evidence, origin, clusterId, clocks };
}

export function responsibilityNode(view: ResponsibilityView, clocks: Clocks): ResponsibilityType {
  const { holders, candidates, basis, ...rest } = view;
  return {
    ...rest,
    clocks,
    candidateIds: candidates,
    holders: holders.map((h) => ({ ...h, clocks })),
    ...(basis === undefined ? {} : { basis: { ...basis, knownSeq: clocks.knownSeq } }),
  };
}
