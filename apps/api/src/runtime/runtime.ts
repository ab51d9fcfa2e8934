import {
  systemClock,
  type Clock,
  type CommandPorts,
  type EventLog,
  type Position,
  type ReadModel,
  type ReplicaWatch,
} from '#application';
import { openEventLog, type EventLogLocation } from '#event-log';
import { loadLeadRules } from '#gazetteer';
import { holdReadModel, openReadModel } from '#read-model';
import { dataFiles, type DataFiles } from './data-dir.js';
import { startFollower, type Follower } from './follower.js';
import { EscalationLoop } from './escalation.js';
import { beginWithSnapshot } from './from-snapshot.js';
import { logLocation, readOnly } from './log-location.js';
import { LogWatch } from './log-watch.js';
import { prepare } from './prepare.js';
import type { Report } from './reference-data.js';

/** What decides how the service runs. */
export interface RuntimeOptions {
  readonly dataDir: string;
  /** The file in the data directory where absent. */
  readonly log?: EventLogLocation;
  /** Without the national reference data and the sample clusters. */
  readonly empty: boolean;
  readonly clock?: Clock;
  /** Pause between two looks for late tasks; none are looked for where it is absent or 0. */
  readonly escalationSeconds?: number;
  /** A snapshot of another replica to begin with, where it is ahead of the read model that is there. */
  readonly fromSnapshot?: string;
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
  readonly replica: ReplicaWatch;
  /**
   * Resolves once the reference data is there. With the embedded log that is before the runtime is given out; a cluster
   * may be away for long, so that it is brought in meanwhile.
   */
  readonly prepared: Promise<void>;
  /** Ends in order: the read model, following, the log; what was acknowledged is on disk. */
  close(): Promise<void>;
}

/**
 * Opens the log and this replica's read model, follows the log in a thread, and brings the reference data in.
 * Interrupted at any moment, the next start goes on where it stopped.
 */
export async function startRuntime(options: RuntimeOptions): Promise<Runtime> {
  const location = options.log ?? logLocation({}, options.dataDir);
  const parts = await openParts(dataFiles(options.dataDir), location, options);
  const { log, readModel, watch, follower } = parts;
  const clock = options.clock ?? systemClock;
  const ports: CommandPorts = { log, readModel, clock, leadRules: options.empty ? [] : loadLeadRules() };
  const closing = new AbortController();
  const embedded = location.kind === 'sqlite';
  const preparation = { report: options.report, patient: !embedded, signal: closing.signal };
  const prepared = options.empty ? Promise.resolve() : prepare(ports, preparation);
  // Whoever needs it asks for it; until then its failure is nobody's.
  prepared.catch(() => undefined);
  let escalation: EscalationLoop | undefined;
  void prepared.then(
    () => (escalation = escalationOf(ports, options, closing.signal)),
    () => undefined,
  );
  const close = async (): Promise<void> => {
    closing.abort();
    // What it waits for of the log ends with the log.
    const looked = escalation?.stop();
    await parts.close();
    await looked;
    await prepared.catch(() => undefined);
  };
  try {
    if (embedded) await prepared;
    await watch.start();
  } catch (error) {
    await close();
    throw error;
  }
  return { log, readModel, ports, replica: replicaOf(watch, follower), prepared, close };
}

/** Late tasks are looked for once the reference data is there: before that their law is not. */
function escalationOf(
  ports: CommandPorts,
  { escalationSeconds = 0, report }: RuntimeOptions,
  closing: AbortSignal,
): EscalationLoop | undefined {
  if (escalationSeconds === 0 || closing.aborted) return undefined;
  return new EscalationLoop({ ports, intervalMs: escalationSeconds * 1_000, report });
}

interface Parts {
  readonly log: EventLog;
  readonly follower: Follower;
  readonly readModel: ReadModel;
  readonly watch: LogWatch;
  close(): Promise<void>;
}

/** Opens everything, or closes what it had opened. */
async function openParts(
  files: DataFiles,
  location: EventLogLocation,
  { fromSnapshot, report, onFollowerFailure }: RuntimeOptions,
): Promise<Parts> {
  const closers: (() => void | Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    for (const end of closers.splice(0).reverse()) await end();
  };
  try {
    const opened = await openEventLog(location);
    closers.push(() => opened.close());
    const lock = holdReadModel(files.readModel);
    closers.push(() => lock.release());
    if (fromSnapshot !== undefined) await beginWithSnapshot(fromSnapshot, opened, files.readModel, report);
    const following = { log: readOnly(location), readModel: files.readModel };
    const follower = await startFollower({ ...following, onFailure: onFollowerFailure });
    closers.push(() => follower.stop());
    const readModel = openReadModel({ file: files.readModel });
    closers.push(() => readModel.close());
    const watch = new LogWatch({ log: opened, readModel });
    closers.push(() => watch.stop());
    const log = noticing(opened, (position) => watch.appended(position));
    return { log, follower, readModel, watch, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The same log; what is appended through it is told, so that nobody takes it for unknown until the next look. */
function noticing(log: EventLog, appended: (position: Position) => void): EventLog {
  return {
    append: async (stream, events, expected) => {
      const result = await log.append(stream, events, expected);
      appended(result.position);
      return result;
    },
    readStream: (stream, fromRevision, options) => log.readStream(stream, fromRevision, options),
    readAll: (after, options) => log.readAll(after, options),
    subscribe: (after, signal) => log.subscribe(after, signal),
    head: () => log.head(),
    close: () => log.close(),
  };
}

function replicaOf(watch: LogWatch, follower: Follower): ReplicaWatch {
  return {
    state: () => {
      const following = follower.following();
      return {
        ...watch.seen(),
        ...(following.state === 'running' ? {} : { followingFailure: following.code }),
        ...(following.state === 'stopped' ? { followingStopped: true } : {}),
      };
    },
  };
}
