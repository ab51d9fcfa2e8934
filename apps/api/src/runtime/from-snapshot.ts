import type { EventLog } from '#application';
import { BanGiaoError } from '#domain';
import { adoptSnapshot } from '#read-model';
import type { Report } from './reference-data.js';

/**
 * Begins with the read model of another replica, before anything follows the log into it.
 * One that is not ahead of what is there is left alone, so that the option may stay in a start command.
 * @throws BanGiaoError what else refuses a snapshot; what was there is kept.
 */
export async function beginWithSnapshot(
  snapshot: string,
  log: EventLog,
  file: string,
  report: Report,
): Promise<void> {
  report(`snapshot: taking over ${snapshot}`);
  try {
    const { seq } = await adoptSnapshot({ log, file, snapshot });
    report(`snapshot: begins after ${seq} events`);
  } catch (error) {
    if (!(error instanceof BanGiaoError) || error.code !== 'SNAPSHOT_BEHIND') throw error;
    report(`snapshot: ${error.message}`);
  }
}
