import { instantOf, type DomainEvent } from '#domain';
import { toEnvelopes } from '../envelope/envelopes.js';
import { derivedCommandId } from '../envelope/event-id.js';
import type { Clock } from '../ports/clock.js';
import type { Actor, EventEnvelope, EventLog } from '../ports/event-log.js';
import { chunkEnd } from './chunks.js';

/** Facts of one stream, in order. */
export interface StreamBatch {
  readonly stream: string;
  readonly events: readonly DomainEvent[];
}

export interface ImportOptions {
  /** Names the import: the same facts under the same id are recognised and not written again. */
  readonly importId: string;
  readonly actor: Actor;
  readonly clock: Clock;
  /** Told after each append. */
  readonly onProgress?: (progress: ImportProgress) => void;
  /** Stops between two appends; the next run goes on there. */
  readonly signal?: AbortSignal;
}

export interface ImportProgress {
  /** Facts written by this run. */
  readonly written: number;
  /** Facts found recorded already. */
  readonly found: number;
  readonly total: number;
}

/**
 * Appends facts to their streams, a chunk at a time, in the given order: what comes first in the log may be what later
 * facts rest on, so that nothing is sent before the chunk before it is there, whichever process wrote it.
 * Chunks are cut the same way each time and their ids come from their place, so a run after an interruption
 * writes only what is missing; the import's own facts come first in their streams.
 */
export async function importStreams(
  log: EventLog,
  batches: readonly StreamBatch[],
  options: ImportOptions,
): Promise<ImportProgress> {
  const total = batches.reduce((sum, batch) => sum + batch.events.length, 0);
  let written = 0;
  let found = 0;
  for (const batch of batches) {
    for (const chunk of chunksOf(batch, options)) {
      if (options.signal?.aborted === true) return { written, found, total };
      const expected = chunk.start === 0 ? 'no-stream' : chunk.start - 1;
      const { alreadyRecorded } = await log.append(batch.stream, chunk.events, expected);
      if (alreadyRecorded) found += chunk.events.length;
      else written += chunk.events.length;
      options.onProgress?.({ written, found, total });
    }
  }
  return { written, found, total };
}

interface Chunk {
  /** Revision of its first event. */
  readonly start: number;
  readonly events: readonly EventEnvelope[];
}

function* chunksOf({ stream, events }: StreamBatch, options: ImportOptions): Generator<Chunk> {
  let start = 0;
  while (start < events.length) {
    const commandId = derivedCommandId('import', options.importId, stream, String(start));
    const stamp = {
      commandId,
      correlationId: derivedCommandId('import', options.importId),
      causationId: commandId,
      actor: options.actor,
      recordedAt: instantOf(options.clock.now()),
    };
    const end = chunkEnd(events, start, stamp);
    yield { start, events: toEnvelopes(events.slice(start, end), stamp) };
    start = end;
  }
}
