import type { DomainEvent } from '../events/catalogue.js';
import type { Assignment, AssignmentStatus } from '../responsibilities/assignment.js';
import { paint } from '../responsibilities/paint.js';
import { overlaps, type ValidInterval } from '../time/interval.js';
import type { LocalDate } from '../time/local-date.js';
import { assignmentOf } from './history.js';

/** Days on which a recorded assignment holds, as known from one number of the log until another. */
export interface KnownRectangle extends ValidInterval {
  readonly subjectId: string;
  readonly dutyId: string;
  readonly knownFrom: number;
  /** Exclusive; absent: known still. */
  readonly knownTo?: number;
  readonly eventSeq: number;
}

export type CoverageProblem =
  /** An interval of days, or of record time, that holds nothing. */
  | 'EMPTY'
  /** A day has two answers at one time of knowledge. */
  | 'TWO_ANSWERS'
  /** The status says something else than the holders do. */
  | 'STATUS_MISFIT'
  /** What is kept is not what the events say. */
  | 'NOT_AS_RECORDED';

/** Where the plane of valid and record time is not tiled by exactly one status: a counterexample. */
export interface CoverageViolation {
  readonly subjectId: string;
  readonly dutyId: string;
  readonly day: LocalDate;
  /** Number of the log from which it is so; absent: by what is about to be recorded. */
  readonly knownSeq?: number;
  readonly problem: CoverageProblem;
  /** What clashes: events by number or id, or what else is at odds. */
  readonly clashing: readonly string[];
}

/**
 * Where the answers of one duty over one subject clash. What no rectangle covers has the one status `NO_BASIS`, so the
 * plane is tiled where each rectangle holds something and no two hold the same day at the same time of knowledge.
 */
export function coverageOf(rectangles: readonly KnownRectangle[]): readonly CoverageViolation[] {
  const ordered = [...rectangles].sort((a, b) =>
    a.from === b.from ? a.knownFrom - b.knownFrom : a.from < b.from ? -1 : 1,
  );
  return ordered.flatMap((rectangle, i) => {
    if (holdsNothing(rectangle)) return [violation(rectangle, rectangle.from, 'EMPTY', [rectangle])];
    const clashing = ordered
      .slice(i + 1)
      .filter((other) => overlaps(rectangle, other) && knownTogether(rectangle, other));
    return clashing.map((other) =>
      violation(rectangle, laterOf(rectangle.from, other.from), 'TWO_ANSWERS', [rectangle, other]),
    );
  });
}

/** A recorded assignment on the days on which it stands now, with the event it came by. */
export type StandingNow = ValidInterval &
  Pick<Assignment, 'subjectId' | 'dutyId'> & { readonly eventId: string };

/**
 * The first clash that recording these events would leave: with themselves, within what stands, or in what they say.
 * Undefined where each of their duties has exactly one answer on every day afterwards, and theirs on their own days.
 */
