import { setPriority } from 'node:os';
import type { Command } from 'commander';
import { openEventLog } from '#event-log';
import { digest, rebuild } from '#read-model';
import { filesIn } from '../../../api/src/runtime/index.js';
import { existingLog, openReaders, type Data } from '../data.js';
import { progress, toStandardOutput } from '../output.js';

/** Below the usual 0: a third of what the others get where all want the same core, so that it still comes to an end. */
const REBUILD_PRIORITY = 5;

interface RebuildOptions {
  readonly fromSnapshot?: string;
}

/** `bangiao rebuild` and `bangiao digest`. */
export function addReadModel(program: Command, data: () => Data): void {
  program
    .command('rebuild')
    .description('Build the read model anew beside the one in use, print its digest, then switch to it.')
    .option('--from-snapshot <file>', 'begin with this snapshot instead of the first event')
    .action((options: RebuildOptions) => rebuildReadModel(data(), options));
  program
    .command('digest')
    .description('Print how many events the read model has seen and the digest of what it holds.')
    .action(() => printDigest(data()));
}

async function rebuildReadModel(data: Data, { fromSnapshot }: RebuildOptions): Promise<void> {
  const location = existingLog(data);
  yieldToTheService();
  const log = await openEventLog(location);
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  const told = progress('rebuild');
  const installing = { copy: progress('snapshot, bytes'), verify: progress('snapshot, rows') };
  try {
    const built = await rebuild({
      log,
      file: filesIn(data.dataDir).readModel,
      signal: stop.signal,
      onProgress: ({ seq }) => told(seq),
      onInstall: ({ phase, done, total }) => installing[phase](done, total),
      ...(fromSnapshot === undefined ? {} : { fromSnapshot }),
    });
    await toStandardOutput(`${built.seq} ${built.digest}\n`);
  } finally {
    await log.close();
  }
}

/** Whoever is asked meanwhile comes first; where the system forbids even that, the rebuild goes on as it is. */
function yieldToTheService(): void {
  try {
    setPriority(REBUILD_PRIORITY);
  } catch {
    // Nothing depends on it but how soon others are answered.
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
