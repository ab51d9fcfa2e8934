import { appendFacts, type StreamBatch } from '#application';
import { IMPORTER, type Run } from './plan.js';

/** Appends what is missing; false where it was stopped before the end. */
export async function appendRows(
  batches: readonly StreamBatch[],
  importId: string,
  what: string,
  file: string,
  { ports, signal, ...run }: Run,
): Promise<boolean> {
  const { complete } = await appendFacts(ports.log, batches, {
    importId,
    actor: IMPORTER,
    clock: ports.clock,
    signal,
    source: { system: `bangiao import ${what}`, file, record: importId },
    onProgress: (done, total) => run.told(done, total),
  });
  return complete;
}
