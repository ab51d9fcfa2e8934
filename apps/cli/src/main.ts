#!/usr/bin/env node
import 'reflect-metadata';
import { Command } from 'commander';
import { BanGiaoError } from '#domain';
import { addExport } from './commands/export.js';
import { addImport } from './commands/import.js';
import { addReadModel } from './commands/read-model.js';

/** The operator's command line. Rows go to the standard output, progress and errors to the error output. */
const program = new Command('bangiao')
  .description('Import registers, rebuild the read model, export what is recorded.')
  .option('--data-dir <folder>', 'the data directory', process.env['DATA_DIR'] ?? './data');
const dataDir = () => program.opts<{ dataDir: string }>().dataDir;

addImport(program, dataDir);
addExport(program, dataDir);
addReadModel(program, dataDir);
program
  .command('print-schema')
  .description('Print the GraphQL schema as it is served.')
  .action(async () => {
    // Loaded here only: the other commands need nothing of the API.
    const { buildSchemaSdl } = await import('../../api/src/graphql/print-schema.js');
    process.stdout.write(await buildSchemaSdl());
  });

try {
  await program.parseAsync();
} catch (error) {
  const text =
    error instanceof BanGiaoError ? error.describe() : String(error instanceof Error ? error.stack : error);
  process.stderr.write(`${text}\n`);
  process.exitCode = 1;
}
