import type { DocumentSubject, NamedUnit } from '#domain';

/** Questions about acts as documents of an office. */
export interface DocumentReads {
  /** Ids of the acts whose issuing office is recorded, by day of issue (undated first) and id. */
  identified(knownSeq: number): readonly string[];
  /** The clusters whose documents name an act, by act. */
  subjects(knownSeq: number): ReadonlyMap<string, readonly DocumentSubject[]>;
  /** The units that ever bore a name (folded), and when. */
  bearers(nameFolded: string, knownSeq: number): readonly NamedUnit[];
}
