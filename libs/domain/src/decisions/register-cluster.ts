import { unknownAct } from '../acts/decide-act.js';
import type { ClusterRegistration, Placement } from '../clusters/cluster.js';
import type { DomainEvent } from '../events/catalogue.js';
import type { InvestorAppointment, KnownAppointment } from '../investors/investor.js';
import { accept, refuse, type Decision } from '../refusals/refusal.js';
import { lawTimeline, type LawSegment } from '../responsibilities/law-timeline.js';
import { parseOfficeId } from '../responsibilities/office.js';
import type { LawInForce } from '../responsibilities/subject.js';
import type { ClusterFacts } from '../responsibilities/subject.js';
import type { Register } from './state.js';

/**
 * Registers a cluster with its investor and who is responsible for it by law.
 * Intervals that a unit's dissolution causes are left to that unit's transition.
 * Refuses `ALREADY_EXISTS`, `INVALID_INPUT`, `UNKNOWN_UNIT`, `UNIT_NOT_IN_FORCE`, `OVERLAPPING_INTERVAL`, `UNKNOWN_ACT`.
 */
export function decideRegisterCluster(
  registration: ClusterRegistration,
  appointments: readonly InvestorAppointment[],
  register: Register,
): Decision<DomainEvent> {
  const refusal = refuseRegistration(registration, appointments, register);
  if (refusal !== undefined) return refusal;
  const facts = factsOf(registration, appointments);
  const assigned = byLaw(facts, register.law).filter((s) => s.dissolved.length === 0);
  return accept<DomainEvent>([
    { type: 'cluster.registered', data: registration },
    ...appointments.map((data): DomainEvent => ({ type: 'investor.appointed', data })),
    ...assigned.map((s): DomainEvent => ({ type: 'responsibility.assigned', data: s.assignment })),
  ]);
}

/** Who is responsible for a cluster by law, over every duty of the catalogue. */
export function byLaw(facts: ClusterFacts, law: LawInForce): readonly LawSegment[] {
  return law.duties.flatMap((duty) => lawTimeline(facts, duty, law));
}

/** The part of a registration that decides who is responsible. */
export function factsOf(
  registration: Pick<ClusterRegistration, 'clusterId' | 'since' | 'placements'> &
    Pick<ClusterFacts, 'shares'>,
  appointments: readonly KnownAppointment[],
): ClusterFacts {
  return {
    clusterId: registration.clusterId,
    ...(registration.since === undefined ? {} : { since: registration.since }),
    placements: registration.placements,
    ...(registration.shares === undefined ? {} : { shares: registration.shares }),
    appointments,
  };
}

function refuseRegistration(
  registration: ClusterRegistration,
  appointments: readonly InvestorAppointment[],
  register: Register,
): Decision<never> | undefined {
  const blank = (['clusterId', 'name'] as const).find((field) => registration[field].trim() === '');
  if (blank !== undefined) {
    return refuse(
      'INVALID_INPUT',
      blank,
      registration[blank],
      'A cluster needs an id and a name.',
      'Give its name as in the source; the id can be made of it.',
    );
  }
  if (register.cluster(registration.clusterId) !== undefined) {
    return refuse(
      'ALREADY_EXISTS',
      'clusterId',
      registration.clusterId,
      'A cluster with this id is registered.',
      'Give another id, or use the registered cluster.',
    );
  }
  if (registration.areaHa !== undefined && !/^\d{1,7}(\.\d{1,6})?$/.test(registration.areaHa)) {
    return refuse(
      'INVALID_INPUT',
      'areaHa',
      registration.areaHa,
      'The area is not a number of hectares.',
      'Give hectares as digits with a point, for example 50.59.',
    );
  }
  return (
    refusePlacements(registration.placements, register) ??
    refuseInvestors(appointments, register) ??
    refuseActs(registration, appointments, register)
  );
}

