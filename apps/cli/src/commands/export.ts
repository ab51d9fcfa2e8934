import type { Command } from 'commander';
import { stringify } from 'csv-stringify/sync';
import { resolveClocks, systemClock, type EventLog, type Position } from '#application';
import { instant, localDate } from '#domain';
import { openReaders, type Data } from '../data.js';
import { assignmentsTable, successionsTable, unitsTable, type Table } from '../exports/tables.js';
import { progress, writingTo, type Output } from '../output.js';

interface ExportOptions {
  readonly out?: string;
  readonly validAt?: string;
  readonly knownAt?: string;
}

const TABLES: Readonly<Record<string, Table>> = {
  units: unitsTable,
  successions: successionsTable,
  assignments: assignmentsTable,
};
const EVENTS_A_PAGE = 1_000;
const ROWS_A_WRITE = 500;

/** `bangiao export`: events as NDJSON; units, successions and assignments as CSV at both clocks. */
export function addExport(program: Command, data: () => Data): void {
  const command = program.command('export').description('Write events as NDJSON, or a table as CSV.');
  command
    .command('events')
    .description('Every event in log order, one JSON object per line.')
    .option('--out <file>', 'file to write; the standard output where absent')
    .action((options: ExportOptions) => exportEvents(data(), options));
  for (const [name, table] of Object.entries(TABLES)) {
    command
      .command(name)
      .description(`CSV with the columns ${table.columns.join(',')}.`)
      .option('--valid-at <date>', 'day asked about; today where absent')
      .option('--known-at <instant>', 'as known then; everything known where absent')
      .option('--out <file>', 'file to write; the standard output where absent')
      .action((options: ExportOptions) => exportTable(table, data(), options));
  }
}

async function exportEvents(data: Data, { out }: ExportOptions): Promise<void> {
  const readers = await openReaders(data);
  try {
    await writingTo(out, (output) => writeEvents(readers.log, output));
  } finally {
    await readers.close();
  }
}

async function writeEvents(log: EventLog, output: Output): Promise<void> {
  const told = progress('events');
  let after: Position | undefined;
  let count = 0;
  for (;;) {
    const page = await log.readAll(after, { maxCount: EVENTS_A_PAGE });
    const last = page.at(-1);
    if (last === undefined) return;
    await output.write(page.map((event) => `${JSON.stringify(event)}\n`).join(''));
    count += page.length;
    told(count);
    after = last.position;
  }
}

async function exportTable(table: Table, data: Data, options: ExportOptions): Promise<void> {
  // Checked before anything is opened or written.
  const at = {
    ...(options.validAt === undefined ? {} : { validAt: localDate(options.validAt, '--valid-at') }),
    ...(options.knownAt === undefined ? {} : { knownAt: instant(options.knownAt, '--known-at') }),
  };
  const readers = await openReaders(data);
  try {
    const clocks = await resolveClocks(at, readers.readModel, systemClock);
    await writingTo(options.out, (output) =>
      writeTable(table, table.rows(readers.readModel, clocks), output),
    );
  } finally {
    await readers.close();
  }
}

async function writeTable(
  table: Table,
  rows: Iterable<readonly (string | undefined)[]>,
  output: Output,
): Promise<void> {
  await output.write(stringify([[...table.columns]]));
  let waiting: (readonly (string | undefined)[])[] = [];
  for (const row of rows) {
    waiting.push(row);
    if (waiting.length < ROWS_A_WRITE) continue;
    await output.write(stringify(waiting.map((r) => [...r])));
    waiting = [];
  }
  if (waiting.length > 0) await output.write(stringify(waiting.map((r) => [...r])));
}
