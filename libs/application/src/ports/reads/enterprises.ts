import type { Enterprise } from '#domain';
import type { Page, PageRequest } from '../paging.js';
import type { Versioned } from './versioned.js';

export type EnterpriseView = Versioned<Enterprise>;

export interface EnterpriseFilter {
  /** Found anywhere in the name, with or without diacritics, in any case. */
  readonly name?: string;
  readonly registrationNumber?: string;
}

/** Questions about enterprises. */
export interface EnterpriseReads {
  enterprise(id: string, knownSeq: number): EnterpriseView | undefined;
  /** By name. */
  enterprises(filter: EnterpriseFilter, knownSeq: number, page: PageRequest): Page<EnterpriseView>;
}
