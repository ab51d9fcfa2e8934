import type { DatabaseSync } from 'node:sqlite';
import { BroadcastChannel, parentPort, workerData } from 'node:worker_threads';
import { mapped, toMessage } from './errors.js';
import { openForWriting } from './format.js';
import { holdLock } from './lock.js';
import { channelOf, type FromWriter, type ToWriter, type WriterOptions } from './protocol.js';
import { Writer } from './writer.js';

/** The thread in which durable commits wait for the disk, so that nobody else does. */
const port = parentPort;
if (port === null) throw new Error('This file is run as a worker thread.');
const answer = (message: FromWriter) => port.postMessage(message);
const { file } = workerData as WriterOptions;

function open() {
  const lock = holdLock(file);
  try {
    const db = openForWriting(file);
    const close = () => {
      foldWal(db);
      db.close();
      lock.release();
    };
    return { writer: new Writer(db), close };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** So that the one file holds everything, whoever still reads it: it can be copied as it is. */
function foldWal(db: DatabaseSync): void {
  try {
    db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  } catch (error) {
    // A full disk has no room to fold it; it stays beside the file, and nothing is lost.
    if (mapped(error).code !== 'LOG_FULL_DISK') throw error;
  }
}

try {
  const { writer, close } = open();
  const channel = new BroadcastChannel(channelOf(file));
  port.on('message', (message: ToWriter) => {
    if (message.kind === 'append') {
      answer({ kind: 'answers', answers: writer.write(message.requests) });
      channel.postMessage('committed');
      return;
    }
    close();
    channel.close();
    port.close();
  });
  answer({ kind: 'open' });
} catch (error) {
  answer({ kind: 'failed', error: toMessage(error) });
  port.close();
}
