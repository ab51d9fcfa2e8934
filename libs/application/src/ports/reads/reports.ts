import type { ReportState } from '#domain';
import type { Versioned } from './versioned.js';

/** Questions about what was reported. */
export interface ReportReads {
  /** What was handed in under an obligation; undefined where nothing was. */
  report(obligationId: string, knownSeq: number): Versioned<ReportState> | undefined;
}
