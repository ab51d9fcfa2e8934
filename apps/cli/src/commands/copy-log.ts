import type { Command } from 'commander';
import { copyLog as copy, type Copied, type CopyProgress } from '#application';
import { openEventLog } from '#event-log';
import { progress, toStandardOutput } from '../output.js';
import { requireTwo, sourceAt, targetAt, type Place } from '../places.js';
import { STOPPED } from './import.js';

interface CopyLogOptions {
  readonly from: string;
  readonly to: string;
}

const PLACE = 'a data directory, `eventstore`, `env:NAME`, or an address without a password';

/** `bangiao copy-log`: every event of a log into another, an embedded one or a cluster. */
export function addCopyLog(program: Command): void {
  program
    .command('copy-log')
    .description('Copy every event into another log, compare both, and go on where an earlier run stopped.')
    .requiredOption('--from <place>', `the log to read: ${PLACE}`)
    .requiredOption(
      '--to <place>',
      'the log to fill, named the same way; empty, or with the beginning of the other',
    )
    .action((options: CopyLogOptions) => copyLog(options));
}

async function copyLog(options: CopyLogOptions): Promise<void> {
  const source = sourceAt(options.from, process.env);
  const target = targetAt(options.to, process.env);
  requireTwo(source, target);
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  const from = await openEventLog(source.location);
  try {
    const to = await openEventLog(target.location);
    try {
      await report(await copy(from, to, { signal: stop.signal, onProgress: telling() }), source, target);
    } finally {
      await to.close();
    }
  } finally {
    await from.close();
  }
}

/** One line of progress for each phase. */
function telling(): (progress: CopyProgress) => void {
  const told = { compare: progress('compare'), copy: progress('copy'), verify: progress('verify') };
  return ({ phase, seq }) => told[phase](seq);
}

async function report(copied: Copied, source: Place, target: Place): Promise<void> {
  const { found, written } = copied;
  if (!copied.complete) {
    process.stderr.write(
      `Stopped: ${found} events compared, ${written} written. Run the same command again to go on.\n`,
    );
    process.exitCode = STOPPED;
    return;
  }
  const { sourcePosition = 'none', targetPosition = 'none', digest, sourceWentOn } = copied;
  await toStandardOutput(
    [
      `${found + written} events = ${found} there already + ${written} written, all compared`,
      `source ${source.shown} at ${sourcePosition}`,
      `target ${target.shown} at ${targetPosition}`,
      `${found + written} ${digest}`,
      '',
    ].join('\n'),
  );
  if (sourceWentOn)
    process.stderr.write(
      `The source has gone on after event ${found + written}; run the same command again for the rest.\n`,
    );
}
