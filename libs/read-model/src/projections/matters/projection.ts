import { atCutover, evolveMatter, foldName, unitOfOffice, type Matter, type MatterEvents } from '#domain';
import { aggregateProjection, type AggregateKind } from '../aggregates/projection.js';

/** Matters in flight as known at any time. */
export const matters: AggregateKind<Matter, keyof MatterEvents> = {
  name: 'matters',
  version: 1,
  types: [
    'matter.recorded',
    'matter.taken-over',
    'matter.coordinated',
    'matter.accepted',
    'matter.advanced',
    'matter.closed',
  ],
  idOf: ({ data }) => data.matterId,
  evolve: evolveMatter,
  sortOf: ({ title }) => foldName(title),
  keysOf: (matter) => [
    `kind:${matter.kind}`,
    ...(matter.subjectId === undefined ? [] : [`subject:${matter.subjectId}`]),
    ...unitsOf(matter).map((id) => `unit:${id}`),
    ...(atCutover(matter) === 'NOT_IN_FLIGHT' ? [] : ['in-flight']),
  ],
};

export const mattersProjection = aggregateProjection(matters);

/** Units that it lies in, and those whose offices had it. */
function unitsOf({ officeId, places, steps }: Matter): readonly string[] {
  const offices = [officeId, ...steps.map(({ data }) => data.officeId)];
  return [
    ...places.flatMap(({ unitIds }) => unitIds),
    ...offices.flatMap((id) => (id === undefined ? [] : (unitOfOffice(id) ?? []))),
  ];
}
