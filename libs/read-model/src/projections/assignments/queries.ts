import type { AssignmentRow, Clocks, ResponsibilityView } from '#application';
import type { LocalDate, ResponsibilityStatus, ValidInterval } from '#domain';
import { bounds, dayOrAbsent } from '../../storage/sentinels.js';
import type { Database } from '../../storage/database.js';
import type { ActsMemory } from '../acts/memory.js';
import type { EventStore } from '../events/store.js';
import { answerOn, inForce, noAssignment } from './answer.js';

interface RectangleRow {
  readonly duty_id: string;
  readonly valid_from: string;
  readonly valid_to: string;
  readonly event_seq: number;
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
      `SELECT duty_id, valid_from, valid_to, event_seq FROM assignments
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

  /** Statuses and holders over a subject on a day; for searches. */
  summary(
    subjectId: string,
    at: Clocks,
  ): { readonly statuses: Set<ResponsibilityStatus>; readonly holders: Set<string> } {
    const statuses = new Set<ResponsibilityStatus>();
    const holders = new Set<string>();
    for (const row of this.#onDay(subjectId, at).values()) {
      const recorded = row === undefined ? undefined : this.events.assignment(row.event_seq).assignment;
      const actId = recorded?.basis.actId;
      const act = actId === undefined ? undefined : this.acts.at(actId, at.knownSeq);
      if (recorded === undefined || !inForce(act, at.validAt)) {
        statuses.add('NO_BASIS');
        continue;
      }
      statuses.add(recorded.status);
      for (const holder of recorded.holders) holders.add(holder.officeId);
    }
    return { statuses, holders };
  }

  /** Subjects of which any assignment ever named this office as holder, or had this status. */
  subjectsOfWhichWasSaid(officeOrStatus: string): ReadonlySet<string> {
    const rows = this.db.all<{ subject_id: string }>(
      'SELECT subject_id FROM assigned_subjects WHERE said = ?',
      officeOrStatus,
    );
    return new Set(rows.map((row) => row.subject_id));
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
      `SELECT duty_id, valid_from, valid_to, event_seq FROM assignments
       WHERE subject_id = ? AND known_to > ? AND known_from <= ? ORDER BY duty_id, valid_from`,
      subjectId,
      knownSeq,
      knownSeq,
    );
  }

  #knownOf(subjectId: string, dutyId: string, knownSeq: number): readonly RectangleRow[] {
    return this.db.all<RectangleRow>(
      `SELECT duty_id, valid_from, valid_to, event_seq FROM assignments
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
