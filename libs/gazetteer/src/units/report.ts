/** Why a row of the package was not taken over. */
export const REJECTION_REASONS = {
  DUPLICATE_ROW: 'equal to an earlier row',
  NO_PREDECESSOR_NAMED: 'names no old commune: the new one was a district without communes',
  OLD_PROVINCE_UNKNOWN: 'the old province is none of the 63',
  NEW_CODE_UNKNOWN: 'the new code is none of the 3,321',
  OUTSIDE_SUCCESSOR_PROVINCE: "the new commune lies outside the province that took in the old commune's",
  NEW_NAME_DIFFERS: 'the new name is not that of the new code: the code belongs to a namesake',
  NAMESAKE_EDGE: 'contradicts the edge that holds for the same old commune: it belongs to a namesake',
  EDGE_KNOWN: 'has no old code and says what a row with one says',
  OLD_CODE_MISSING:
    'has no old code and names a commune that the list of 10,035 does not have, mostly one that ended earlier',
  NAME_UNEXPECTED: 'the province has another name under this code',
} as const;
export type RejectionReason = keyof typeof REJECTION_REASONS;

/** A row that was read and not taken over, with enough of it to find it again. */
export interface RejectedRow {
  readonly source: string;
  readonly row: string;
  readonly reason: RejectionReason;
  readonly content: string;
}

/** One source counted exactly: `rowsRead` = `facts` + all `rejections`. */
export interface SourceCount {
  readonly name: string;
  readonly rowsRead: number;
  readonly facts: number;
  readonly rejections: Readonly<Record<string, number>>;
}

/** A correction of a wrong or missing row, with the clause it rests on. */
export interface AppliedRepair {
  readonly id: string;
  readonly action: string;
  readonly reason: string;
  readonly key: string;
  readonly value: string;
  readonly source: string;
}

/** An edge that is recorded although the text of the resolution does not bear it out. */
export interface Doubt {
  readonly fromId: string;
  readonly toId: string;
  readonly doubt: string;
  readonly source: string;
}

/** What the import read, took over, rejected, repaired and saw. */
export interface ReconciliationReport {
  readonly sources: readonly SourceCount[];
  readonly rejected: readonly RejectedRow[];
  readonly repairs: readonly AppliedRepair[];
  readonly doubts: readonly Doubt[];
  /** Counts of what the lists show, by stable name. */
  readonly observations: Readonly<Record<string, number>>;
}

/** Counts the rejections of one source by reason. */
export function countSource(
  name: string,
  rowsRead: number,
  facts: number,
  rejected: readonly RejectedRow[],
): SourceCount {
  const rejections: Record<string, number> = {};
  for (const { source, reason } of rejected) {
    if (source === name) rejections[reason] = (rejections[reason] ?? 0) + 1;
  }
  return { name, rowsRead, facts, rejections };
}
