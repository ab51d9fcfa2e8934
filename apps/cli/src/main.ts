#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { BanGiaoError } from '#domain';
import { addCopyLog } from './commands/copy-log.js';
import { addEscalate } from './commands/escalate.js';
import { addExport } from './commands/export.js';
import { addImport, STOPPED } from './commands/import.js';
import { addReadModel } from './commands/read-model.js';
import { addSnapshot } from './commands/snapshot.js';
import { addVerify } from './commands/verify.js';
import { dataIn } from './data.js';
import { OutputClosed, toStandardOutput } from './output.js';

/** The operator's command line. Rows go to the standard output, progress and errors to the error output. */
const program = new Command('bangiao')
  // Inherited by every command below: what was typed wrongly has an exit code of its own.
  .exitOverride()
  .description('Import registers, rebuild and copy the read model, copy the log, export what is recorded.')
  .option('--data-dir <folder>', 'the data directory', process.env['DATA_DIR'] ?? './data');
const data = () => dataIn(program.opts<{ dataDir: string }>().dataDir);

addImport(program, data);
addExport(program, data);
addEscalate(program, data);
addReadModel(program, data);
addSnapshot(program, data);
addVerify(program, data);
addCopyLog(program);
program
  .command('print-schema')
  .description('Print the GraphQL schema as it is served.')
  .action(async () => {
    // Loaded here only: the other commands need nothing of the API.
    const { buildSchemaSdl } = await import('../../api/src/graphql/print-schema.js');
    await toStandardOutput(await buildSchemaSdl());
  });

/** The command line was wrong; commander has said how. */
const WRONG_USAGE = 2;
/** What a shell gives for a command whose reader went away, as `head` does. */
const READER_GONE = 141;
/** Ctrl-C stopped it. */
const INTERRUPTED: readonly string[] = ['REBUILD_INTERRUPTED', 'SNAPSHOT_INTERRUPTED'];

// What went wrong with a write is told where it was written; without a listener it would end the process.
process.stdout.on('error', () => undefined);
try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = exitCodeOf(error);
}

function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : WRONG_USAGE;
  if (error instanceof OutputClosed) return READER_GONE;
  const text =
    error instanceof BanGiaoError ? error.describe() : String(error instanceof Error ? error.stack : error);
  process.stderr.write(`${text}\n`);
  return error instanceof BanGiaoError && INTERRUPTED.includes(error.code) ? STOPPED : 1;
}
