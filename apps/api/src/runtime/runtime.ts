import { systemClock, type Clock, type CommandPorts, type EventLog, type ReadModel } from '#application';
import { openSqliteEventLog } from '#event-log';
import { loadLeadRules } from '#gazetteer';
import { openReadModel } from '#read-model';
import { dataFiles } from './data-dir.js';
import { startFollower } from './follower.js';
import { importReferenceData, type Report } from './reference-data.js';

/** What decides how the service runs. */
export interface RuntimeOptions {
  readonly dataDir: string;
  /** Without the national reference data and the sample clusters. */
  readonly empty: boolean;
  readonly clock?: Clock;
  /** Told one line per step. */
  readonly report: Report;
  /** Told when following the log has stopped by itself. */
  readonly onFollowerFailure: (error: Error) => void;
}

/** The running parts below the API. */
export interface Runtime {
  readonly log: EventLog;
  readonly readModel: ReadModel;
  readonly ports: CommandPorts;
  /** Ends in order: following, the read model, the log; what was acknowledged is on disk. */
  close(): Promise<void>;
}

/**
 * Opens the embedded log and its read model, follows the log in a thread, and brings the reference data in.
 * Interrupted at any moment, the next start goes on where it stopped.
 */
export async function startRuntime(options: RuntimeOptions): Promise<Runtime> {
  const files = dataFiles(options.dataDir);
  const log = await openSqliteEventLog({ file: files.log, mode: 'read-write' });
  const follower = await startFollower(files, options.onFollowerFailure);
  const readModel = openReadModel({ file: files.readModel });
  const clock = options.clock ?? systemClock;
  const ports: CommandPorts = { log, readModel, clock, leadRules: options.empty ? [] : loadLeadRules() };
  const close = async (): Promise<void> => {
    await follower.stop();
    readModel.close();
    await log.close();
  };
  try {
    if (!options.empty) await importReferenceData(ports, options.report);
  } catch (error) {
    await close();
    throw error;
  }
  return { log, readModel, ports, close };
}
