import type { DomainEvent, EventOf, WithEventId } from '../events/catalogue.js';
import type { LocalDate } from '../time/local-date.js';
import type { ActId } from '../acts/act.js';
import type { ClusterRegistration, Placement } from './cluster.js';
import type {
  ClusterAdjusted,
  ClusterEvents,
  ClusterPhasesRecorded,
  ClusterSharesRecorded,
  Schedule,
} from './events.js';
import type { LifecycleStep } from './lifecycle.js';

/** A recorded adjustment with the event it came by. */
export type Adjustment = WithEventId<ClusterAdjusted>;

/** Everything recorded about one cluster on its own stream, but for who is responsible. */
export interface ClusterRecord extends ClusterRegistration {
  readonly steps: readonly LifecycleStep[];
  readonly adjustments: readonly Adjustment[];
  readonly phases: readonly ClusterPhasesRecorded[];
  readonly shares: readonly ClusterSharesRecorded[];
}

type ClusterEvent = EventOf<keyof ClusterEvents>;

/** A record with one more event; an event of another concept leaves it as it is. */
export function evolveCluster(
  record: ClusterRecord | undefined,
  event: WithEventId<DomainEvent>,
): ClusterRecord | undefined {
  return isClusterEvent(event) ? evolve(record, event) : record;
}

/** True for an event of a cluster's own stream, but for who is responsible. */
export function isClusterEvent<E extends DomainEvent>(event: E): event is E & ClusterEvent {
  return event.type.startsWith('cluster.');
}

function evolve(
  record: ClusterRecord | undefined,
  event: WithEventId<ClusterEvent>,
): ClusterRecord | undefined {
  if (event.type === 'cluster.registered') {
    return { ...event.data, steps: [], adjustments: [], phases: [], shares: [] };
  }
  if (record === undefined) return undefined;
  const { eventId } = event;
  switch (event.type) {
    case 'cluster.placed':
      return { ...record, placements: withPlacement(record.placements, event.data.placement) };
    case 'cluster.advanced':
      return { ...record, steps: [...record.steps, { ...event.data, eventId }] };
    case 'cluster.adjusted':
      return { ...record, adjustments: [...record.adjustments, { ...event.data, eventId }] };
    case 'cluster.phases-recorded':
      return { ...record, phases: [...record.phases, event.data] };
    case 'cluster.shares-recorded':
      return { ...record, shares: [...record.shares, event.data] };
  }
}

/** A cluster's places with one more: it replaces one that begins on the same day. */
export function withPlacement(placements: readonly Placement[], added: Placement): readonly Placement[] {
  const kept = placements.filter((p) => p.from !== added.from);
  return [...kept, added].sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1));
}

/** What a decision about a cluster can adjust, as it is on a day. */
export interface ClusterAttributes {
  readonly name: string;
  readonly locationText?: string;
  readonly areaHa?: string;
  readonly industries?: readonly string[];
  readonly capitalVnd?: string;
  readonly schedule?: Schedule;
  readonly investorText?: string;
}

/** Name, area and the rest on a day: as registered, changed by every adjustment that has effect by then. */
export function attributesOn(record: ClusterRecord, day: LocalDate): ClusterAttributes {
  const { name, areaHa } = record;
  return standingAdjustments(record)
    .filter((adjustment) => adjustment.effectiveOn <= day)
    .reduce<ClusterAttributes>((attributes, { changes }) => ({ ...attributes, ...changes }), {
      name,
      ...(areaHa === undefined ? {} : { areaHa }),
    });
}

/** The adjustments that no later one corrects, by day; of one day in the order of recording. */
export function standingAdjustments({
  adjustments,
}: Pick<ClusterRecord, 'adjustments'>): readonly Adjustment[] {
  const corrected = new Set(adjustments.map((adjustment) => adjustment.corrects));
  return adjustments
    .filter((adjustment) => !corrected.has(adjustment.eventId))
    .sort((a, b) => (a.effectiveOn < b.effectiveOn ? -1 : a.effectiveOn > b.effectiveOn ? 1 : 0));
}

/** A name with the day and the act it came by; the first has neither. */
export interface NamePeriod {
  readonly name: string;
  readonly from?: LocalDate;
  readonly actId?: ActId;
}

/** The names that a cluster has had up to a day, the registered one first. */
export function namesUntil(record: ClusterRecord, day: LocalDate): readonly NamePeriod[] {
  const renamed = standingAdjustments(record).flatMap(({ changes, effectiveOn, actId }) =>
    changes.name === undefined || effectiveOn > day ? [] : [{ name: changes.name, from: effectiveOn, actId }],
  );
  return [{ name: record.name }, ...renamed];
}

/** Every name that a cluster has or has had, the registered one first. */
export function namesOf(record: ClusterRecord): readonly string[] {
  return [record.name, ...standingAdjustments(record).flatMap(({ changes }) => changes.name ?? [])];
}

/** The phases on a day: the last record of them that holds by then; undefined for none. */
export function phasesOn(
  { phases }: Pick<ClusterRecord, 'phases'>,
  day: LocalDate,
): ClusterPhasesRecorded | undefined {
  return lastBy(phases, day);
}

/** The shares of the units on a day: the last record of them that holds by then; undefined for none. */
export function sharesOn(
  { shares }: Pick<ClusterRecord, 'shares'>,
  day: LocalDate,
): ClusterSharesRecorded | undefined {
  return lastBy(shares, day);
}

/** The one that holds on a day: the latest start, of two with one start the one recorded later. */
function lastBy<T extends { readonly from?: LocalDate }>(
  recorded: readonly T[],
  day: LocalDate,
): T | undefined {
  return recorded
    .filter(({ from }) => from === undefined || from <= day)
    .reduce<T | undefined>(
      (last, next) => (last === undefined || (last.from ?? '') <= (next.from ?? '') ? next : last),
      undefined,
    );
}
