import { existsSync } from 'node:fs';
import { openSqliteEventLog } from '#event-log';
import { openReadModel } from '#read-model';
import type { EventLog, ReadModel } from '#application';
import { BanGiaoError } from '#domain';
import { dataFiles, startRuntime, type DataFiles } from '../../api/src/runtime/index.js';

/** What a command reads from. */
export interface Readers {
  readonly log: EventLog;
  readonly readModel: ReadModel;
  close(): Promise<void>;
}

const CATCH_UP_LIMIT_MS = 60_000;

/**
 * The files of a data directory that a command only reads.
 * @throws BanGiaoError `NO_LOG`: a mistyped folder is no empty ledger, and none is made.
 */
export function existingFiles(dataDir: string): DataFiles {
  if (existsSync(dataDir)) {
    const files = dataFiles(dataDir);
    if (existsSync(files.log)) return files;
  }
  throw new BanGiaoError('NO_LOG', 'The data directory holds no log.', {
    field: '--data-dir',
    value: dataDir,
    remedy: 'Name the directory of a service that was started once, or import something into it first.',
  });
}

/**
 * Opens a data directory for reading, with the read model up with the log.
 * Beside a running service it reads what that keeps; else it follows the log itself meanwhile.
 */
export async function openReaders(dataDir: string): Promise<Readers> {
  existingFiles(dataDir);
  const readers = await openAlone(dataDir).catch((error: unknown) => {
    if (error instanceof BanGiaoError && error.code === 'LOG_LOCKED') return openBeside(dataDir);
    throw error;
  });
  const head = await readers.log.head();
  if (head !== undefined) await readers.readModel.waitFor(head, CATCH_UP_LIMIT_MS);
  return readers;
}

async function openAlone(dataDir: string): Promise<Readers> {
  return startRuntime({
    dataDir,
    empty: true,
    report: () => undefined,
    onFollowerFailure: (error) => process.stderr.write(`Following the log has stopped: ${error.message}\n`),
  });
}

async function openBeside(dataDir: string): Promise<Readers> {
  const files = dataFiles(dataDir);
  const log = await openSqliteEventLog({ file: files.log, mode: 'read-only' });
  const readModel = openReadModel({ file: files.readModel });
  const close = async (): Promise<void> => {
    readModel.close();
    await log.close();
  };
  return { log, readModel, close };
}
