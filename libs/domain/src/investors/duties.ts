import type { ActId } from '../acts/act.js';
import { intersect } from '../decisions/intersect.js';
import { factsOf } from '../decisions/register-cluster.js';
import type { KnownAssignment, KnownCluster } from '../decisions/state.js';
import type { Duty } from '../duties/duty.js';
import type { EventOf } from '../events/catalogue.js';
import type { Assignment } from '../responsibilities/assignment.js';
import { officesIn } from '../responsibilities/holder-by-law.js';
import { lawTimeline, type LawSegment } from '../responsibilities/law-timeline.js';
import { paint } from '../responsibilities/paint.js';
import type { LawInForce } from '../responsibilities/subject.js';
import { overlaps, type ValidInterval } from '../time/interval.js';
import type { LocalDate } from '../time/local-date.js';
import type { UnitId } from '../units/unit.js';

/** The decision by which a cluster's investor changed, or the correction of one that was recorded wrongly. */
export interface InvestorChange {
  /** First day of the change. */
  readonly from: LocalDate;
  readonly actId: ActId;
  /** Where this corrects what was recorded wrongly: the act that it was recorded by, if any. */
  readonly wrong?: { readonly actId?: ActId };
  readonly reason: string;
  /** Ids of the events that recorded it. */
  readonly restsOn: readonly string[];
}

type Passed = EventOf<'responsibility.reassigned' | 'responsibility.corrected'>;

/** The duties that whoever is investor holds. */
export function investorDuties(law: LawInForce): readonly Duty[] {
  return law.duties.filter((d) => d.rules.some((r) => r.holderLevel === 'CHU_DAU_TU'));
}

/**
 * What a change of the investor by decision changes in who is responsible: the investor's duties pass on that day;
 * those that passed by what was recorded wrongly are corrected from the day of the mistake.
 * The cluster is known with its new appointments, and the law says who holds what by them, so that the same
 * appointments always give the same holders. What stands already is left alone; none means that nothing is left to do.
 */
export function investorDutyChanges(
  cluster: KnownCluster,
  change: InvestorChange,
  law: LawInForce,
): readonly Passed[] {
  const facts = factsOf(cluster, cluster.appointments);
  return investorDuties(law).flatMap((duty) => {
    const segments = lawTimeline(facts, duty, law);
    const standing = cluster.assignments.filter((a) => a.dutyId === duty.dutyId);
    const own = standing.filter((known) => decidedByItself(known, cluster, change));
    const passed = segments.flatMap((s) => passing(s, standing, own, change));
    return [
      ...passed,
      ...endings(cluster, duty, [...segments.map((s) => s.assignment), ...own], standing, change),
    ];
  });
}

/** Corrected since, or given by a decision of its own for later days: a change sent again leaves it. */
function decidedByItself(known: KnownAssignment, cluster: KnownCluster, change: InvestorChange): boolean {
  if (known.from < change.from || known.manner === 'BY_LAW') return false;
  const { actId } = known.basis;
  const byAppointment =
    actId === change.actId ||
    actId === change.wrong?.actId ||
    cluster.appointments.some((a) => a.actId === actId);
  return known.manner === 'CORRECTION' || !byAppointment;
}

function passing(
  segment: LawSegment,
  standing: readonly KnownAssignment[],
  own: readonly KnownAssignment[],
  change: InvestorChange,
): readonly Passed[] {
  const { to: _to, ...rest } = segment.assignment;
  const [dissolvedUnitId] = segment.dissolved;
  const within = intersect(segment.assignment, change);
  return (within === undefined ? [] : uncovered(within, own))
    .filter((days) => !isSaid(segment.assignment, days, standing))
    .flatMap((days) => said({ ...rest, ...days }, standing, change, dissolvedUnitId));
}

/** A duty that no longer concerns the cluster has nobody from then on: the unit need not continue any more. */
function endings(
  cluster: KnownCluster,
  duty: Duty,
  covering: readonly ValidInterval[],
  standing: readonly KnownAssignment[],
  change: InvestorChange,
): readonly Passed[] {
  return standing
    .filter((known) => known.status !== 'VACANT')
    .flatMap((known) => intersect(known, change) ?? [])
    .flatMap((days) => uncovered(days, covering))
    .flatMap((days) => {
      const ended: Assignment = {
        subjectId: cluster.clusterId,
        dutyId: duty.dutyId,
        ...days,
        status: 'VACANT',
        holders: [],
        candidates: [],
        basis: { actId: change.actId, provenance: 'STATED' },
        manner: 'BY_DECISION',
        explanation:
          change.wrong === undefined
            ? `By decision this duty ended on ${change.from}, and nobody has to fulfil it since.`
            : 'Nobody had this duty on these days: what gave it to somebody was recorded by mistake.',
      };
      return said(ended, standing, change);
    });
}

/** Who loses it, by which act and why; where it corrects a mistake, each answer that was wrong is named. */
function said(
  assignment: Assignment,
  standing: readonly KnownAssignment[],
  change: InvestorChange,
  dissolvedUnitId?: UnitId,
): readonly Passed[] {
  const { actId, reason, wrong } = change;
  const why = { actId, reason, ...(change.restsOn.length === 0 ? {} : { restsOn: change.restsOn }) };
  const before = standing.filter((known) => overlaps(known, assignment));
  const { to: _to, ...rest } = assignment;
  const reassigned = (days: ValidInterval, released: readonly KnownAssignment[]): Passed => ({
    type: 'responsibility.reassigned',
    data: {
      ...rest,
      ...days,
      releasedOfficeIds: [...new Set(released.flatMap(officesIn))],
      ...why,
      ...(dissolvedUnitId === undefined ? {} : { dissolvedUnitId }),
    },
  });
  if (wrong === undefined) return [reassigned(assignment, before)];
  return [
    ...before.flatMap((known): readonly Passed[] => {
      const days = intersect(assignment, known);
      if (days === undefined || saysSame(known, assignment)) return [];
      const data = { ...rest, ...days, corrects: known.eventId, ...why };
      return [{ type: 'responsibility.corrected', data }];
    }),
    ...uncovered(assignment, before).map((days) => reassigned(days, [])),
  ];
}

/** Whether every one of the days says the same already. */
function isSaid(assignment: Assignment, days: ValidInterval, standing: readonly KnownAssignment[]): boolean {
  const same = standing.filter((known) => saysSame(known, assignment));
  return uncovered(days, same).length === 0;
}

function saysSame(known: KnownAssignment, assignment: Assignment): boolean {
  return (
    known.status === assignment.status &&
    known.basis.actId === assignment.basis.actId &&
    JSON.stringify(officesIn(known)) === JSON.stringify(officesIn(assignment))
  );
}

/** What of some days no interval covers. */
function uncovered(days: ValidInterval, by: readonly ValidInterval[]): readonly ValidInterval[] {
  return by.reduce<readonly ValidInterval[]>(
    (open, cover) => open.flatMap((o) => (overlaps(o, cover) ? paint([o], cover).remainders : [o])),
    [days],
  );
}
