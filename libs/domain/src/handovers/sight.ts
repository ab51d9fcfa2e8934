import type { ActLookup } from '../acts/decide-act.js';
import { parseOfficeId, type OfficeId } from '../responsibilities/office.js';
import type { LocalDate } from '../time/local-date.js';
import type { Lineage } from '../units/lineage.js';
import type { HandoverActor, HandoverId, HandoverParticulars } from './handover.js';

/** What decisions on handovers are made from; all of it read before. */
export interface HandoverSight {
  readonly acts: ActLookup;
  readonly lineage: Lineage;
  officeExists(id: OfficeId, day: LocalDate): boolean;
  /** Whether a subject is registered under the id. */
  subjectExists(id: string): boolean;
  /** Whether an event of this id is recorded of the handover. */
  isEventOf(handoverId: HandoverId, eventId: string): boolean;
}

/** Who decides, and the day it is: nothing is signed or accepted on a day to come. */
export interface HandoverCaller {
  readonly by: HandoverActor;
  readonly today: LocalDate;
  /** He runs the service and acts for no office: he records what offices drew up on paper. */
  readonly operator?: true;
}

/**
 * A body that the province assigned to give for a dissolved unit (ban, tổ) is named by the handover itself:
 * no list of units has it, so it is an office as far as this handover goes.
 */
export function knowingGiver(
  sight: HandoverSight,
  {
    giverOfficeId,
    giverActsFor,
    giverName,
  }: Pick<HandoverParticulars, 'giverOfficeId' | 'giverActsFor' | 'giverName'>,
): HandoverSight {
  const named = giverActsFor !== undefined && giverName !== undefined;
  if (!named || parseOfficeId(giverOfficeId)?.kind !== 'PUBLIC_SERVICE_UNIT') return sight;
  return { ...sight, officeExists: (id, day) => id === giverOfficeId || sight.officeExists(id, day) };
}
