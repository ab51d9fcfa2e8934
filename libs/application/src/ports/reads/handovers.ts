import type { HandoverRecord, HandoverState, OfficeId } from '#domain';
import type { Clocks, Page, PageRequest } from '../paging.js';
import type { Versioned } from './versioned.js';

/** What is recorded of a handover; `handoverOn` says how it stands on a day. */
export type HandoverView = Versioned<HandoverRecord>;

export interface HandoverFilter {
  /** Gives, receives, witnesses or decides. */
  readonly officeId?: OfficeId;
  readonly giverId?: OfficeId;
  readonly receiverId?: OfficeId;
  /** On its list. */
  readonly subjectId?: string;
  /** The dissolved unit whose things are given. */
  readonly unitId?: string;
  /** The province whose office decides. */
  readonly provinceId?: string;
  /** Where it stands on the day. */
  readonly state?: HandoverState;
}

/** Questions about handovers. */
export interface HandoverReads {
  handover(id: string, knownSeq: number): HandoverView | undefined;
  /** Those drafted by the day, by the day of the draft. */
  handovers(filter: HandoverFilter, at: Clocks, page: PageRequest): Page<HandoverView>;
}