/** Whoever is said to be investor has a name and an office, nobody else has, and one follows on the other. */
function refuseInvestors(
  appointments: readonly InvestorAppointment[],
  register: Register,
): Decision<never> | undefined {
  for (const [i, appointment] of appointments.entries()) {
    const refusal =
      refuseInvestorName(appointment) ??
      refuseInvestorUnit(appointment, register) ??
      refuseInvestorOrder(appointment, i === 0 ? undefined : appointments[i - 1]);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}

function refuseInvestorName({ kind, name, officeId }: InvestorAppointment): Decision<never> | undefined {
  const nobody = kind === 'NONE' || kind === 'UNKNOWN';
  const fits = nobody
    ? name === undefined && officeId === undefined
    : (name ?? '').trim() !== '' && officeId !== undefined;
  if (fits) return undefined;
  return refuse(
    'INVALID_INPUT',
    'investor.name',
    name ?? '',
    nobody ? `An investor of kind ${kind} has no name.` : 'The investor has no name or no office.',
    'Give its name, and for a committee the id of its unit; give kind UNKNOWN where no source names it.',
  );
}

/** On an unknown unit nothing would ever end the appointment. */
function refuseInvestorUnit(
  { kind, officeId, parentUnitId }: InvestorAppointment,
  register: Register,
): Decision<never> | undefined {
  const unitId = kind === 'COMMITTEE' ? (parseOfficeId(officeId ?? '')?.rest ?? '') : parentUnitId;
  if (unitId === undefined || register.law.lineage.lifetime(unitId) !== undefined) return undefined;
  return unknownUnit('investor.unitId', unitId);
}

function refuseInvestorOrder(
  { from }: InvestorAppointment,
  before: InvestorAppointment | undefined,
): Decision<never> | undefined {
  const follows = from !== undefined && (before?.from === undefined || before.from < from);
  if (before === undefined || follows) return undefined;
  return refuse(
    'OVERLAPPING_INTERVAL',
    'investor.from',
    from ?? '',
    'Two appointments of an investor overlap.',
    'Give each later appointment a first day after the one before.',
  );
}

function refuseActs(
  registration: ClusterRegistration,
  appointments: readonly InvestorAppointment[],
  register: Register,
): Decision<never> | undefined {
  const cited = [
    ...registration.documents.map((d, i) => ({ field: `documents.${i}.actId`, id: d.actId })),
    ...registration.placements.map((p, i) => ({ field: `placements.${i}.actId`, id: p.actId })),
    ...appointments.map((a) => ({ field: 'investor.actId', id: a.actId })),
  ];
  const missing = cited.find(({ id }) => id !== undefined && register.acts(id) === undefined);
  return missing?.id === undefined ? undefined : unknownAct(missing.field, missing.id);
}

/** Refuses places out of order, of unknown units, of another tier than said, or not in force on their first day. */
export function refusePlacements(
  placements: readonly Placement[],
  register: Register,
): Decision<never> | undefined {
  if (placements.length === 0) {
    return refuse('INVALID_INPUT', 'placements', '', 'No place is stated.', 'State at least the province.');
  }
  for (const [i, placement] of placements.entries()) {
    const before = placements[i - 1];
    if (
      i > 0 &&
      (placement.from === undefined || (before?.from !== undefined && placement.from <= before.from))
    ) {
      return refuse(
        'OVERLAPPING_INTERVAL',
        `placements.${i}.from`,
        placement.from ?? '',
        'Places overlap.',
        'Give each later place a first day after the one before.',
      );
    }
    const refusal = refusePlacement(placement, i, register);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}

function refusePlacement(placement: Placement, i: number, register: Register): Decision<never> | undefined {
  if (placement.unitIds.length === 0) {
    return refuse(
      'INVALID_INPUT',
      `placements.${i}.unitIds`,
      '',
      'A place needs a unit.',
      'Name at least one unit.',
    );
  }
  for (const id of placement.unitIds) {
    const lifetime = register.law.lineage.lifetime(id);
    if (lifetime === undefined) {
      return unknownUnit(`placements.${i}.unitIds`, id);
    }
    const day = placement.from ?? lifetime.from;
    const over = day !== undefined && lifetime.to !== undefined && lifetime.to <= day;
    const early =
      placement.from !== undefined && lifetime.from !== undefined && placement.from < lifetime.from;
    if (over || early) {
      return refuse(
        'UNIT_NOT_IN_FORCE',
        `placements.${i}.unitIds`,
        id,
        `Unit ${id} does not exist on ${day}.`,
        'Name the unit that existed on the first day of the place.',
      );
    }
  }
  return refuseTier(placement, i, register);
}

function unknownUnit(field: string, id: string): Decision<never> {
  return refuse(
    'UNKNOWN_UNIT',
    field,
    id,
    `No unit ${id} is known.`,
    'Look the id up by its name; ids carry their era, as in 15520@2025-07-01.',
  );
}

function refuseTier(placement: Placement, i: number, register: Register): Decision<never> | undefined {
  const wrong = placement.unitIds.find((id) => register.law.lineage.levelOf(id) !== placement.precision);
  if (wrong === undefined) return undefined;
  return refuse(
    'INVALID_INPUT',
    `placements.${i}.precision`,
    placement.precision,
    `Unit ${wrong} is not of this tier.`,
    'Give the precision that matches the units: COMMUNE, DISTRICT or PROVINCE.',
  );
}
