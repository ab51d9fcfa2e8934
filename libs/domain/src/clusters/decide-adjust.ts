import { refuseBasis } from '../acts/decide-act.js';
import { unknownSubject } from '../decisions/refusals.js';
import type { EventOf } from '../events/catalogue.js';
import { accept, refuse, type Decision } from '../refusals/refusal.js';
import type { LocalDate } from '../time/local-date.js';
import { refuseCorrected } from './decide-advance.js';
import type { ClusterAdjusted, ClusterChanges } from './events.js';
import { millionths, refuseHectares } from './hectares.js';
import type { LifecycleState } from './lifecycle-states.js';
import { lifecycleOn, standingSteps } from './lifecycle.js';
import { standingAdjustments, type ClusterRecord } from './record.js';
import { refuseDecider, type DeciderFacets } from './refuse-decider.js';
import { refuseSchedule } from './schedule.js';

/** How much a decision may add to the area without being one to expand (NĐ 32/2024 Đ.10(4)). */
export const MINOR_GROWTH_HA = '5';

/** States in which no decision stands that could be adjusted. */
const WITHOUT_DECISION: readonly LifecycleState[] = [
  'PLANNED',
  'DOSSIER_OPEN',
  'DOSSIER_CLOSED',
  'UNDER_APPRAISAL',
  'INVESTOR_SCORING',
  'LEGACY_UNESTABLISHED',
  'REVOKED',
];

/**
 * Adjusts what the establishing decision says: name, wording of the place, area, industries, capital, schedule, investor.
 * It moves neither the cluster nor its investor nor any responsibility.
 * Refuses `UNKNOWN_SUBJECT`, `UNKNOWN_EVENT`, `INVALID_INPUT`, `UNKNOWN_ACT`, `ACT_NOT_IN_FORCE`, `NOT_APPLICABLE`.
 */
export function decideAdjustCluster(
  input: ClusterAdjusted,
  record: ClusterRecord | undefined,
  facets: DeciderFacets,
): Decision<EventOf<'cluster.adjusted'>> {
  if (record === undefined) return unknownSubject('clusterId', input.clusterId);
  return (
    refuseCorrected(input.corrects, standingAdjustments(record)) ??
    refuseChanges(input.changes) ??
    refuseBasis('actId', input.actId, input.effectiveOn, facets.acts) ??
    refuseDecider(input.actId, input.effectiveOn, record.placements, facets) ??
    refuseUndecided(input, record) ??
    refuseGrowth(input, record) ??
    accept([{ type: 'cluster.adjusted', data: input }])
  );
}

function refuseChanges(changes: ClusterChanges): Decision<never> | undefined {
  if (Object.values(changes).every((value) => value === undefined)) {
    return refuse('INVALID_INPUT', 'changes', '', 'Nothing is changed.', 'State what the decision changes.');
  }
  const { name, locationText, investorText, industries = [] } = changes;
  const blank = Object.entries({ name, locationText, investorText }).find(([, text]) => text?.trim() === '');
  if (blank !== undefined || industries.some((industry) => industry.trim() === '')) {
    const field = `changes.${blank?.[0] ?? 'industries'}`;
    return refuse('INVALID_INPUT', field, '', 'A text is empty.', 'Give it as the decision words it.');
  }
  return (
    refuseHectares('changes.areaHa', changes.areaHa) ??
    refuseMoney('changes.capitalVnd', changes.capitalVnd) ??
    refuseSchedule('changes.schedule', changes.schedule)
  );
}

function refuseMoney(field: string, value: string | undefined): Decision<never> | undefined {
  if (value === undefined || /^\d{1,15}$/.test(value)) return undefined;
  return refuse(
    'INVALID_INPUT',
    field,
    value,
    'The amount is not a number of đồng.',
    'Give whole đồng as digits, for example 597440000000.',
  );
}

/** Only a decision that stands can be adjusted; where nothing says how far the cluster is, nothing says that none does. */
function refuseUndecided(
  { effectiveOn }: ClusterAdjusted,
  record: ClusterRecord,
): Decision<never> | undefined {
  const state = lifecycleOn(record, effectiveOn)?.state;
  if (state === undefined || !WITHOUT_DECISION.includes(state)) return undefined;
  return refuse(
    'NOT_APPLICABLE',
    'effectiveOn',
    effectiveOn,
    `The cluster is ${state} on that day: no decision stands that could be adjusted.`,
    'Record the decision that established it first, or give a day on which it stands.',
  );
}

/** Measured against what the decision to establish or to expand gives, so that many small steps are no expansion. */
function refuseGrowth(input: ClusterAdjusted, record: ClusterRecord): Decision<never> | undefined {
  const { areaHa } = input.changes;
  if (areaHa === undefined || decidesExpansion(record, input)) return undefined;
  const base = decidedArea(record, input.effectiveOn);
  if (base === undefined || millionths(areaHa) <= millionths(base) + millionths(MINOR_GROWTH_HA))
    return undefined;
  return refuse(
    'NOT_APPLICABLE',
    'changes.areaHa',
    areaHa,
    `An adjustment adds at most ${MINOR_GROWTH_HA} ha to the ${base} ha that were decided.`,
    'Record the decision to expand first, as a step to EXPANDING; its area may be any.',
  );
}

function decidedArea(record: ClusterRecord, day: LocalDate): string | undefined {
  const expanded = standingAdjustments(record)
    .filter((adjustment) => adjustment.effectiveOn <= day && decidesExpansion(record, adjustment))
    .at(-1);
  return expanded?.changes.areaHa ?? record.areaHa;
}

function decidesExpansion({ steps }: ClusterRecord, { actId, changes }: ClusterAdjusted): boolean {
  return (
    changes.areaHa !== undefined &&
    standingSteps(steps).some((step) => step.to === 'EXPANDING' && step.actId === actId)
  );
}
