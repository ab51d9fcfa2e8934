import type { ActLookup } from '../acts/decide-act.js';
import type { OfficeId } from '../responsibilities/office.js';
import type { LocalDate } from '../time/local-date.js';
import type { Lineage } from '../units/lineage.js';
import type { HandoverActor } from './handover.js';

/** What decisions on handovers are made from; all of it read before. */
export interface HandoverSight {
  readonly acts: ActLookup;
  readonly lineage: Lineage;
  officeExists(id: OfficeId, day: LocalDate): boolean;
  /** Whether a subject is registered under the id. */
  subjectExists(id: string): boolean;
}

/** Who decides, and the day it is: nothing is signed or accepted on a day to come. */
export interface HandoverCaller {
  readonly by: HandoverActor;
  readonly today: LocalDate;
}
