import { PROCEDURE_DUTIES } from '../clusters/waiting.js';
import type { DutyId } from '../duties/duty.js';
import type { Assignment, AssignmentBasis } from '../responsibilities/assignment.js';
import type { OfficeId } from '../responsibilities/office.js';
import { CONTINUATION_DUTY } from '../responsibilities/investor-by-law.js';
import { paint } from '../responsibilities/paint.js';
import type { UnitId } from '../units/unit.js';
import { contains, earlierEnd, overlaps, type ValidInterval } from '../time/interval.js';
import { taskId, type OpenTask, type TaskBasis, type TaskKind } from './task.js';

/** What the ledger leaves open over a subject. */
export type QuestionKind = Extract<
  TaskKind,
  'PLACE_UNDETERMINED' | 'LEAD_MISSING' | 'INVESTOR_REARRANGE' | 'INVESTOR_VACANT'
>;

/** The duty whose holder has to answer each question; the catalogue says who that is and under which article. */
export const ANSWERED_UNDER: Readonly<Record<QuestionKind, DutyId>> = {
  PLACE_UNDETERMINED: 'transition_coordinate_inflight_matters',
  LEAD_MISSING: 'ccn_assign_lead_authority_for_spanning_cluster',
  INVESTOR_REARRANGE: 'ccn_rearrange_public_unit_investor',
  INVESTOR_VACANT: 'ccn_select_infrastructure_investor',
};
const QUESTIONS = Object.keys(ANSWERED_UNDER) as readonly QuestionKind[];

/** Days on which one duty leaves a question open. */
export interface OpenDays extends ValidInterval {
  readonly dutyId: DutyId;
  readonly question: QuestionKind;
}
/** Days on which an office has to answer a question, or holds a duty of the procedures over clusters. */
export interface AnsweringDays extends ValidInterval {
  readonly dutyId: DutyId;
  readonly officeId: OfficeId;
  readonly basis: AssignmentBasis;
}

/** All that is open over one subject, and who has to answer. */
export interface OpenQuestions {
  readonly subjectId: string;
  readonly open: readonly OpenDays[];
  readonly answering: readonly AnsweringDays[];
}

/** An assignment with the unit whose end caused it, where one did. */
export type RecordedAssignment = Assignment & { readonly dissolvedUnitId?: UnitId };

/**
 * The questions after one more recorded assignment; the same object where it changes none.
 * `isInvestors` tells the duties of an infrastructure investor from those that follow the place of a cluster.
 */
export function evolveQuestions(
  known: OpenQuestions | undefined,
  assignment: RecordedAssignment,
  isInvestors: (dutyId: DutyId) => boolean,
): OpenQuestions {
  const { subjectId, dutyId } = assignment;
  const before = known ?? { subjectId, open: [], answering: [] };
  const question = questionOf(assignment, isInvestors);
  const open = laid(before.open, assignment, question === undefined ? [] : [{ dutyId, question }]);
  const said = answerersOf(assignment);
  const answering = said === undefined ? before.answering : laid(before.answering, assignment, said);
  return open === before.open && answering === before.answering ? before : { subjectId, open, answering };
}

/**
 * One task for each question and office that has to answer it, over the days on which any duty leaves it open.
 * No law sets a day for the answer, so none is due.
 */
export function tasksOfQuestions({ subjectId, open, answering }: OpenQuestions): readonly OpenTask[] {
  return QUESTIONS.flatMap((kind) => {
    const days = united(open.filter(({ question }) => question === kind));
    const by = answering.filter(({ dutyId }) => dutyId === ANSWERED_UNDER[kind]);
    return days.flatMap((interval) =>
      by.filter((a) => overlaps(a, interval)).map((a) => taskOf(kind, subjectId, interval, a)),
    );
  });
}

function questionOf(
  { status, holders, dutyId, dissolvedUnitId }: RecordedAssignment,
  isInvestors: (dutyId: DutyId) => boolean,
): QuestionKind | undefined {
  switch (status) {
    case 'UNDETERMINED':
      // Who the investor is follows from no place; that no source names him is nobody's task.
      return isInvestors(dutyId) ? undefined : 'PLACE_UNDETERMINED';
    case 'JOINT':
      return holders.some(({ lead }) => lead) ? undefined : 'LEAD_MISSING';
    case 'CONTINUING_PENDING_REARRANGEMENT':
      return 'INVESTOR_REARRANGE';
    case 'VACANT':
      // A unit that was rearranged need not continue: that duty ended, and nobody is to be found for it.
      if (!isInvestors(dutyId) || dutyId === CONTINUATION_DUTY) return undefined;
      return dissolvedUnitId === undefined ? 'INVESTOR_VACANT' : 'INVESTOR_REARRANGE';
    case 'HELD':
    case 'DISPUTED':
      return undefined;
  }
}

/** Undefined for a duty that nobody has to answer under; those who hold one together each have the work of it. */
function answerersOf({
  dutyId,
  status,
  holders,
  basis,
}: Assignment): readonly Omit<AnsweringDays, 'from'>[] | undefined {
  const ofProcedure = PROCEDURE_DUTIES.includes(dutyId);
  if (!ofProcedure && !QUESTIONS.some((kind) => ANSWERED_UNDER[kind] === dutyId)) return undefined;
  const answers = status === 'HELD' || (ofProcedure && status === 'JOINT');
  return answers ? holders.map(({ officeId }) => ({ dutyId, officeId, basis })) : [];
}

/** Lays an assignment over the days recorded of its duty; the same array where nothing changes. */
function laid<T extends ValidInterval & { readonly dutyId: DutyId }>(
  recorded: readonly T[],
  { dutyId, from, to }: Assignment,
  said: readonly Omit<T, 'from' | 'to'>[],
): readonly T[] {
  const days: ValidInterval = to === undefined ? { from } : { from, to };
  const own = recorded.filter((r) => r.dutyId === dutyId);
  const { covered, remainders } = paint(own, days);
  if (covered.length === 0 && said.length === 0) return recorded;
  const left = [...recorded.filter((r) => !covered.includes(r)), ...remainders];
  return [...left, ...said.map((one) => ({ ...one, ...days }) as unknown as T)];
}

/** The days that any of the intervals has, as intervals that do not touch. */
function united(intervals: readonly ValidInterval[]): readonly ValidInterval[] {
  const sorted = intervals.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const found: ValidInterval[] = [];
  for (const { from, to } of sorted) {
    const last = found.at(-1);
    if (last === undefined || (last.to !== undefined && last.to < from)) {
      found.push(to === undefined ? { from } : { from, to });
    } else if (last.to !== undefined && (to === undefined || last.to < to)) {
      found[found.length - 1] = to === undefined ? { from: last.from } : { from: last.from, to };
    }
  }
  return found;
}

function taskOf(
  kind: QuestionKind,
  subjectId: string,
  days: ValidInterval,
  answering: AnsweringDays,
): OpenTask {
  const since = contains(answering, days.from) ? days.from : answering.from;
  const until = earlierEnd(days.to, answering.to);
  return {
    taskId: taskId(kind, subjectId, since),
    officeId: answering.officeId,
    kind,
    subjectId,
    since,
    ...(until === undefined ? {} : { until }),
    basis: taskBasis(answering.basis),
  };
}

function taskBasis({ actId, article, provenance }: AssignmentBasis): TaskBasis {
  return {
    ...(actId === undefined ? {} : { actId }),
    ...(article === undefined ? {} : { article }),
    provenance,
  };
}
