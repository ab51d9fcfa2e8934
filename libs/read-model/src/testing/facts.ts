import type {
  Act,
  Assignment,
  ClusterRegistration,
  DomainEvent,
  Duty,
  Placement,
  UnitVersion,
} from '#domain';
import { day } from './events.js';

/** An assignment of a duty of cluster c1, held by the district until it says otherwise. */
export function assignment(over: Partial<Assignment> = {}): Assignment {
  return {
    subjectId: 'c1',
    dutyId: 'd1',
    from: day('2024-05-01'),
    status: 'HELD',
    holders: [{ officeId: 'UBND_HUYEN:01.soc-son@origin', lead: false }],
    candidates: [],
    basis: { actId: 'nd-32', article: 'Đ.34(1)', provenance: 'READ' },
    manner: 'BY_LAW',
    explanation: 'The cluster lies wholly in Huyện Sóc Sơn.',
    ...over,
  };
}

export function assigned(over: Partial<Assignment> = {}): DomainEvent {
  return { type: 'responsibility.assigned', data: assignment(over) };
}

export function reassigned(
  over: Partial<Assignment> = {},
  more: { dissolvedUnitId?: string } = {},
): DomainEvent {
  const releasedOfficeIds = ['UBND_HUYEN:01.soc-son@origin'];
  return { type: 'responsibility.reassigned', data: { ...assignment(over), releasedOfficeIds, ...more } };
}

export function corrected(corrects: string, over: Partial<Assignment> = {}): DomainEvent {
  const data = {
    ...assignment(over),
    manner: 'CORRECTION' as const,
    corrects,
    actId: 'qd-1',
    reason: 'Wrong commune.',
  };
  return { type: 'responsibility.corrected', data };
}

export function act(actId: string, over: Partial<Act> = {}): DomainEvent {
  const data = {
    actId,
    kind: 'DECREE',
    number: actId,
    issuer: 'Chính phủ',
    provenance: 'READ',
    source: 'test',
    ...over,
  } as const;
  return { type: 'act.registered', data };
}

export function duty(dutyId: string): DomainEvent {
  const data: Duty = { dutyId, group: 'A', name: dutyId, appliesTo: 'CLUSTER', rules: [] };
  return { type: 'duty.catalogued', data };
}

export function placement(unitIds: readonly string[], over: Partial<Placement> = {}): Placement {
  return {
    precision: 'COMMUNE',
    unitIds,
    complete: true,
    provenance: 'STATED',
    evidence: 'Quyết định thành lập',
    ...over,
  };
}

export function cluster(clusterId: string, name: string, placements: readonly Placement[]): DomainEvent {
  const data: ClusterRegistration = {
    clusterId,
    name,
    status: 'OPERATING',
    placements,
    documents: [],
    claims: [],
    provenance: 'STATED',
    source: 'test',
  };
  return { type: 'cluster.registered', data };
}

export function listed(unitId: string, name: string, over: Partial<UnitVersion> = {}): DomainEvent {
  return { type: 'unit.listed', data: { ...unit(unitId, name), ...over, source: 'test' } };
}

export function established(
  unitId: string,
  name: string,
  from: string,
  over: Partial<UnitVersion> = {},
): DomainEvent {
  return {
    type: 'unit.established',
    data: { ...unit(unitId, name), ...over, effectiveFrom: day(from), actId: 'nq-1' },
  };
}

export function abolished(unitId: string, from: string): DomainEvent {
  return { type: 'unit.abolished', data: { unitId, effectiveFrom: day(from), actId: 'nq-1' } };
}

export function succeeded(fromId: string, toId: string, extent: 'WHOLE' | 'PARTIAL' = 'WHOLE'): DomainEvent {
  return {
    type: 'unit.succeeded',
    data: { fromId, toId, extent, actId: 'nq-1', effectiveOn: day('2025-07-01') },
  };
}

function unit(unitId: string, name: string): UnitVersion {
  const code = unitId.slice(0, unitId.indexOf('@'));
  return { unitId, code, name, level: 'COMMUNE', kind: 'XA' };
}
