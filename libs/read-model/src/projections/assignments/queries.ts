import type { AssignmentRow, Clocks, ResponsibilityView } from '#application';
import type { LocalDate, ResponsibilityStatus, ValidInterval } from '#domain';
import { bounds, dayOrAbsent } from '../../storage/sentinels.js';
import type { Database } from '../../storage/database.js';
import { inForce } from '../acts/act-state.js';
import type { ActsMemory } from '../acts/memory.js';
import type { EventStore } from '../events/store.js';
import { answerOn, noAssignment } from './answer.js';

interface RectangleRow {
  readonly duty_id: string;
  readonly valid_from: string;
  readonly valid_to: string;
  readonly event_seq: number;
  readonly status: string;
  readonly act_id: string | null;
}

/** Answers who is responsible out of the rectangles, the events they came from and the acts as known. */
export class Responsibilities {
  constructor(
    private readonly db: Database,
    private readonly events: EventStore,
    private readonly acts: ActsMemory,
  ) {}

  /** The answer for one duty at both clocks. */
  answer(subjectId: string, dutyId: string, at: Clocks): ResponsibilityView {
    const row = this.db.get<RectangleRow>(
      `SELECT duty_id, valid_from, valid_to, event_seq, status, act_id FROM assignments
       WHERE subject_id = ? AND duty_id = ? AND known_to > ? AND known_from <= ? AND valid_from <= ? AND valid_to > ?
       LIMIT 1`,
      subjectId,
      dutyId,
      at.knownSeq,
      at.knownSeq,
      at.validAt,
      at.validAt,
    );
    return row === undefined
      ? noAssignment(subjectId, dutyId, this.#gap(subjectId, dutyId, at))
      : this.#answer(row, at);
  }

  /** Answers for every duty ever assigned over the subject, as known. */
  answers(subjectId: string, at: Clocks): ReadonlyMap<string, ResponsibilityView> {
    const found = new Map<string, ResponsibilityView>();
    for (const [dutyId, row] of this.#onDay(subjectId, at)) {
      found.set(
        dutyId,
        row === undefined
          ? noAssignment(subjectId, dutyId, this.#gap(subjectId, dutyId, at))
          : this.#answer(row, at),
      );
    }
    return found;
  }

  /** Finds subjects by a status that any duty over them has on a day. */
  statusSearch(status: ResponsibilityStatus, at: Clocks): (subjectId: string) => boolean {
    const lapsed = JSON.stringify(this.acts.notInForce(at.validAt, at.knownSeq));
    // A duty ever assigned has no basis where no assignment of the day rests on an act in force.
    const condition = status === 'NO_BASIS' ? 'sum(stands) = 0' : 'sum(stands AND status = ?) > 0';
    const values = status === 'NO_BASIS' ? [] : [status];
    const sql = `
      SELECT 1 FROM (
        SELECT duty_id, status, valid_from <= ? AND valid_to > ?
          AND (act_id IS NULL OR act_id NOT IN (SELECT value FROM json_each(?))) AS stands
        FROM assignments WHERE subject_id = ? AND known_to > ? AND known_from <= ?)
      GROUP BY duty_id HAVING ${condition} LIMIT 1`;
    return (subjectId) =>
      this.db.get(sql, at.validAt, at.validAt, lapsed, subjectId, at.knownSeq, at.knownSeq, ...values) !==
      undefined;
  }

  /** Whether the office holds any duty over the subject on the day. */
  isHolder(subjectId: string, officeId: string, at: Clocks): boolean {
    return [...this.#onDay(subjectId, at).values()].some(
      (row) =>
        row !== undefined &&
        this.#statusOf(row, at) !== 'NO_BASIS' &&
        this.events.assignment(row.event_seq).assignment.holders.some((h) => h.officeId === officeId),
    );
  }

  /** Subjects of which any assignment ever named this office as holder, or had this status; undefined where they are more. */
  fewOfWhichWasSaid(officeOrStatus: string, most: number): readonly string[] | undefined {
    const rows = this.db.all<{ subject_id: string }>(
      'SELECT subject_id FROM assigned_subjects WHERE said = ? LIMIT ?',
      officeOrStatus,
      most + 1,
    );
    return rows.length > most ? undefined : rows.map((row) => row.subject_id);
  }

  /** Whether any assignment of a subject ever named this office as holder, or had this status. */
  wasSaid(subjectId: string, officeOrStatus: string): boolean {
    const sql = 'SELECT 1 FROM assigned_subjects WHERE said = ? AND subject_id = ?';
    return this.db.get(sql, officeOrStatus, subjectId) !== undefined;
  }

  /** Recorded intervals as known, by duty and start. */
  recorded(subjectId: string, dutyId: string | undefined, knownSeq: number): readonly AssignmentRow[] {
    const rows =
      dutyId === undefined ? this.#known(subjectId, knownSeq) : this.#knownOf(subjectId, dutyId, knownSeq);
    return rows.map((row) => {
      const { assignment, seq } = this.events.assignment(row.event_seq);
      const { status, holders, candidates, basis, manner } = assignment;
      const days = bounds(row.valid_from, row.valid_to);
      const eventId = this.events.idOf(seq);
      return {
        subjectId,
        dutyId: row.duty_id,
        status,
        holders,
        candidates,
        ...days,
        basis,
        manner,
        eventId,
        eventSeq: seq,
      };
    });
  }

  #statusOf(row: RectangleRow | undefined, { validAt, knownSeq }: Clocks): ResponsibilityStatus {
    if (row === undefined) return 'NO_BASIS';
    const act = row.act_id === null ? undefined : this.acts.at(row.act_id, knownSeq);
    return inForce(act, validAt) ? (row.status as ResponsibilityStatus) : 'NO_BASIS';
  }

  #answer(row: RectangleRow, { validAt, knownSeq }: Clocks): ResponsibilityView {
    const recorded = this.events.assignment(row.event_seq);
    const { actId } = recorded.assignment.basis;
    return answerOn(validAt, {
      recorded,
      days: bounds(row.valid_from, row.valid_to),
      act: actId === undefined ? undefined : this.acts.at(actId, knownSeq),
      numberOf: (id) => this.acts.at(id, knownSeq)?.view.number ?? id,
    });
  }

