import type { HandoverState, LocalDate, ResponsibilityStatus } from '#domain';
import type { Clocks } from '../paging.js';

/** What progress can be told apart by. */
export const PROGRESS_DIMENSIONS = ['PROVINCE', 'DISTRICT', 'DUTY_GROUP'] as const;
export type ProgressDimension = (typeof PROGRESS_DIMENSIONS)[number];

export interface ProgressFilter {
  /** Province of the day. */
  readonly provinceId?: string;
  /** District in which the subjects were first recorded. */
  readonly districtId?: string;
  readonly dutyGroup?: string;
}

/** How many duties over subjects have which status on the day; one row for each value of the asked dimensions. */
export interface ProgressRow {
  /** Absent where it is not asked for, or the place lies in none or several. */
  readonly provinceId?: string;
  /** Absent where it is not asked for, or no district is stated. */
  readonly districtId?: string;
  readonly dutyGroup?: string;
  readonly statuses: Readonly<Record<ResponsibilityStatus, number>>;
  /** Duties ever assigned over subjects: the sum of all statuses. */
  readonly assigned: number;
  /**
   * Handovers by their state on the day, of the dissolved unit whose things are given. They belong to no group of
   * duties: where groups are told apart, they have a row without one.
   */
  readonly handovers: Readonly<Record<HandoverState, number>>;
  /** Tasks that wait on the day and were due before it; in the same rows. */
  readonly overdue: number;
}

/** How far the handover is, as counts. */
export interface ProgressReads {
  /** In the order of province, district and group. */
  progress(by: readonly ProgressDimension[], filter: ProgressFilter, at: Clocks): readonly ProgressRow[];
  /** Last event recorded on a day or before it. */
  seqAtEndOf(day: LocalDate): number;
}
