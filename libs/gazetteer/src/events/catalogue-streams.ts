import type { StreamBatch } from '#application';
import { streamOf, type DomainEvent, type Duty } from '#domain';
import type { RecordedAct } from '../acts/index.js';
import type { ReconciliationReport } from '../units/index.js';

/** Each act in a stream of its own, with the end that another act brought it. */
export function actStreams(acts: readonly RecordedAct[]): readonly StreamBatch[] {
  return acts.map(({ ended, ...data }) => {
    const registered: DomainEvent = { type: 'act.registered', data };
    const ends: readonly DomainEvent[] =
      ended === undefined ? [] : [{ type: 'act.ended', data: { actId: data.actId, ...ended } }];
    return { stream: streamOf.act(data.actId), events: [registered, ...ends] };
  });
}

/** Each duty in a stream of its own. */
export function dutyStreams(duties: readonly Duty[]): readonly StreamBatch[] {
  return duties.map((data) => ({
    stream: streamOf.duty(data.dutyId),
    events: [{ type: 'duty.catalogued', data }],
  }));
}

/** What an import read, took over and rejected, as a fact of its own. */
export function reconciliationStream(importId: string, report: ReconciliationReport): StreamBatch {
  const { sources, observations } = report;
  return {
    stream: streamOf.import(importId),
    events: [{ type: 'import.reconciled', data: { importId, sources, observations } }],
  };
}
