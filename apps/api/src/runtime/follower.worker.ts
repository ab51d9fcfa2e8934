import { parentPort, workerData } from 'node:worker_threads';
import { openSqliteEventLog } from '#event-log';
import { follow, openProjector } from '#read-model';
import type { DataFiles } from './data-dir.js';

/**
 * Follows the log in a thread of its own, so that answers never wait for projections.
 * Ends when its parent says stop; a poison event ends it with an error, and the read model says so.
 */
const files = workerData as DataFiles;
const stop = new AbortController();
parentPort?.on('message', () => stop.abort());

const log = await openSqliteEventLog({ file: files.log, mode: 'read-only' });
const projector = openProjector({ file: files.readModel });
parentPort?.postMessage('ready');
try {
  await follow(log, projector, stop.signal);
} finally {
  projector.close();
  await log.close();
  parentPort?.close();
}
