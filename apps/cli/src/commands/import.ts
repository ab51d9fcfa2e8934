import type { Command } from 'commander';
import { appendFacts, freshRegister, type CommandPorts } from '#application';
import { streamOf, type EventOf } from '#domain';
import { loadLeadRules } from '#gazetteer';
import { openRuntime, type Data } from '../data.js';
import { planActs } from '../import/acts.js';
import { planClusters } from '../import/clusters.js';
import { AGGREGATE_IMPORTS, FACT_IMPORTS } from '../import/index.js';
import { caughtUp, IMPORTER, type ImportPlan, type Planning } from '../import/plan.js';
import { describeProblem, importRejected, inReadingOrder } from '../import/problems.js';
import { planUnits } from '../import/units.js';
import { progress } from '../output.js';

interface FileOptions {
  readonly file: string;
  readonly dryRun?: boolean;
}
interface UnitOptions {
  readonly units: string;
  readonly successions?: string;
  readonly dryRun?: boolean;
}

/** Exit code of a command that Ctrl-C stopped. */
export const STOPPED = 130;
const DRY_RUN = ['--dry-run', 'check everything and write nothing'] as const;

/** `bangiao import`: units, acts and clusters out of CSV and NDJSON, all of a file or nothing. */
export function addImport(program: Command, data: () => Data): void {
  const command = program
    .command('import')
    .description('Take over units, acts or clusters; where a row is broken nothing is written.');
  command
    .command('units')
    .description('Units, and how they came out of each other, with the columns of the export.')
    .requiredOption('--units <file>', 'CSV of units')
    .option('--successions <file>', 'CSV of successions')
    .option(...DRY_RUN)
    .action((options: UnitOptions) =>
      runImport(data(), options.dryRun === true, (planning) => planUnits(options, planning)),
    );
  command
    .command('acts')
    .description('Legal acts.')
    .requiredOption('--file <file>', 'CSV, or NDJSON where the name ends in .ndjson')
    .option(...DRY_RUN)
    .action((options: FileOptions) =>
      runImport(data(), options.dryRun === true, (planning) => planActs(options.file, planning)),
    );
  command
    .command('clusters')
    .description('Clusters with their investors; each goes through every transition since its start.')
    .requiredOption('--file <file>', 'CSV, or NDJSON where the name ends in .ndjson')
    .option(...DRY_RUN)
    .action((options: FileOptions) =>
      runImport(data(), options.dryRun === true, (planning) => planClusters(options.file, planning)),
    );
  for (const { what, columns, plan } of [...AGGREGATE_IMPORTS, ...FACT_IMPORTS]) {
    command
      .command(what)
      .description(`Columns: ${columns.join(', ')}.`)
      .requiredOption('--file <file>', 'CSV, or NDJSON where the name ends in .ndjson')
      .option(...DRY_RUN)
      .action((options: FileOptions) =>
        runImport(data(), options.dryRun === true, (planning) => plan(options.file, planning)),
      );
  }
  command
    .command('national')
    .description('The national units, acts, duties and sample clusters, as the service does when it starts.')
    .action(() => importNational(data()));
}

/** @throws BanGiaoError `LOG_CONFLICT` where other facts stand in the same streams. */
async function importNational(data: Data): Promise<void> {
  const runtime = await openRuntime(data, false);
  try {
    await runtime.prepared;
  } finally {
    await runtime.close();
  }
}

async function runImport(
  data: Data,
  dryRun: boolean,
  planOf: (planning: Planning) => Promise<ImportPlan>,
): Promise<void> {
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  const runtime = await openRuntime(data);
  try {
    const ports = await withLeadRules(runtime.ports);
    const plan = await planOf({ ports, register: await freshRegister(ports) });
    if (plan.problems.length > 0) {
      for (const problem of inReadingOrder(plan.problems))
        process.stderr.write(`${describeProblem(problem)}\n`);
      throw importRejected(plan.problems);
    }
    if (dryRun) printCounts(plan, 'to be recorded');
    else await carryOut(plan, ports, stop.signal);
  } finally {
    await runtime.close();
  }
}

/** The provincial rules on leads hold where their acts are registered. */
async function withLeadRules(ports: CommandPorts): Promise<CommandPorts> {
  await caughtUp(ports);
  const { acts } = await freshRegister(ports);
  return { ...ports, leadRules: loadLeadRules().filter((rule) => acts(rule.actId) !== undefined) };
}

async function carryOut(plan: ImportPlan, ports: CommandPorts, signal: AbortSignal): Promise<void> {
  const told = progress(plan.importId);
  const complete = await plan.write({ ports, signal, told });
  if (complete) {
    await reconcile(plan, ports);
    // Whoever copies the read model next copies all of it.
    await caughtUp(ports);
    printCounts(plan, 'recorded');
    return;
  }
  process.stderr.write('Stopped. What was written stays; import the same files again to go on.\n');
  process.exitCode = STOPPED;
}

/** Rows read = rows recorded + rows rejected, by reason. */
function printCounts({ sources, importId }: ImportPlan, what: string): void {
  for (const { name, rowsRead, missing, alreadyRecorded } of sources) {
    const reasons = alreadyRecorded === 0 ? '' : ` (ALREADY_RECORDED ${alreadyRecorded})`;
    process.stdout.write(
      `${name}: ${rowsRead} rows read = ${missing} ${what} + ${alreadyRecorded} rejected${reasons}\n`,
    );
  }
  process.stdout.write(`import ${importId}\n`);
}

/** Stores the counts once per import: a repetition is told but leaves nothing behind. */
async function reconcile({ importId, sources }: ImportPlan, ports: CommandPorts): Promise<void> {
  const stream = streamOf.import(importId);
  const before = await ports.log.readStream(stream, 0, { maxCount: 1 });
  if (before.length > 0) return;
  const event: EventOf<'import.reconciled'> = {
    type: 'import.reconciled',
    data: {
      importId,
      sources: sources.map(({ name, rowsRead, missing, alreadyRecorded }) => ({
        name,
        rowsRead,
        facts: missing,
        rejections: alreadyRecorded === 0 ? {} : { ALREADY_RECORDED: alreadyRecorded },
      })),
      observations: {},
    },
  };
  await appendFacts(ports.log, [{ stream, events: [event] }], {
    importId,
    actor: IMPORTER,
    clock: ports.clock,
  });
}
