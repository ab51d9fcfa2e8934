import type { DomainEvent, EventOf } from '../events/catalogue.js';
import type { MatterEvents } from './events.js';
import type { MatterRecord } from './matter.js';

/** Types of the facts that may follow the record of a matter. */
export type MatterStepType = Exclude<keyof MatterEvents, 'matter.recorded'>;
export type MatterStep = EventOf<MatterStepType>;

/** A matter with all that was recorded of it, in the order of record. */
export interface Matter extends MatterRecord {
  readonly steps: readonly MatterStep[];
}

const STEP_TYPES: readonly string[] = [
  'matter.taken-over',
  'matter.coordinated',
  'matter.accepted',
  'matter.advanced',
  'matter.closed',
] satisfies readonly MatterStepType[];

/** The matter after an event of its stream. */
export function evolveMatter(matter: Matter | undefined, event: DomainEvent): Matter | undefined {
  if (event.type === 'matter.recorded') return { ...event.data, steps: [] };
  return matter !== undefined && isStep(event)
    ? { ...matter, steps: [...matter.steps, stepOf(event)] }
    : matter;
}

function isStep(event: DomainEvent): event is MatterStep {
  return STEP_TYPES.includes(event.type);
}

/** What is stored around an event is not part of the state. */
function stepOf({ type, data }: MatterStep): MatterStep {
  return { type, data } as MatterStep;
}

/** Steps in the order in which they count; of two on one day the one recorded later comes last. */
export function stepsInOrder({ steps }: Matter): readonly MatterStep[] {
  return steps.toSorted(({ data: a }, { data: b }) =>
    a.effectiveOn < b.effectiveOn ? -1 : a.effectiveOn > b.effectiveOn ? 1 : 0,
  );
}
