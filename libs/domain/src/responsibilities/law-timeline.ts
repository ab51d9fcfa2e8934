import type { Duty, DutyRule } from '../duties/duty.js';
import { earlierEnd } from '../time/interval.js';
import type { LocalDate } from '../time/local-date.js';
import type { Lineage } from '../units/lineage.js';
import type { UnitId } from '../units/unit.js';
import type { Assignment } from './assignment.js';
import type { HolderByLaw } from './by-law.js';
import { holderByLaw, officesIn } from './holder-by-law.js';
import { parseOfficeId, type OfficeId } from './office.js';
import type { ClusterFacts, LawInForce } from './subject.js';

/** One interval of a duty over a cluster as the law gives it. */
export interface LawSegment {
  readonly assignment: Assignment;
  /** Who held it, or may have held it, until the day before; empty for the first. */
  readonly released: readonly OfficeId[];
  /** Units whose end on its first day took the duty from those who held it; the segment is part of their transition. */
  readonly dissolved: readonly UnitId[];
}

/**
 * Who is responsible by law for one duty over one cluster, interval by interval.
 * The last interval is open where nothing recorded ends it; gaps are gaps in the law as read.
 */
export function lawTimeline(cluster: ClusterFacts, duty: Duty, law: LawInForce): readonly LawSegment[] {
  if (duty.appliesTo !== 'CLUSTER') return [];
  const assignments = duty.rules.flatMap((rule) => underRule(cluster, duty, rule, law));
  return assignments.map((assignment, i) => linked(assignment, assignments[i - 1], cluster, law.lineage));
}

function underRule(
  cluster: ClusterFacts,
  duty: Duty,
  rule: DutyRule,
  law: LawInForce,
): readonly Assignment[] {
  const found: Assignment[] = [];
  let day: LocalDate | undefined = laterStart(rule.from, cluster.since);
  while (day !== undefined && (rule.to === undefined || day < rule.to)) {
    const { answer, next }: HolderByLaw = holderByLaw(cluster, duty, rule, day, law);
    const to = earlierEnd(next, rule.to);
    if (answer !== undefined) {
      push(found, {
        subjectId: cluster.clusterId,
        dutyId: duty.dutyId,
        from: day,
        ...(to === undefined ? {} : { to }),
        ...answer,
      });
    }
    day = next;
  }
  return found;
}

/** Adds an interval, or lengthens the last one where it says the same. */
function push(found: Assignment[], next: Assignment): void {
  const last = found.at(-1);
  if (last === undefined || last.to !== next.from || !sameAnswer(last, next)) {
    found.push(next);
    return;
  }
  const { to: _ended, ...rest } = last;
  found[found.length - 1] = next.to === undefined ? rest : { ...rest, to: next.to };
}

/** True where two assignments say the same of who is responsible and why. */
export function sameAnswer(a: Assignment, b: Assignment): boolean {
  const essence = (x: Assignment) =>
    JSON.stringify([x.status, x.holders, x.candidates, x.basis.actId, x.basis.article, x.explanation]);
  return essence(a) === essence(b);
}

function linked(
  assignment: Assignment,
  before: Assignment | undefined,
  cluster: ClusterFacts,
  lineage: Lineage,
): LawSegment {
  if (before === undefined || before.to !== assignment.from)
    return { assignment, released: [], dissolved: [] };
  const released = officesIn(before);
  const dependedOn = [...unitsOf(released), ...parentsOfServiceUnits(released, cluster)];
  const dissolved = dependedOn.filter((id) => lineage.lifetime(id)?.to === assignment.from);
  return { assignment, released, dissolved: [...new Set(dissolved)].sort() };
}

function unitsOf(offices: readonly OfficeId[]): readonly UnitId[] {
  return offices.flatMap((id) => {
    const rest = parseOfficeId(id)?.rest;
    return rest !== undefined && rest.includes('@') ? [rest] : [];
  });
}

function parentsOfServiceUnits(offices: readonly OfficeId[], cluster: ClusterFacts): readonly UnitId[] {
  return cluster.appointments.flatMap((a) =>
    a.officeId !== undefined && offices.includes(a.officeId) && a.parentUnitId !== undefined
      ? [a.parentUnitId]
      : [],
  );
}

/** Undefined where neither the law's start nor the cluster's is known: then nothing can be said of any day. */
function laterStart(a: LocalDate | undefined, b: LocalDate | undefined): LocalDate | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return b < a ? a : b;
}
