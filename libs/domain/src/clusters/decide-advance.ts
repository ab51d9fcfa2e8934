import { refuseBasis, unknownAct, type ActLookup } from '../acts/decide-act.js';
import { unknownSubject } from '../decisions/refusals.js';
import type { EventOf } from '../events/catalogue.js';
import { accept, refuse, type Decision } from '../refusals/refusal.js';
import type { LocalDate } from '../time/local-date.js';
import type { ClusterAdvanced, Procedure } from './events.js';
import { DECIDED_STATES, leadsTo, LIFECYCLE_STEPS, mayFollow, PROCEDURE_STATES } from './lifecycle-states.js';
import { stateOfStatus, standingSteps, type LifecycleStep } from './lifecycle.js';
import { dossierOpenedOn } from './procedure.js';
import type { ClusterRecord } from './record.js';
import { refuseDecider, type DeciderFacets } from './refuse-decider.js';

/**
 * Records a step of a cluster's life, also one that took place before steps recorded already.
 * It changes no responsibility.
 * Refuses `UNKNOWN_SUBJECT`, `UNKNOWN_EVENT`, `INVALID_STEP` where the table does not allow it there,
 * `EVIDENCE_REQUIRED` without the decision that it needs, `UNKNOWN_ACT`, `ACT_NOT_IN_FORCE`, `INVALID_INPUT`,
 * `NOT_APPLICABLE` for a procedure in a state that has none, and for the act of an authority that does not decide there.
 */
export function decideAdvanceCluster(
  input: ClusterAdvanced,
  record: ClusterRecord | undefined,
  facets: DeciderFacets,
): Decision<EventOf<'cluster.advanced'>> {
  if (record === undefined) return unknownSubject('clusterId', input.clusterId);
  return (
    refuseCorrected(input.corrects, standingSteps(record.steps)) ??
    refuseStep(input, record) ??
    refusePapers(input, record, facets) ??
    refuseProcedure(input, record, facets.acts) ??
    accept([{ type: 'cluster.advanced', data: input }])
  );
}

/** Refuses to correct what does not stand; undefined where nothing is corrected or it stands. */
export function refuseCorrected(
  corrects: string | undefined,
  standing: readonly { readonly eventId: string }[],
): Decision<never> | undefined {
  if (corrects === undefined || standing.some(({ eventId }) => eventId === corrects)) return undefined;
  return refuse(
    'UNKNOWN_EVENT',
    'corrects',
    corrects,
    'Nothing that stands came by this event.',
    'Name the event that is wrong, as the history of the cluster shows it.',
  );
}

function refuseStep(input: ClusterAdvanced, record: ClusterRecord): Decision<never> | undefined {
  const steps = standingSteps(record.steps).filter(({ eventId }) => eventId !== input.corrects);
  const before = steps.filter(({ effectiveOn }) => effectiveOn <= input.effectiveOn).at(-1);
  const after = steps.find(({ effectiveOn }) => effectiveOn > input.effectiveOn);
  return (
    refuseForbidden(input) ??
    (before === undefined ? refuseBegin(input, record) : refuseAfter(input, before)) ??
    refuseBefore(input, after)
  );
}

function refuseForbidden({ from, to }: ClusterAdvanced): Decision<never> | undefined {
  if (from === undefined || mayFollow(from, to)) return undefined;
  const allowed = LIFECYCLE_STEPS[from];
  return invalidStep(
    'to',
    to,
    `A cluster that is ${from} does not become ${to}.`,
    allowed.length === 0 ? `Nothing follows on ${from}.` : `From ${from} name ${allowed.join(' or ')}.`,
  );
}

/** The first dated step: what the registration says has no day, so it may lie before it or after it. */
function refuseBegin({ from, to }: ClusterAdvanced, record: ClusterRecord): Decision<never> | undefined {
  const registered = stateOfStatus(record.status);
  if (registered === undefined || registered === to || leadsTo(to, registered)) return undefined;
  if (from === undefined ? leadsTo(registered, to) : from === registered) return undefined;
  return invalidStep(
    from === undefined ? 'to' : 'from',
    from ?? to,
    `The cluster is registered as ${registered}.`,
    'Record first the steps that lead from there, or correct the step that is wrong.',
  );
}

