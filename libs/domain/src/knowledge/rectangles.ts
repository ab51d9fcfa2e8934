import type { Assignment } from '../responsibilities/assignment.js';
import { paint } from '../responsibilities/paint.js';
import type { KnownRectangle } from './coverage.js';

/** A recorded assignment with its number in the log. */
export interface NumberedAssignment {
  readonly seq: number;
  readonly said: Assignment;
}

/** The rectangles of one duty over one subject that its recorded assignments make, in any order. */
export function rectanglesOf(recorded: readonly NumberedAssignment[]): readonly KnownRectangle[] {
  const closed: KnownRectangle[] = [];
  let open: readonly KnownRectangle[] = [];
  for (const { seq, said } of recorded) {
    const { covered, remainders } = paint(open, said);
    for (const old of covered) if (old.knownFrom < seq) closed.push({ ...old, knownTo: seq });
    const left = remainders.map((r) => ({ ...r, knownFrom: seq }));
    open = [...open.filter((r) => !covered.includes(r)), ...left, rectangleOf(said, seq)];
  }
  return [...closed, ...open];
}

function rectangleOf({ subjectId, dutyId, from, to }: Assignment, seq: number): KnownRectangle {
  const known = { subjectId, dutyId, knownFrom: seq, eventSeq: seq };
  return to === undefined ? { ...known, from } : { ...known, from, to };
}
