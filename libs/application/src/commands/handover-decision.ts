import {
  localDateAt,
  streamOf,
  type Decision,
  type DomainEvent,
  type HandoverCaller,
  type HandoverRecord,
  type HandoverSight,
} from '#domain';
import type { ReadModel } from '../ports/read-model.js';
import type { RegisterView } from '../register/register-view.js';
import type { CommandContext, CommandOutcome } from './commands.js';
import { decideOnAggregate, type CommandPorts } from './execution.js';
import { isOperator } from './operator.js';

interface HandoverCommand<I> {
  readonly input: I;
  readonly context: CommandContext;
}
interface OnHandover {
  readonly handoverId: string;
  readonly expectedRevision?: number;
}

/** What a decision on a handover is made with. */
export interface HandoverTable {
  readonly record: HandoverRecord | undefined;
  readonly sight: HandoverSight;
  readonly caller: HandoverCaller;
}

/** Decides on a handover for whoever calls, on the day it is, and appends what was decided. */
export function decideOnHandover<I extends OnHandover>(
  { input, context }: HandoverCommand<I>,
  ports: CommandPorts,
  decide: (input: Omit<I, 'expectedRevision'>, table: HandoverTable) => Decision<DomainEvent>,
): Promise<CommandOutcome> {
  const { expectedRevision, ...given } = input;
  const id = input.handoverId;
  const { actor } = context;
  const caller = {
    by: { actorId: actor.id, officeId: actor.office },
    today: localDateAt(ports.clock.now()),
    ...(isOperator(actor) ? { operator: true as const } : {}),
  };
  const plan = {
    id,
    stream: streamOf.handover(id),
    ...(expectedRevision === undefined ? {} : { expectedRevision }),
    state: (knownSeq: number) => ports.readModel.handovers.handover(id, knownSeq),
  };
  return decideOnAggregate(plan, context, ports, (record, register) =>
    decide(given, { record, sight: sightOf(register, ports.readModel), caller }),
  );
}

/** What decisions on handovers look up in the register. */
export function sightOf(register: RegisterView, readModel: Pick<ReadModel, 'eventById'>): HandoverSight {
  return {
    acts: register.acts,
    lineage: register.law.lineage,
    officeExists: (id, day) => register.officeExists(id, day),
    subjectExists: (id) => register.subjectExists(id),
    isEventOf: (handoverId, eventId) =>
      readModel.eventById(eventId)?.stream === streamOf.handover(handoverId),
  };
}
