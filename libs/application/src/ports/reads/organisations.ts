import type { Organisation, OrganisationKind, OrganisationLineage } from '#domain';
import type { Clocks, Page, PageRequest } from '../paging.js';
import type { Versioned } from './versioned.js';

export type OrganisationView = Versioned<Organisation>;

export interface OrganisationFilter {
  readonly kind?: OrganisationKind;
  /** The unit it works for, or the one that succeeded that by the day. */
  readonly unitId?: string;
  /** Found anywhere in the name, with or without diacritics, in any case. */
  readonly name?: string;
}

/** Questions about promotion centres and similar organisations. */
export interface OrganisationReads {
  organisation(id: string, knownSeq: number): OrganisationView | undefined;
  /** By name. */
  organisations(filter: OrganisationFilter, at: Clocks, page: PageRequest): Page<OrganisationView>;
  /** What succeeded what, as known. */
  succession(knownSeq: number): OrganisationLineage;
}