  /** For each duty ever assigned, the rectangle of the day; undefined where there is none. */
  #onDay(subjectId: string, at: Clocks): ReadonlyMap<string, RectangleRow | undefined> {
    const found = new Map<string, RectangleRow | undefined>();
    for (const row of this.#known(subjectId, at.knownSeq)) {
      if (row.valid_from <= at.validAt && at.validAt < row.valid_to) found.set(row.duty_id, row);
      else if (!found.has(row.duty_id)) found.set(row.duty_id, undefined);
    }
    return found;
  }

  #known(subjectId: string, knownSeq: number): readonly RectangleRow[] {
    return this.db.all<RectangleRow>(
      `SELECT duty_id, valid_from, valid_to, event_seq, status, act_id FROM assignments
       WHERE subject_id = ? AND known_to > ? AND known_from <= ? ORDER BY duty_id, valid_from`,
      subjectId,
      knownSeq,
      knownSeq,
    );
  }

  #knownOf(subjectId: string, dutyId: string, knownSeq: number): readonly RectangleRow[] {
    return this.db.all<RectangleRow>(
      `SELECT duty_id, valid_from, valid_to, event_seq, status, act_id FROM assignments
       WHERE subject_id = ? AND duty_id = ? AND known_to > ? AND known_from <= ? ORDER BY valid_from`,
      subjectId,
      dutyId,
      knownSeq,
      knownSeq,
    );
  }

  /** The days around a day that no known assignment covers. */
  #gap(subjectId: string, dutyId: string, at: Clocks): Partial<ValidInterval> {
    let from: string | undefined;
    let to: string | undefined;
    for (const { valid_from, valid_to } of this.#knownOf(subjectId, dutyId, at.knownSeq)) {
      if (valid_to <= at.validAt) from = valid_to;
      else if (valid_from > at.validAt) to ??= valid_from;
    }
    const start: LocalDate | undefined = from === undefined ? undefined : dayOrAbsent(from);
    return {
      ...(start === undefined ? {} : { from: start }),
      ...(to === undefined ? {} : { to: to as LocalDate }),
    };
  }
}
