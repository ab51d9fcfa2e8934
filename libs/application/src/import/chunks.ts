import type { DomainEvent } from '#domain';
import { toEnvelopes, type Stamp } from '../envelope/envelopes.js';
import { MAX_APPEND_BYTES } from '../ports/event-log.js';

/** Room for ids, types and the store's own columns. */
const CHUNK_BYTES = MAX_APPEND_BYTES * 0.9;
const CHUNK_EVENTS = 2_000;
/** Metadata counts as at least this much: chunks that are recorded were cut so, and have to be recognised. */
const LEAST_METADATA_BYTES = 400;

const encoder = new TextEncoder();

/**
 * Where the chunk that begins at `start` ends: the most events that one append takes.
 * The same events with stamps of the same length are cut the same way, whenever they are appended.
 */
export function chunkEnd(events: readonly DomainEvent[], start: number, stamp: Stamp): number {
  const metadata = Math.max(LEAST_METADATA_BYTES, metadataBytes(events.slice(start, start + 1), stamp));
  let bytes = 0;
  let end = start;
  while (end < events.length && end - start < CHUNK_EVENTS) {
    bytes += bytesOf(events[end]?.data) + metadata;
    if (bytes > CHUNK_BYTES && end > start) break;
    end += 1;
  }
  return end;
}

/** Every event of an append carries the metadata of its stamp: a long file name counts once for each. */
function metadataBytes(one: readonly DomainEvent[], stamp: Stamp): number {
  return toEnvelopes(one, stamp).reduce((sum, { metadata }) => sum + bytesOf(metadata), 0);
}

function bytesOf(value: unknown): number {
  return encoder.encode(JSON.stringify(value)).length;
}
