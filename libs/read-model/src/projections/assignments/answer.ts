import type { ResponsibilityView } from '#application';
import { earlierEnd, type ActEndManner, type Assignment, type LocalDate, type ValidInterval } from '#domain';
import { inForce, type ActState } from '../acts/act-state.js';

/** A recorded assignment with its place in the record. */
export interface RecordedAssignment {
  readonly seq: number;
  readonly assignment: Assignment;
  /** Numbers of the further events it rests on. */
  readonly restsOnSeqs: readonly number[];
}

/** What decides an answer: the recorded assignment that holds on the day, its days, and its act as known. */
export interface Grounds {
  readonly recorded: RecordedAssignment;
  readonly days: ValidInterval;
  readonly act: ActState | undefined;
  /** Number of another act, for explanations. */
  readonly numberOf: (actId: string) => string;
}

/** The answer that a recorded assignment gives on a day, if its act is in force; otherwise `NO_BASIS`. */
export function answerOn(day: LocalDate, grounds: Grounds): ResponsibilityView {
  return inForce(grounds.act, day) ? recordedAnswer(day, grounds) : lapsedAnswer(day, grounds);
}

/** The answer where no assignment is recorded for the day; `gap` is the interval without one. */
export function noAssignment(
  subjectId: string,
  dutyId: string,
  gap: Partial<ValidInterval>,
): ResponsibilityView {
  return {
    subjectId,
    dutyId,
    status: 'NO_BASIS',
    holders: [],
    candidates: [],
    ...sinceUntil(gap.from, gap.to),
    decidedBySeqs: [],
    explanation: 'No assignment of this duty over this subject is recorded for this day.',
  };
}

function recordedAnswer(day: LocalDate, { recorded, days, act }: Grounds): ResponsibilityView {
  const { assignment } = recorded;
  const began = act?.view.inForceFrom;
  const since = began !== undefined && began > days.from ? began : days.from;
  const extension = act?.extensions.findLast((e) => e.from <= day);
  return {
    ...common(recorded),
    status: assignment.status,
    holders: assignment.holders,
    candidates: assignment.candidates,
    ...sinceUntil(since, earlierEnd(days.to, act?.view.endsOn)),
    decidedBySeqs: decidedBy(recorded, extension?.seq),
    explanation: assignment.explanation,
  };
}

function lapsedAnswer(day: LocalDate, { recorded, days, act, numberOf }: Grounds): ResponsibilityView {
  const { inForceFrom, endsOn } = act?.view ?? {};
  const early = inForceFrom !== undefined && day < inForceFrom;
  const since = !early && endsOn !== undefined && endsOn > days.from ? endsOn : days.from;
  const until = early ? earlierEnd(days.to, inForceFrom) : days.to;
  return {
    ...common(recorded),
    status: 'NO_BASIS',
    holders: [],
    candidates: [],
    ...sinceUntil(since, until),
    decidedBySeqs: decidedBy(recorded, act?.endSeq),
    explanation: act === undefined ? recorded.assignment.explanation : explainForce(act, early, numberOf),
  };
}

function common({ assignment }: RecordedAssignment) {
  const { subjectId, dutyId, basis, manner } = assignment;
  return {
    subjectId,
    dutyId,
    manner,
    basis: {
      ...(basis.actId === undefined ? {} : { actId: basis.actId }),
      ...(basis.article === undefined ? {} : { article: basis.article }),
      provenance: basis.provenance,
      pending: basis.pending ?? false,
    },
  };
}

function sinceUntil(since: LocalDate | undefined, until: LocalDate | undefined) {
  return { ...(since === undefined ? {} : { since }), ...(until === undefined ? {} : { until }) };
}

function decidedBy(recorded: RecordedAssignment, actSeq: number | undefined): readonly number[] {
  return [...new Set([recorded.seq, ...recorded.restsOnSeqs, ...(actSeq === undefined ? [] : [actSeq])])];
}

const ENDED: Readonly<Record<ActEndManner, string>> = {
  LAPSED: 'lapsed',
  REPEALED: 'was repealed',
  REPLACED: 'was replaced',
  ANNULLED: 'was annulled',
};

function explainForce(act: ActState, early: boolean, numberOf: (actId: string) => string): string {
  const { number, inForceFrom, endsOn, endManner, endedByActId } = act.view;
  if (early) return `The act it rests on, ${number}, is in force from ${inForceFrom} only.`;
  const how = endManner === undefined ? 'lapsed' : ENDED[endManner];
  const terms = endManner === undefined && act.extensions.length === 0 ? ' by its own terms' : '';
  const by = endedByActId === undefined ? '' : ` by ${numberOf(endedByActId)}`;
  const why = act.endReason === undefined ? '' : ` (${act.endReason.replace(/\.\s*$/, '')})`;
  return `The act it rests on, ${number}, ${how}${by || terms} on ${endsOn}${why}, and no newer basis is recorded.`;
}
