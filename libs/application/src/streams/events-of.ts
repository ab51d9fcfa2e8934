import type { EventLog, RecordedEnvelope } from '../ports/event-log.js';

const PAGE = 1_000;

/** The events of a stream from a revision on, in order, read a page at a time; none for a stream that does not exist. */
export async function* eventsOf(
  log: Pick<EventLog, 'readStream'>,
  stream: string,
  fromRevision = 0,
): AsyncGenerator<RecordedEnvelope, void, undefined> {
  for (let next = fromRevision; ;) {
    const page = await log.readStream(stream, next, { maxCount: PAGE });
    yield* page;
    if (page.length < PAGE) return;
    next += page.length;
  }
}