export function coverageAfter(
  standing: (subjectId: string) => readonly StandingNow[],
  events: readonly DomainEvent[],
): CoverageViolation | undefined {
  const decided = events.flatMap((event) => assignmentOf(event) ?? []);
  for (const [i, one] of decided.entries()) {
    const found =
      misfitOf(one) ?? clashOf(one, decided.slice(0, i)) ?? unpaintable(one, standing(one.subjectId));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Why an assignment cannot be an answer by itself; undefined where it can. */
export function misfitOf(said: Assignment, knownSeq?: number): CoverageViolation | undefined {
  const { subjectId, dutyId, from: day, to, status, holders } = said;
  const at = { subjectId, dutyId, day, ...(knownSeq === undefined ? {} : { knownSeq }) };
  if (to !== undefined && to <= day) return { ...at, problem: 'EMPTY', clashing: [`${day} to ${to}`] };
  if (FITS[status](holders.length, holders.filter((h) => h.lead).length)) return undefined;
  const clashing = [
    status,
    `holders: ${holders.map((h) => (h.lead ? `${h.officeId} (lead)` : h.officeId)).join(', ') || 'none'}`,
  ];
  return { ...at, problem: 'STATUS_MISFIT', clashing };
}

/** How many may hold a duty, and how many of them lead, by status. */
const FITS: Readonly<Record<AssignmentStatus, (holders: number, leads: number) => boolean>> = {
  HELD: (holders) => holders === 1,
  JOINT: (holders, leads) => holders > 1 && leads <= 1,
  CONTINUING_PENDING_REARRANGEMENT: (holders) => holders > 0,
  DISPUTED: (_, leads) => leads === 0,
  UNDETERMINED: (holders) => holders === 0,
  VACANT: (holders) => holders === 0,
};

/** One decision gives a day one answer: which of two would count depends on their order only. */
function clashOf(one: Assignment, earlier: readonly Assignment[]): CoverageViolation | undefined {
  const other = earlier.find(
    (e) => e.subjectId === one.subjectId && e.dutyId === one.dutyId && overlaps(e, one),
  );
  if (other === undefined) return undefined;
  const { subjectId, dutyId, from } = one;
  const clashing = [other, one].map((e) => `${e.status} from ${e.from}`);
  return { subjectId, dutyId, day: laterOf(from, other.from), problem: 'TWO_ANSWERS', clashing };
}

/** What stands has to share no day before the new answer is laid over it, and none after. */
function unpaintable(one: Assignment, standing: readonly StandingNow[]): CoverageViolation | undefined {
  const before = standing.filter((s) => s.dutyId === one.dutyId);
  const { covered, remainders } = paint(before, one);
  const after = [...before.filter((s) => !covered.includes(s)), ...remainders];
  return (
    twiceIn(before) ??
    twiceIn(after) ??
    after.filter((s) => overlaps(s, one)).map((s) => twice(s, { ...one, eventId: 'the decision' }))[0]
  );
}

function twiceIn(standing: readonly StandingNow[]): CoverageViolation | undefined {
  for (const [i, one] of standing.entries()) {
    const other = standing.slice(0, i).find((s) => overlaps(s, one));
    if (other !== undefined) return twice(other, one);
  }
  return undefined;
}

function twice(one: StandingNow, other: StandingNow): CoverageViolation {
  const { subjectId, dutyId } = one;
  const day = laterOf(one.from, other.from);
  return { subjectId, dutyId, day, problem: 'TWO_ANSWERS', clashing: [one.eventId, other.eventId] };
}

function holdsNothing({ from, to, knownFrom, knownTo }: KnownRectangle): boolean {
  return (to !== undefined && to <= from) || (knownTo !== undefined && knownTo <= knownFrom);
}

function knownTogether(a: KnownRectangle, b: KnownRectangle): boolean {
  return (
    (a.knownTo === undefined || b.knownFrom < a.knownTo) &&
    (b.knownTo === undefined || a.knownFrom < b.knownTo)
  );
}

function violation(
  { subjectId, dutyId }: KnownRectangle,
  day: LocalDate,
  problem: CoverageProblem,
  clashing: readonly KnownRectangle[],
): CoverageViolation {
  const knownSeq = Math.max(...clashing.map((r) => r.knownFrom));
  return { subjectId, dutyId, day, knownSeq, problem, clashing: clashing.map((r) => `event ${r.eventSeq}`) };
}

function laterOf(a: LocalDate, b: LocalDate): LocalDate {
  return a < b ? b : a;
}

/** The counterexample in one plain sentence. */
export function describeViolation({
  subjectId,
  dutyId,
  day,
  knownSeq,
  problem,
  clashing,
}: CoverageViolation): string {
  const known = knownSeq === undefined ? '' : `, as known from event ${knownSeq} on`;
  return `${PROBLEM_TEXTS[problem]}: ${dutyId} over ${subjectId} on ${day}${known} (${clashing.join('; ')}).`;
}

const PROBLEM_TEXTS: Readonly<Record<CoverageProblem, string>> = {
  EMPTY: 'An answer holds on no day or is never known',
  TWO_ANSWERS: 'A day has two answers',
  STATUS_MISFIT: 'A status does not fit its holders',
  NOT_AS_RECORDED: 'What is kept is not what the events say',
};
