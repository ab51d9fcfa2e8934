import type { KnownAct } from '../acts/decide-act.js';
import type { ClusterRegistration } from '../clusters/cluster.js';
import type { ClusterAdvanced } from '../clusters/events.js';
import type { LifecycleState } from '../clusters/lifecycle-states.js';
import { evolveCluster, type ClusterRecord } from '../clusters/record.js';
import type { DomainEvent } from '../events/catalogue.js';
import { COUNTRY } from './country.js';
import { ACTS, day } from './law.js';
import { clusterAt, inCommunes } from './register.js';

/** A cluster in xã Yên Hợp of which nothing else is known. */
export const PLAIN: ClusterRegistration = clusterAt('c', 'C', [inCommunes(['04426@origin'])]);

/** What the events of one cluster add up to; the event at place n has the id `event-n`, from 1 on. */
export function recordOf(
  registration: ClusterRegistration,
  ...events: readonly DomainEvent[]
): ClusterRecord {
  const all: readonly DomainEvent[] = [{ type: 'cluster.registered', data: registration }, ...events];
  const record = all.reduce<ClusterRecord | undefined>(
    (before, event, i) => evolveCluster(before, { ...event, eventId: `event-${i}` }),
    undefined,
  );
  if (record === undefined) throw new Error('Nothing is registered.');
  return record;
}

/** A step to a state, from a day on, as a source states it. */
export function step(to: LifecycleState, on: string, more: Partial<ClusterAdvanced> = {}): ClusterAdvanced {
  return { clusterId: 'c', to, effectiveOn: day(on), provenance: 'STATED', source: 'test', ...more };
}

/** The same as a recorded event. */
export function advanced(to: LifecycleState, on: string, more: Partial<ClusterAdvanced> = {}): DomainEvent {
  return { type: 'cluster.advanced', data: step(to, on, more) };
}

/** Looks up one of the tests' acts. */
export const actOf = (id: string): KnownAct | undefined => ACTS.find((act) => act.actId === id);

/** What decisions on clusters look up in the tests. */
export const FACETS = { acts: actOf, lineage: COUNTRY };
