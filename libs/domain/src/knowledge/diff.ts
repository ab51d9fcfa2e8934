import type { LocalDate } from '../time/local-date.js';
import { aspectsChanged, isSameAnswer, type Answer, type AnswerAspect } from './answer.js';
import { days, joined, tileFrom, type Days, type Tile, type Tiling } from './tiling.js';

/** What the record says after an event that may have changed it. */
export interface KnownAfter {
  /** Number of the event. */
  readonly seq: number;
  readonly tiling: Tiling;
}

/** Days on which the record says something else than before. */
export interface AnswerChange extends Days {
  readonly before: Answer;
  readonly after: Answer;
  readonly aspects: readonly AnswerAspect[];
  /** Numbers of the events that changed the answer on these days, in order; the last made it what it is. */
  readonly changedBy: readonly number[];
}

/**
 * What changed of one duty over one subject between two points of record time, day by day and in order.
 * `steps` are the states after each event in between that may have changed it. An answer that changed and changed
 * back is the same again and is not listed.
 */
export function diffOf(earlier: Tiling, steps: readonly KnownAfter[]): readonly AnswerChange[] {
  const changes: AnswerChange[] = [];
  for (const part of partsOf([earlier, ...steps.map((step) => step.tiling)])) {
    const change = changeOn(part, earlier, steps);
    if (change === undefined) continue;
    const last = changes.at(-1);
    if (last !== undefined && goesOn(last, change)) changes.splice(-1, 1, lengthened(last, change.to));
    else changes.push(change);
  }
  return changes;
}

/**
 * The later state made of the earlier one and what changed.
 * @throws RangeError where the earlier state does not say what the changes begin with.
 */
export function applyDiff(earlier: Tiling, changes: readonly AnswerChange[]): Tiling {
  const tiles = partsOf([earlier, changes]).map((part): Tile => {
    const { answer } = tileFrom(earlier, part.from);
    const change = changes.find((c) => covers(c, part.from));
    if (change === undefined) return { ...part, answer };
    if (!isSameAnswer(change.before, answer)) throw misfit(part);
    return { ...part, answer: change.after };
  });
  return joined(tiles);
}

function changeOn(part: Days, earlier: Tiling, steps: readonly KnownAfter[]): AnswerChange | undefined {
  const before = tileFrom(earlier, part.from).answer;
  let after = before;
  const changedBy: number[] = [];
  for (const { seq, tiling } of steps) {
    const { answer } = tileFrom(tiling, part.from);
    if (isSameAnswer(answer, after)) continue;
    after = answer;
    changedBy.push(seq);
  }
  const aspects = aspectsChanged(before, after);
  return aspects.length === 0 ? undefined : { ...part, before, after, aspects, changedBy };
}

/** All days, cut wherever one of several lists of days begins or ends something. */
function partsOf(lists: readonly (readonly Days[])[]): readonly Days[] {
  const cuts = new Set<LocalDate>();
  for (const { from, to } of lists.flat()) {
    if (from !== undefined) cuts.add(from);
    if (to !== undefined) cuts.add(to);
  }
  const starts = [undefined, ...[...cuts].sort()];
  return starts.map((from, i) => days(from, starts[i + 1]));
}

function covers({ from, to }: Days, day: LocalDate | undefined): boolean {
  const begun = from === undefined || (day !== undefined && from <= day);
  return begun && (to === undefined || day === undefined || day < to);
}

function goesOn(last: AnswerChange, next: AnswerChange): boolean {
  return (
    last.to === next.from &&
    isSameAnswer(last.before, next.before) &&
    isSameAnswer(last.after, next.after) &&
    last.changedBy.join() === next.changedBy.join()
  );
}

function lengthened({ to: _to, ...change }: AnswerChange, to: LocalDate | undefined): AnswerChange {
  return { ...change, ...days(undefined, to) };
}

function misfit(part: Days): RangeError {
  return new RangeError(
    `The state says something else from ${part.from ?? 'the beginning'} on than the changes begin with.`,
  );
}
