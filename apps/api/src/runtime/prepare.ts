import { setTimeout as wait } from 'node:timers/promises';
import { isRetryable, type CommandPorts } from '#application';
import { BanGiaoError } from '#domain';
import { importReferenceData, type Report } from './reference-data.js';

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 5_000;

export interface Preparation {
  readonly report: Report;
  /** Goes on trying while the log is away; else the first error ends it. */
  readonly patient: boolean;
  /** Ends it without an error. */
  readonly signal: AbortSignal;
}

/**
 * Brings the reference data in. Facts have the same ids wherever they come from, so that several replicas may do it at
 * once and each may begin again at any time: what is there is found and not written twice.
 */
export async function prepare(ports: CommandPorts, preparation: Preparation): Promise<void> {
  const { report, patient, signal } = preparation;
  let pause = FIRST_PAUSE_MS;
  let told: string | undefined;
  while (!signal.aborted) {
    try {
      return await importReferenceData(ports, report, signal);
    } catch (error) {
      if (signal.aborted) return;
      if (!patient || !isRetryable(error)) throw error;
      const why = error instanceof BanGiaoError ? `${error.code}: ${error.message}` : String(error);
      if (why !== told) report(`the reference data waits for the log (${why})`);
      told = why;
    }
    await wait(pause, undefined, { signal }).catch(() => undefined);
    pause = Math.min(2 * pause, LONGEST_PAUSE_MS);
  }
}
