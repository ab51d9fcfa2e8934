import { instantOf } from '#domain';
import { derivedCommandId } from '../envelope/event-id.js';
import { toEnvelopes, type Stamp } from '../envelope/envelopes.js';
import type { EventLog, ImportSource } from '../ports/event-log.js';
import { eventsOf } from '../streams/events-of.js';
import { chunkEnd } from './chunks.js';
import type { ImportOptions, StreamBatch } from './import-streams.js';

/** What `appendFacts` did. */
export interface Appended {
  readonly written: number;
  /** False where the signal stopped it before the last append. */
  readonly complete: boolean;
}

export interface AppendFactsOptions extends Omit<ImportOptions, 'onProgress'> {
  readonly onProgress?: (written: number, total: number) => void;
  /** Where the facts were read; when they are recorded is added. */
  readonly source?: Omit<ImportSource, 'recordedAt'>;
}

/**
 * Appends facts that are not recorded yet at the end of their streams, a chunk at a time, in the given order.
 * A stream may come several times and may hold facts of others; stopped, the caller finds out what is missing.
 * @throws BanGiaoError `LOG_CONFLICT` where somebody else writes to one of the streams meanwhile.
 */
export async function appendFacts(
  log: EventLog,
  batches: readonly StreamBatch[],
  options: AppendFactsOptions,
): Promise<Appended> {
  const total = batches.reduce((sum, batch) => sum + batch.events.length, 0);
  const lengths = new Map<string, number>();
  let written = 0;
  for (const { stream, events } of batches) {
    let length = lengths.get(stream) ?? (await lengthOf(log, stream));
    for (let start = 0; start < events.length;) {
      if (options.signal?.aborted === true) return { written, complete: false };
      const stamp = stampOf(stream, length, options);
      const end = chunkEnd(events, start, stamp);
      const chunk = toEnvelopes(events.slice(start, end), stamp);
      await log.append(stream, chunk, length === 0 ? 'no-stream' : length - 1);
      length += end - start;
      written += end - start;
      start = end;
      options.onProgress?.(written, total);
    }
    lengths.set(stream, length);
  }
  return { written, complete: true };
}

function stampOf(
  stream: string,
  start: number,
  { importId, actor, clock, source }: AppendFactsOptions,
): Stamp {
  const commandId = derivedCommandId('import', importId, stream, String(start));
  const recordedAt = instantOf(clock.now());
  return {
    commandId,
    correlationId: derivedCommandId('import', importId),
    causationId: commandId,
    actor,
    recordedAt,
    ...(source === undefined ? {} : { source: { ...source, recordedAt } }),
  };
}

async function lengthOf(log: EventLog, stream: string): Promise<number> {
  let length = 0;
  for await (const _ of eventsOf(log, stream)) length += 1;
  return length;
}
