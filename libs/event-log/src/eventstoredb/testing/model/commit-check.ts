import type { Expected, ProposedEvent } from './event.js';
import type { Stream } from './stream.js';

/** What the server decides about an append before it writes. */
export type CommitDecision =
  | { readonly kind: 'write' }
  /** All its events are there already, the last of them at this revision. */
  | { readonly kind: 'repeated'; readonly lastRevision: number }
  | { readonly kind: 'wrong-expected-version' }
  | { readonly kind: 'stream-deleted' };

/** Where an event id was first written: the server knows one place of each. */
export type KnownIds = ReadonlyMap<string, { readonly stream: string; readonly revision: number }>;

const WRITE = { kind: 'write' } as const;
const CONFLICT = { kind: 'wrong-expected-version' } as const;

/** Whether an append is written, was written before, or conflicts. */
export function checkCommit(
  name: string,
  stream: Stream,
  events: readonly ProposedEvent[],
  expected: Expected,
  known: KnownIds,
): CommitDecision {
  if (stream.tombstoned) return { kind: 'stream-deleted' };
  if (expected === 'stream_exists') {
    if (stream.softDeleted) return { kind: 'stream-deleted' };
    if (stream.last < 0) return CONFLICT;
  }
  if (expected === 'any' || expected === 'stream_exists') return checkByIds(name, events, known);
  return checkByPlace(stream, events, expected === 'no_stream' ? -1 : expected);
}

/** Without an expected revision a repetition shows by where the ids were first written. */
function checkByIds(name: string, events: readonly ProposedEvent[], known: KnownIds): CommitDecision {
  let lastRevision: number | undefined;
  for (const { id } of events) {
    const place = known.get(id);
    if (place?.stream !== name) return lastRevision === undefined ? WRITE : CONFLICT;
    lastRevision = place.revision;
  }
  return lastRevision === undefined ? WRITE : { kind: 'repeated', lastRevision };
}

/** With one, a repetition has the same ids at the revisions that would follow it. */
function checkByPlace(stream: Stream, events: readonly ProposedEvent[], expected: number): CommitDecision {
  if (expected === stream.last) return WRITE;
  if (expected > stream.last || events.length === 0) return CONFLICT;
  const differs = events.findIndex((event, i) => stream.at(expected + 1 + i)?.id !== event.id);
  if (differs < 0) return { kind: 'repeated', lastRevision: expected + events.length };
  return differs === 0 && expected === -1 && stream.softDeleted ? WRITE : CONFLICT;
}
