import type { RecordedEnvelope } from '../ports/event-log.js';

/** What a copy keeps of an event: everything but its position, which is the store's own. */
const KEPT = ['stream', 'revision', 'eventId', 'type', 'schemaVersion', 'data', 'metadata'] as const;

/** An event as one text, with the names of every object in one order: equal texts are equal events. */
export function canonicalEvent(event: RecordedEnvelope): string {
  return KEPT.map((field) => canonical(event[field])).join('\n');
}

/** Names of the fields in which two events differ. */
export function differingFields(one: RecordedEnvelope, other: RecordedEnvelope): readonly string[] {
  return KEPT.filter((field) => canonical(one[field]) !== canonical(other[field]));
}

function canonical(value: unknown): string {
  return JSON.stringify(value, inOrder) ?? 'none';
}

function inOrder(_name: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
