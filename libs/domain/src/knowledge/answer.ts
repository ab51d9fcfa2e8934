import type {
  Assignment,
  AssignmentBasis,
  AssignmentManner,
  Holder,
  ResponsibilityStatus,
} from '../responsibilities/assignment.js';
import type { OfficeId } from '../responsibilities/office.js';

/** What the record says of one duty over one subject on a day: who, and on what it rests. */
export interface Answer {
  readonly status: ResponsibilityStatus;
  readonly holders: readonly Holder[];
  readonly candidates: readonly OfficeId[];
  /** Absent where nothing is recorded. */
  readonly basis?: AssignmentBasis;
  readonly manner?: AssignmentManner;
  /** Numbers of the events it rests on, first the assignment itself; none where nothing is recorded. */
  readonly decidedBy: readonly number[];
}

/** The part of an assignment that an answer repeats. */
export type Said = Pick<Assignment, 'status' | 'holders' | 'candidates' | 'basis' | 'manner'>;

/** The answer where no assignment is recorded. */
export const NOTHING_RECORDED: Answer = { status: 'NO_BASIS', holders: [], candidates: [], decidedBy: [] };

/** In what an answer can differ from another; `GROUNDS` is another event behind the same words. */
export const ANSWER_ASPECTS = ['STATUS', 'HOLDERS', 'CANDIDATES', 'BASIS', 'MANNER', 'GROUNDS'] as const;
export type AnswerAspect = (typeof ANSWER_ASPECTS)[number];

type Comparison = (a: Answer, b: Answer) => boolean;
const SAME: Readonly<Record<AnswerAspect, Comparison>> = {
  STATUS: (a, b) => a.status === b.status,
  HOLDERS: (a, b) => sameList(a.holders.map(holderText), b.holders.map(holderText)),
  CANDIDATES: (a, b) => sameList(a.candidates, b.candidates),
  BASIS: (a, b) => sameBasis(a.basis, b.basis),
  MANNER: (a, b) => a.manner === b.manner,
  GROUNDS: (a, b) => sameList(a.decidedBy, b.decidedBy),
};

/** In what two answers differ; nothing where they are the same. */
export function aspectsChanged(before: Answer, after: Answer): readonly AnswerAspect[] {
  return ANSWER_ASPECTS.filter((aspect) => !SAME[aspect](before, after));
}

export function isSameAnswer(a: Answer, b: Answer): boolean {
  return a === b || ANSWER_ASPECTS.every((aspect) => SAME[aspect](a, b));
}

function holderText({ officeId, lead }: Holder): string {
  return `${lead ? '*' : ''}${officeId}`;
}

function sameBasis(a: AssignmentBasis | undefined, b: AssignmentBasis | undefined): boolean {
  return sameList(basisText(a), basisText(b));
}

function basisText(basis: AssignmentBasis | undefined): readonly (string | boolean | undefined)[] {
  return [basis?.actId, basis?.article, basis?.provenance, basis?.pending ?? false];
}

function sameList<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((value, i) => value === b[i]);
}
