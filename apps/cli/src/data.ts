import { existsSync } from 'node:fs';
import type { EventLog, ReadModel } from '#application';
import { BanGiaoError } from '#domain';
import { openEventLog, type EventLogLocation } from '#event-log';
import { openReadModel } from '#read-model';
import {
  dataFiles,
  filesIn,
  logLocation,
  readOnly,
  startRuntime,
  type Runtime,
} from '../../api/src/runtime/index.js';

/** What a command works on: the log, and the data directory with this replica's read model. */
export interface Data {
  readonly dataDir: string;
  readonly log: EventLogLocation;
}

/** What a command reads from. */
export interface Readers {
  readonly log: EventLog;
  readonly readModel: ReadModel;
  close(): Promise<void>;
}

const CATCH_UP_LIMIT_MS = 60_000;

/**
 * The log of `EVENTSTORE_URL`, or the one in the data directory.
 * @throws BanGiaoError `INVALID_SETTING`
 */
export function dataIn(dataDir: string): Data {
  return { dataDir, log: logLocation(process.env, dataDir) };
}

/**
 * The log of a command that only reads.
 * @throws BanGiaoError `NO_LOG`: a mistyped folder is no empty ledger, and none is made.
 */
export function existingLog({ dataDir, log }: Data): EventLogLocation {
  if (log.kind === 'eventstoredb' || existsSync(filesIn(dataDir).log)) return readOnly(log);
  throw new BanGiaoError('NO_LOG', 'The data directory holds no log.', {
    field: '--data-dir',
    value: dataDir,
    remedy: 'Name the directory of a service that was started once, or import something into it first.',
  });
}

/** Opens the log and a read model that follows it, for a command that writes or that nobody else does this for. */
export function openRuntime({ dataDir, log }: Data, empty = true): Promise<Runtime> {
  return startRuntime({
    dataDir,
    log,
    empty,
    report: (line) => process.stderr.write(`${line}\n`),
    onFollowerFailure: (error) => process.stderr.write(`Following the log has ended: ${error.message}\n`),
  });
}

/**
 * Opens a data directory for reading, with the read model up with the log.
 * Beside a running service it reads what that keeps; else it follows the log itself meanwhile.
 */
export async function openReaders(data: Data): Promise<Readers> {
  existingLog(data);
  const readers = await openRuntime(data).catch((error: unknown) => {
    if (error instanceof BanGiaoError && HELD.includes(error.code)) return openBeside(data);
    throw error;
  });
  try {
    const head = await readers.log.head();
    if (head !== undefined) await readers.readModel.waitFor(head, CATCH_UP_LIMIT_MS);
    return readers;
  } catch (error) {
    await readers.close();
    throw error;
  }
}

/** A service runs on this data directory. */
const HELD: readonly string[] = ['LOG_LOCKED', 'READ_MODEL_LOCKED'];

async function openBeside(data: Data): Promise<Readers> {
  const log = await openEventLog(existingLog(data));
  const readModel = openReadModel({ file: dataFiles(data.dataDir).readModel });
  const close = async (): Promise<void> => {
    readModel.close();
    await log.close();
  };
  return { log, readModel, close };
}