function refuseAfter({ from, to }: ClusterAdvanced, before: LifecycleStep): Decision<never> | undefined {
  if (from === undefined ? leadsTo(before.to, to) : from === before.to) return undefined;
  return invalidStep(
    from === undefined ? 'to' : 'from',
    from ?? to,
    `The cluster is ${before.to} since ${before.effectiveOn}.`,
    'Record first the steps that lead from there, or correct the step that is wrong.',
  );
}

function refuseBefore(
  { to, effectiveOn }: ClusterAdvanced,
  after: LifecycleStep | undefined,
): Decision<never> | undefined {
  if (after === undefined) return undefined;
  const follows =
    after.from === undefined ? leadsTo(to, after.to) : after.from === to || leadsTo(to, after.from);
  if (follows) return undefined;
  return invalidStep(
    'effectiveOn',
    effectiveOn,
    `The cluster becomes ${after.to} on ${after.effectiveOn}, which does not follow on ${to}.`,
    'Give a later day, or correct the later step.',
  );
}

function refusePapers(
  { actId, to, effectiveOn }: ClusterAdvanced,
  { placements }: ClusterRecord,
  facets: DeciderFacets,
): Decision<never> | undefined {
  const decided = DECIDED_STATES.includes(to);
  if (actId !== undefined)
    return (
      refuseBasis('actId', actId, effectiveOn, facets.acts) ??
      (decided ? refuseDecider(actId, effectiveOn, placements, facets) : undefined)
    );
  if (!decided) return undefined;
  return refuse(
    'EVIDENCE_REQUIRED',
    'actId',
    '',
    `A cluster becomes ${to} by a decision of the provincial committee only.`,
    'Name that decision; register it first where it is not.',
  );
}

function refuseProcedure(
  input: ClusterAdvanced,
  record: ClusterRecord,
  acts: ActLookup,
): Decision<never> | undefined {
  const { procedure, to } = input;
  if (procedure === undefined) return undefined;
  if (!PROCEDURE_STATES.includes(to)) {
    return refuse(
      'NOT_APPLICABLE',
      'procedure',
      to,
      `No procedure is in progress in the state ${to}.`,
      'Leave the procedure out.',
    );
  }
  return refuseClock(procedure) ?? refuseDecree(procedure, openedOn(input, record), acts);
}

/** Since when its dossier is open; where no opening is recorded, the first day that is known of it is that of the clock. */
function openedOn(input: ClusterAdvanced, record: ClusterRecord): LocalDate | undefined {
  const others = standingSteps(record.steps).filter(({ eventId }) => eventId !== input.corrects);
  return dossierOpenedOn(input, others) ?? input.procedure?.clock?.startedOn;
}

function refuseClock({ clock }: Procedure): Decision<never> | undefined {
  if (clock === undefined) return undefined;
  const counts = [clock.limitDays, clock.stoppedDays ?? 0];
  if (clock.limitDays >= 1 && counts.every((days) => Number.isSafeInteger(days) && days >= 0))
    return undefined;
  return refuse(
    'INVALID_INPUT',
    'procedure.clock',
    counts.join(' + '),
    'The clock does not count whole days.',
    'Give the time limit in days, at least 1, and the days on which it stood still.',
  );
}

/** The decree in which a dossier was opened stays the applicable one, also after it was replaced (NĐ 32/2024 Đ.35(2)). */
function refuseDecree(
  { applicableActId }: Procedure,
  openedOn: LocalDate | undefined,
  acts: ActLookup,
): Decision<never> | undefined {
  const field = 'procedure.applicableActId';
  if (acts(applicableActId) === undefined) return unknownAct(field, applicableActId);
  if (openedOn === undefined || refuseBasis(field, applicableActId, openedOn, acts) === undefined)
    return undefined;
  return refuse(
    'ACT_NOT_IN_FORCE',
    field,
    applicableActId,
    `Act ${acts(applicableActId)?.number} is not in force on ${openedOn}, when the dossier was opened or its clock began.`,
    'Name the decree of that day: a dossier finishes under it. Where it was opened earlier, record the opening first.',
  );
}

function invalidStep(field: string, value: string, message: string, remedy: string): Decision<never> {
  return refuse('INVALID_STEP', field, value, message, remedy);
}
