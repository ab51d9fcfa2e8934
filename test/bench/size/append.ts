import type { EventLog } from '#application';
import { openSqliteEventLog } from '#event-log';
import { appendsOf, preamble, Stamps } from './national-log.js';

const CALLERS = 64;

/** Appends the subjects from one number to before another through the log, by many callers at once. */
export async function appendSubjects(file: string, from: number, to: number): Promise<void> {
  const log = await openSqliteEventLog({ file, mode: 'read-write' });
  try {
    const stamps = from === 0 ? new Stamps(0) : Stamps.after(from);
    if (from === 0) await appendPreamble(log, stamps);
    let next = from;
    const caller = async (): Promise<void> => {
      for (let subject = next++; subject < to; subject = next++) {
        for (const { stream, events, expected } of appendsOf(subject, stamps))
          await log.append(stream, events, expected);
      }
    };
    await Promise.all(Array.from({ length: CALLERS }, caller));
  } finally {
    await log.close();
  }
}

async function appendPreamble(log: EventLog, stamps: Stamps): Promise<void> {
  for (const { stream, events, expected } of preamble(stamps)) await log.append(stream, events, expected);
}
