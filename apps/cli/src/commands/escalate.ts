import type { Command } from 'commander';
import { stringify } from 'csv-stringify/sync';
import {
  escalateOverdue,
  overdueTasks,
  SERVICE_OFFICE,
  type Actor,
  type CommandPorts,
  type EscalationOutcome,
} from '#application';
import { BanGiaoError, localDate, localDateAt, type LocalDate } from '#domain';
import { existingLog, openRuntime, type Data } from '../data.js';
import { toStandardOutput } from '../output.js';

interface EscalateOptions {
  readonly dryRun?: boolean;
  readonly on?: string;
}

const COLUMNS = ['task_id', 'office_id', 'to_office_id', 'subject_id', 'due_on', 'outcome'] as const;
const ACTOR: Actor = { id: 'operator', office: SERVICE_OFFICE, role: 'operator' };

/** `bangiao escalate`: what the running service does by itself, once and now. */
export function addEscalate(program: Command, data: () => Data): void {
  program
    .command('escalate')
    .description(
      `Bring late tasks before the chairmen of their provinces; CSV with the columns ${COLUMNS.join(',')}.`,
    )
    .option('--dry-run', 'write nothing, tell what would be written')
    .option('--on <date>', 'with --dry-run: what would be late on that day; today where absent')
    .action((options: EscalateOptions) => escalate(data(), options));
}

async function escalate(data: Data, { dryRun = false, on }: EscalateOptions): Promise<void> {
  if (on !== undefined && !dryRun) throw onlyDry(on);
  const asked = on === undefined ? undefined : localDate(on, '--on');
  existingLog(data);
  const runtime = await openRuntime(data);
  try {
    const day = asked ?? localDateAt(runtime.ports.clock.now());
    await toStandardOutput(stringify([[...COLUMNS]]));
    for await (const outcome of outcomes(runtime.ports, day, dryRun))
      await toStandardOutput(stringify([rowOf(outcome, dryRun ? 'would be escalated' : 'escalated')]));
  } finally {
    await runtime.close();
  }
}

/** What is not late yet is not brought before anybody, and what was late yesterday is late today. */
function onlyDry(on: string): BanGiaoError {
  return new BanGiaoError('INVALID_SETTING', 'Tasks are escalated as of today only.', {
    field: '--on',
    value: on,
    remedy: 'Give --dry-run with it, or leave it out.',
  });
}

function outcomes(
  ports: CommandPorts,
  on: LocalDate,
  dryRun: boolean,
): AsyncGenerator<EscalationOutcome, void> {
  return dryRun ? overdueTasks(ports, on) : escalateOverdue(ports, { on, actor: ACTOR });
}

function rowOf(outcome: EscalationOutcome, done: string): string[] {
  if (!outcome.ok)
    return [outcome.taskId, '', '', '', '', `${outcome.refusal.code}: ${outcome.refusal.message}`];
  const { officeId, toOfficeId, subjectId, dueOn } = outcome.escalated;
  return [outcome.taskId, officeId, toOfficeId, subjectId, dueOn, done];
}
