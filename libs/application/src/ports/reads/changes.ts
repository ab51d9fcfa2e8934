import type { Position } from '../event-log.js';

/** What changed between two points of the log. */
export interface ChangeReads {
  /**
   * Which of some subjects have another answer, or an event of their own, after one number up to another: what their
   * answers rest on counts (the force of acts, the units where they lie and whose committees are named).
   */
  changedSubjects(subjectIds: readonly string[], afterSeq: number, upToSeq: number): readonly string[];
  /**
   * Number of the last event at a position or before it.
   * @throws BanGiaoError `INVALID_POSITION` for anything but a decimal number.
   */
  seqAt(position: Position): number;
}
