import type { StreamBatch } from '#application';
import { streamOf, type Act, type Duty } from '#domain';
import type { ReconciliationReport } from '../units/index.js';

/** Each act in a stream of its own. */
export function actStreams(acts: readonly Act[]): readonly StreamBatch[] {
  return acts.map((data) => ({
    stream: streamOf.act(data.actId),
    events: [{ type: 'act.registered', data }],
  }));
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
