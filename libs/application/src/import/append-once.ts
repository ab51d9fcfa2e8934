import { instantOf } from '#domain';
import { derivedCommandId } from '../envelope/event-id.js';
import { toEnvelopes } from '../envelope/envelopes.js';
import { expectedFor } from '../envelope/expected-for.js';
import type { EventLog, RecordedEnvelope } from '../ports/event-log.js';
import { eventsOf } from '../streams/events-of.js';
import type { ImportOptions, ImportProgress, StreamBatch } from './import-streams.js';

/**
 * Appends facts to streams that others write to as well, each by itself and recognised by an id of its own:
 * a repetition writes nothing, and facts that a later release adds at the end of a batch are written then.
 */
export async function appendOnce(
  log: EventLog,
  batches: readonly StreamBatch[],
  { importId, actor, clock, signal, onProgress }: ImportOptions,
): Promise<ImportProgress> {
  const total = batches.reduce((sum, { events }) => sum + events.length, 0);
  let written = 0;
  let found = 0;
  for (const { stream, events } of batches) {
    for (const [index, event] of events.entries()) {
      if (signal?.aborted === true) return { written, found, total };
      const commandId = derivedCommandId('fact', importId, stream, String(index));
      const envelopes = toEnvelopes([event], {
        commandId,
        correlationId: derivedCommandId('import', importId),
        causationId: commandId,
        actor,
        recordedAt: instantOf(clock.now()),
      });
      const expected = expectedFor(envelopes, await whole(log, stream));
      const { alreadyRecorded } = await log.append(stream, envelopes, expected);
      if (alreadyRecorded) found += 1;
      else written += 1;
      onProgress?.({ written, found, total });
    }
  }
  return { written, found, total };
}

async function whole(log: EventLog, stream: string): Promise<readonly RecordedEnvelope[]> {
  const events: RecordedEnvelope[] = [];
  for await (const event of eventsOf(log, stream)) events.push(event);
  return events;
}
