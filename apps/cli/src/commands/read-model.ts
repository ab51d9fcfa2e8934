import type { Command } from 'commander';
import { openSqliteEventLog } from '#event-log';
import { digest, rebuild } from '#read-model';

import { existingFiles, openReaders } from '../data.js';
import { progress, toStandardOutput } from '../output.js';

/** `bangiao rebuild` and `bangiao digest`. */
export function addReadModel(program: Command, dataDir: () => string): void {
  program
    .command('rebuild')
    .description('Build the read model anew beside the one in use, print its digest, then switch to it.')
    .action(() => rebuildReadModel(dataDir()));
  program
    .command('digest')
    .description('Print how many events the read model has seen and the digest of what it holds.')
    .action(() => printDigest(dataDir()));
}

async function rebuildReadModel(dataDir: string): Promise<void> {
  const files = existingFiles(dataDir);
  const log = await openSqliteEventLog({ file: files.log, mode: 'read-only' });
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  const told = progress('rebuild');
  try {
    const built = await rebuild({
      log,
      file: files.readModel,
      signal: stop.signal,
      onProgress: ({ seq }) => told(seq),
    });
    await toStandardOutput(`${built.seq} ${built.digest}\n`);
  } finally {
    await log.close();
  }
}

async function printDigest(dataDir: string): Promise<void> {
  const readers = await openReaders(dataDir);
  try {
    const { seq, digest: sha256 } = digest({ file: existingFiles(dataDir).readModel });
    await toStandardOutput(`${seq} ${sha256}\n`);
  } finally {
    await readers.close();
  }
}
