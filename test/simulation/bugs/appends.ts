import { derivedCommandId, isConflict, isRetryable, type EventLog } from '#application';
import { BanGiaoError } from '#domain';
import type { Append, Bug } from './bug.js';

const EVERY = 7;

/** Says that it has written what it keeps for later, and then forgets it. */
export function acknowledgesUnwritten(): Bug {
  let count = 0;
  const append: Append = async (log, stream, events, expected) => {
    count += 1;
    const position = await log.head();
    if (count % EVERY !== 0 || position === undefined) return log.append(stream, events, expected);
    const revision = (expected === 'no-stream' ? -1 : expected) + events.length;
    return { revision, position, alreadyRecorded: false };
  };
  return { append };
}

/** Repeats what had no answer, as if it were something new. */
export function repeatsUnderNewIds(): Bug {
  const append: Append = async (log, stream, events, expected) => {
    try {
      return await log.append(stream, events, expected);
    } catch (error) {
      if (!isRetryable(error) || error.code !== 'LOG_OUTCOME_UNKNOWN') throw error;
      const again = events.map((event) => ({ ...event, eventId: derivedCommandId('again', event.eventId) }));
      return untilWritten(log, stream, again);
    }
  };
  return { append };
}

async function untilWritten(log: EventLog, stream: string, events: Parameters<Append>[2]) {
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, 200));
    try {
      return await log.append(stream, events, await endOf(log, stream));
    } catch (error) {
      if (!isRetryable(error)) throw error;
    }
  }
}

/** Takes a conflict for a matter of the number, and writes over what its caller has not seen. */
export function writesOverOthers(): Bug {
  const append: Append = async (log, stream, events, expected) => {
    try {
      return await log.append(stream, events, expected);
    } catch (error) {
      if (!isConflict(error)) throw error;
      return log.append(stream, events, await endOf(log, stream));
    }
  };
  return { append };
}

/** Reads an answer that did not come as a refusal, and answers that nothing was written. */
export function refusesWhatMayBeWritten(): Bug {
  const append: Append = async (log, stream, events, expected) => {
    try {
      return await log.append(stream, events, expected);
    } catch (error) {
      if (!isRetryable(error) || error.code !== 'LOG_OUTCOME_UNKNOWN') throw error;
      throw new BanGiaoError('LOG_INVALID_EVENT', 'Nothing was written.');
    }
  };
  return { append };
}

async function endOf(log: EventLog, stream: string): Promise<number | 'no-stream'> {
  const { length } = await log.readStream(stream, 0, { maxCount: 1_000 });
  return length === 0 ? 'no-stream' : length - 1;
}
