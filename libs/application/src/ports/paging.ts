import type { LocalDate } from '#domain';

/** Both clocks, resolved: a day of valid time, and how much of the log counts as known. */
export interface Clocks {
  readonly validAt: LocalDate;
  /** Events numbered up to and including this count. */
  readonly knownSeq: number;
}

/** One page: `after` is the last row's key of the page before; keys are opaque to callers. */
export interface PageRequest {
  readonly first: number;
  readonly after?: string;
}
export interface Page<T> {
  readonly rows: readonly { readonly key: string; readonly row: T }[];
  readonly hasNext: boolean;
}
