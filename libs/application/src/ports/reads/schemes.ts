import type { Scheme, SchemeProgramme, SchemeStep } from '#domain';
import type { Clocks, Page, PageRequest } from '../paging.js';
import type { Versioned } from './versioned.js';

export type SchemeView = Versioned<Scheme>;

export interface SchemeFilter {
  /** The province as it was for the scheme, or the one that succeeded it by the day. */
  readonly provinceId?: string;
  readonly programme?: SchemeProgramme;
  /** Where it stands on the day. */
  readonly step?: SchemeStep;
  /** Organisation that executes it on the day. */
  readonly executingUnitId?: string;
  /** Found anywhere in the name of a beneficiary of the day, with or without diacritics, in any case. */
  readonly beneficiary?: string;
  /** As `beneficiary`, in the name of the scheme. */
  readonly name?: string;
}

/** Questions about industrial-promotion schemes. */
export interface SchemeReads {
  scheme(id: string, knownSeq: number): SchemeView | undefined;
  /** By name. */
  schemes(filter: SchemeFilter, at: Clocks, page: PageRequest): Page<SchemeView>;
  /** Ids of all schemes that an organisation ever executed, as known. */
  executedBy(organisationId: string, knownSeq: number): readonly string[];
}
