import type { Matter, MatterKind, MatterLaw, MatterStage, MatterStanding, OfficeId } from '#domain';
import type { Clocks, Page, PageRequest } from '../paging.js';
import type { Versioned } from './versioned.js';

export type MatterView = Versioned<Matter>;

/** A matter as it stands on the day. */
export interface MatterOnDay {
  readonly matter: MatterView;
  readonly standing: MatterStanding;
}

export interface MatterFilter {
  readonly stage?: MatterStage;
  readonly kind?: MatterKind;
  /** The office whose turn it is on the day. */
  readonly officeId?: OfficeId;
  readonly subjectId?: string;
  /** A unit that had it, or in which it lay. */
  readonly dissolvedUnitId?: string;
  /** A province whose chairman may coordinate it, or whose own office has it. */
  readonly provinceId?: string;
  /** True: in flight when the districts ended, or not stated whether it was. False: not in flight then. */
  readonly inFlightAtCutover?: boolean;
  /** True: an office still has to accept it on the day. */
  readonly withoutAcceptance?: boolean;
}

/** Questions about matters in flight. */
export interface MatterReads {
  /** All that is known of it, whatever the day. */
  matter(id: string, knownSeq: number): MatterView | undefined;
  /** As it stands on the day; undefined before it is known to have been there. */
  matterOn(id: string, at: Clocks): MatterOnDay | undefined;
  /** Those that were there on the day, by title. */
  matters(filter: MatterFilter, at: Clocks, page: PageRequest): Page<MatterOnDay>;
  /** What decides who continues a matter. */
  law(knownSeq: number): MatterLaw;
}
