import { BanGiaoError } from '#domain';
import type { RecordedEnvelope } from '../ports/event-log.js';
import { differingFields } from './canonical.js';

/** The target holds another event than the source. */
export function differs(seq: number, source: RecordedEnvelope, target: RecordedEnvelope): BanGiaoError {
  const fields = differingFields(source, target).join(', ');
  return new BanGiaoError(
    'COPY_TARGET_DIFFERS',
    `Event ${seq} differs in ${fields}: the source has ${name(source)}, the target ${name(target)}.`,
    {
      field: '--to',
      value: target.eventId,
      remedy: 'Name a target that is empty or holds the beginning of this log. Nothing was overwritten.',
    },
  );
}

/** The target goes on where the source has ended. */
export function goesOn(seq: number, target: RecordedEnvelope): BanGiaoError {
  return new BanGiaoError(
    'COPY_TARGET_AHEAD',
    `The source ends after ${seq} events; the target goes on with ${name(target)}.`,
    {
      field: '--to',
      value: target.eventId,
      remedy:
        'Copy the other way, or name another target: events of its own cannot be kept. Nothing was changed.',
    },
  );
}

/** What was copied is not found again. */
export function missing(seq: number, source: RecordedEnvelope): BanGiaoError {
  return new BanGiaoError(
    'COPY_TARGET_DIFFERS',
    `Event ${seq}, ${name(source)}, was copied and is not in the target.`,
    {
      field: '--to',
      value: source.eventId,
      remedy:
        'Run this again, reading from the leader of a cluster (nodePreference=leader). Where it comes again, the target has lost what it acknowledged.',
    },
  );
}

/** The source gives less than before. */
export function shrunk(seq: number): BanGiaoError {
  return new BanGiaoError('COPY_SOURCE_CHANGED', `The source gave event ${seq} once and not again.`, {
    field: '--from',
    value: String(seq),
    remedy:
      'Run this again, reading from the leader of a cluster (nodePreference=leader); else look at the source.',
  });
}

/** Somebody else appends to the target. */
export function writtenMeanwhile(stream: string, cause: BanGiaoError): BanGiaoError {
  return new BanGiaoError(
    'COPY_TARGET_WRITTEN',
    `Somebody else writes to the target: stream ${stream} is at ${cause.value ?? 'another revision'}.`,
    {
      field: '--to',
      value: stream,
      remedy: 'Stop what writes there and run this again: it compares first and goes on.',
    },
    { cause },
  );
}

function name({ eventId, type, stream, revision }: RecordedEnvelope): string {
  return `${eventId} (${type}, ${stream} revision ${revision})`;
}
