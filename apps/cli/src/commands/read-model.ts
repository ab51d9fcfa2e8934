import type { Command } from 'commander';
import { openEventLog } from '#event-log';
import { digest, rebuild } from '#read-model';
import { filesIn } from '../../../api/src/runtime/index.js';
import { existingLog, openReaders, type Data } from '../data.js';
import { progress, toStandardOutput } from '../output.js';

/** `bangiao rebuild` and `bangiao digest`. */
export function addReadModel(program: Command, data: () => Data): void {
  program
    .command('rebuild')
    .description('Build the read model anew beside the one in use, print its digest, then switch to it.')
    .action(() => rebuildReadModel(data()));
  program
    .command('digest')
    .description('Print how many events the read model has seen and the digest of what it holds.')
    .action(() => printDigest(data()));
}

async function rebuildReadModel(data: Data): Promise<void> {
  const log = await openEventLog(existingLog(data));
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  const told = progress('rebuild');
  try {
    const built = await rebuild({
      log,
      file: filesIn(data.dataDir).readModel,
      signal: stop.signal,
      onProgress: ({ seq }) => told(seq),
    });
    await toStandardOutput(`${built.seq} ${built.digest}\n`);
  } finally {
    await log.close();
  }
}

async function printDigest(data: Data): Promise<void> {
  const readers = await openReaders(data);
  try {
    const { seq, digest: sha256 } = digest({ file: filesIn(data.dataDir).readModel });
    await toStandardOutput(`${seq} ${sha256}\n`);
  } finally {
    await readers.close();
  }
}
