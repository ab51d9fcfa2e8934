import {
  BanGiaoError,
  instantOf,
  refuse,
  refuseBrokenCoverage,
  type DomainEvent,
  type Decision,
  type LeadRule,
  type Refusal,
} from '#domain';
import { toEnvelopes } from '../envelope/envelopes.js';
import { eventId } from '../envelope/event-id.js';
import type { Clock } from '../ports/clock.js';
import type { EventLog, ExpectedRevision, RecordedEnvelope } from '../ports/event-log.js';
import type { EventView, ReadModel } from '../ports/read-model.js';
import { registerAt, type RegisterView } from '../register/register-view.js';
import { eventsOf } from '../streams/events-of.js';
import type { CommandContext, CommandOutcome } from './commands.js';
import { inTurn } from './turns.js';

/** What the handlers work with. */
export interface CommandPorts {
  readonly log: EventLog;
  readonly readModel: ReadModel;
  readonly clock: Clock;
  /** Provincial rules that name a lead by a criterion. */
  readonly leadRules: readonly LeadRule[];
}

/** A decision to be made on fresh state and written to one stream. */
export interface DecisionPlan {
  /** Id of the act or cluster concerned, where it is known before the decision. */
  readonly id: string;
  readonly stream: string;
  /** What the caller saw; absent for a stream that has to be new. */
  readonly expectedRevision?: number;
  /** Revision of the stream now; undefined where it has no event. */
  revision(register: RegisterView): number | undefined;
  decide(register: RegisterView): Decision<DomainEvent>;
}

/** One aggregate to decide on: its state and the revision of its stream are read together. */
export interface AggregatePlan<S extends { readonly revision: number }> {
  readonly id: string;
  readonly stream: string;
  /** What the caller saw; absent for a stream that has to be new. */
  readonly expectedRevision?: number;
  /** As known after so many events; undefined where it is not registered. */
  readonly state: (knownSeq: number) => S | undefined;
}

const FRESHNESS_LIMIT_MS = 10_000;
const ATTEMPTS = 5;

/** Waits until the read model has seen all that the log holds, and gives the register as it is then. */
export async function freshRegister(ports: CommandPorts): Promise<RegisterView> {
  const head = await ports.log.head();
  if (head !== undefined) await ports.readModel.waitFor(head, FRESHNESS_LIMIT_MS);
  return registerAt(ports.readModel, ports.readModel.status().seq, ports.leadRules);
}

/**
 * Decides on fresh state and appends what was decided.
 * A writer in between makes it decide again; a command id seen before gives the first result and writes nothing.
 * Of those who would take the same new id in this process, the second decides after the first has written.
 * @throws BanGiaoError of the log or the read model where they are away.
 */
export function decideAndAppend(
  plan: DecisionPlan,
  context: CommandContext,
  ports: CommandPorts,
): Promise<CommandOutcome> {
  const decide = (): Promise<CommandOutcome> => decideUntilWritten(plan, context, ports);
  return plan.expectedRevision === undefined ? inTurn(ports.log, plan.id, decide) : decide();
}

async function decideUntilWritten(
  plan: DecisionPlan,
  context: CommandContext,
  ports: CommandPorts,
): Promise<CommandOutcome> {
  for (let attempt = 1; ; attempt += 1) {
    const register = await freshRegister(ports);
    const first = await firstResult(plan, context, ports);
    if (first !== undefined) return first;
    const decision = refuseStale(plan, register) ?? plan.decide(register);
    if (!decision.ok) return decision;
    const broken = refuseBrokenCoverage(decision.events, register);
    if (broken !== undefined && !broken.ok) return broken;
    try {
      return await append(plan, plan.revision(register) ?? 'no-stream', decision.events, context, ports);
    } catch (error) {
      if (!isConflict(error) || attempt >= ATTEMPTS) throw error;
    }
  }
}

/** As `decideAndAppend`, for an aggregate: the decision is made on its state as it is now. */
export function decideOnAggregate<S extends { readonly revision: number }>(
  { state, ...plan }: AggregatePlan<S>,
  context: CommandContext,
  ports: CommandPorts,
  decide: (state: S | undefined, register: RegisterView) => Decision<DomainEvent>,
): Promise<CommandOutcome> {
  return decideAndAppend(
    {
      ...plan,
      revision: ({ knownSeq }) => state(knownSeq)?.revision,
      decide: (register) => decide(state(register.knownSeq), register),
    },
    context,
    ports,
  );
}

/** True for an append that met another revision than expected. */
export function isConflict(error: unknown): boolean {
  return error instanceof BanGiaoError && error.code === 'LOG_CONFLICT';
}

function refuseStale(plan: DecisionPlan, register: RegisterView): Decision<never> | undefined {
  const now = plan.revision(register);
  if (plan.expectedRevision === undefined || now === undefined || now === plan.expectedRevision)
    return undefined;
  return refuse(
    'STALE_REVISION',
    'expectedRevision',
    String(plan.expectedRevision),
    `${plan.id} is at revision ${now}; somebody changed it since you read it.`,
    'Read it again, look at what changed, and send the command with the new revision.',
  );
}

async function append(
  plan: DecisionPlan,
  expected: ExpectedRevision,
  events: readonly DomainEvent[],
  context: CommandContext,
  ports: CommandPorts,
): Promise<CommandOutcome> {
  if (events.length === 0)
    throw new BanGiaoError('NOTHING_DECIDED', `The command on ${plan.id} decided nothing.`);
  const envelopes = toEnvelopes(events, {
    commandId: context.commandId,
    correlationId: context.correlationId,
    causationId: context.commandId,
    actor: context.actor,
    recordedAt: instantOf(ports.clock.now()),
  });
  const { revision, position } = await ports.log.append(plan.stream, envelopes, expected);
  return { ok: true, id: plan.id, position, revision, eventIds: envelopes.map((e) => e.eventId) };
}

/**
 * What the command with this id wrote before, if it was seen.
 * The log tells how much that was: the read model may stand in the middle of it.
 */
async function firstResult(
  plan: DecisionPlan,
  context: CommandContext,
  { readModel, log }: CommandPorts,
): Promise<CommandOutcome | undefined> {
  const { commandId } = context;
  const first = readModel.eventById(eventId(commandId, 0));
  if (first === undefined) return undefined;
  if (first.stream !== plan.stream) return { ok: false, refusal: reusedCommandId(commandId, first.stream) };
  const written = await writtenBy(commandId, first, log);
  const { position, revision } = written.at(-1) ?? first;
  return { ok: true, id: plan.id, position, revision, eventIds: written.map((e) => e.eventId) };
}

/** All events of a command, which follow its first one. */
async function writtenBy(
  commandId: string,
  { stream, revision }: EventView,
  log: EventLog,
): Promise<readonly RecordedEnvelope[]> {
  const written: RecordedEnvelope[] = [];
  for await (const event of eventsOf(log, stream, revision)) {
    if (event.metadata.commandId !== commandId) break;
    written.push(event);
  }
  return written;
}

function reusedCommandId(commandId: string, stream: string): Refusal {
  return {
    code: 'INVALID_INPUT',
    field: 'commandId',
    value: commandId,
    message: `This command id was used for another command, on ${stream}.`,
    remedy: 'Give every command an id of its own; repeat an id only to retry the same command.',
  };
}
