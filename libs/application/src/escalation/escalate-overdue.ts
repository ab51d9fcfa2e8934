import {
  decideEscalate,
  streamOf,
  type KnownTask,
  type LocalDate,
  type Refusal,
  type TaskEscalated,
} from '#domain';
import {
  decideAndAppend,
  freshRegister,
  type CommandPorts,
  type DecisionPlan,
} from '../commands/execution.js';
import { derivedCommandId } from '../envelope/event-id.js';
import type { Actor } from '../ports/event-log.js';
import type { Clocks } from '../ports/paging.js';
import type { TaskView } from '../ports/reads/tasks.js';
import type { RegisterView } from '../register/register-view.js';

export interface Escalation {
  /** The day on which tasks count as late. */
  readonly on: LocalDate;
  readonly actor: Actor;
  /** Ends it between two tasks. */
  readonly signal?: AbortSignal;
}

/** What became of one overdue task, or would. */
export type EscalationOutcome =
  | { readonly taskId: string; readonly ok: true; readonly escalated: TaskEscalated }
  | { readonly taskId: string; readonly ok: false; readonly refusal: Refusal };

const PAGE = 100;

/** What would be escalated on a day; writes nothing. */
export async function* overdueTasks(
  ports: CommandPorts,
  on: LocalDate,
): AsyncGenerator<EscalationOutcome, void> {
  const register = await freshRegister(ports);
  const clocks = { validAt: on, knownSeq: register.knownSeq };
  for (let after: string | undefined; ;) {
    const asked = { first: PAGE, ...(after === undefined ? {} : { after }) };
    const { rows, hasNext } = ports.readModel.tasks.toEscalate(clocks, asked);
    for (const { row } of rows) yield decided(row, on, register, ports);
    if (!hasNext) return;
    after = rows.at(-1)?.key;
  }
}

/**
 * Brings every overdue task before the chairman of its province, each once: its stream must be new, and its event has
 * the same id whoever writes it and however often, so that replicas may do this at once and a crash loses nothing.
 * A task is looked at again, on fresh state, before anything is written about it.
 */
export async function* escalateOverdue(
  ports: CommandPorts,
  { on, actor, signal }: Escalation,
): AsyncGenerator<EscalationOutcome, void> {
  for await (const due of overdueTasks(ports, on)) {
    if (signal?.aborted === true) return;
    yield due.ok ? await escalate(due, on, actor, ports) : due;
  }
}

async function escalate(
  due: EscalationOutcome & { readonly ok: true },
  on: LocalDate,
  actor: Actor,
  ports: CommandPorts,
): Promise<EscalationOutcome> {
  const { taskId } = due;
  const commandId = derivedCommandId('task.escalated', taskId);
  const plan: DecisionPlan = {
    id: taskId,
    stream: streamOf.task(taskId),
    revision: () => undefined,
    decide: (register) => decideEscalate(taskId, known(taskId, on, register, ports), on, register),
  };
  const outcome = await decideAndAppend(plan, { actor, commandId, correlationId: commandId }, ports);
  return outcome.ok ? due : { taskId, ok: false, refusal: outcome.refusal };
}

function known(
  taskId: string,
  on: LocalDate,
  { knownSeq }: RegisterView,
  ports: CommandPorts,
): KnownTask | undefined {
  const at: Clocks = { validAt: on, knownSeq };
  const view = ports.readModel.tasks.task(taskId, at);
  return view && knownTask(view, knownSeq, ports);
}

function decided(
  view: TaskView,
  on: LocalDate,
  register: RegisterView,
  ports: CommandPorts,
): EscalationOutcome {
  const decision = decideEscalate(view.id, knownTask(view, register.knownSeq, ports), on, register);
  if (!decision.ok) return { taskId: view.id, ok: false, refusal: decision.refusal };
  const [event] = decision.events;
  if (event === undefined) throw new Error(`Nothing was decided on ${view.id}.`);
  return { taskId: view.id, ok: true, escalated: event.data };
}

function knownTask(
  { id, escalation, ...view }: TaskView,
  knownSeq: number,
  { readModel }: CommandPorts,
): KnownTask {
  const { giverOfficeId, giverActsFor } =
    readModel.handovers.handover(view.subjectId, knownSeq)?.drafted ?? {};
  return {
    ...view,
    taskId: id,
    escalated: escalation !== undefined,
    ...(giverActsFor !== undefined && giverOfficeId === view.officeId ? { actsFor: giverActsFor } : {}),
  };
}
