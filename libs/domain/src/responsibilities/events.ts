import type { ActId } from '../acts/act.js';
import type { UnitId } from '../units/unit.js';
import type { Assignment } from './assignment.js';
import type { OfficeId } from './office.js';

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

export interface ResponsibilityEvents {
  'responsibility.assigned': ResponsibilityAssigned;
  'responsibility.reassigned': ResponsibilityReassigned;
  'responsibility.corrected': ResponsibilityCorrected;
}

export const RESPONSIBILITY_EVENT_VERSIONS = {
  'responsibility.assigned': 1,
  'responsibility.reassigned': 1,
  'responsibility.corrected': 1,
} as const satisfies Readonly<Record<keyof ResponsibilityEvents, number>>;
