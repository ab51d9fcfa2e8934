import {
  decideCorrectReassignment,
  decideNameLead,
  decidePlaceCluster,
  decideReassign,
  streamOf,
  toCurrent,
  type Assignment,
  type Decision,
  type DomainEvent,
} from '#domain';
import { CommandHandler, Inject, type ICommandHandler } from '../../handling.js';
import { eventId } from '../../envelope/event-id.js';
import type { ReadModel } from '../../ports/read-model.js';
import type { RegisterView } from '../../register/register-view.js';
import { COMMAND_PORTS } from '../../tokens.js';
import { runTransitions } from '../../transition/run-transitions.js';
import {
  CorrectReassignmentCommand,
  NameLeadCommand,
  PlaceClusterCommand,
  ReassignCommand,
  type CommandContext,
  type CommandOutcome,
} from '../commands.js';
import { decideAndAppend, freshRegister, type CommandPorts, type DecisionPlan } from '../execution.js';

/** Places a cluster on stated evidence. */
@CommandHandler(PlaceClusterCommand)
export class PlaceClusterHandler implements ICommandHandler<PlaceClusterCommand, CommandOutcome> {
  constructor(@Inject(COMMAND_PORTS) private readonly ports: CommandPorts) {}

  execute({ input, context }: PlaceClusterCommand): Promise<CommandOutcome> {
    const placementEventId = eventId(context.commandId, 0);
    return decideOnCluster(input.clusterId, input.expectedRevision, context, this.ports, (register) =>
      decidePlaceCluster(input, placementEventId, register),
    );
  }
}

/** Names the lead of duties held jointly. */
@CommandHandler(NameLeadCommand)
export class NameLeadHandler implements ICommandHandler<NameLeadCommand, CommandOutcome> {
  constructor(@Inject(COMMAND_PORTS) private readonly ports: CommandPorts) {}

  execute({ input, context }: NameLeadCommand): Promise<CommandOutcome> {
    return decideOnCluster(input.clusterId, input.expectedRevision, context, this.ports, (register) =>
      decideNameLead(input, register),
    );
  }
}

/** Gives a duty to other offices by decision. */
@CommandHandler(ReassignCommand)
export class ReassignHandler implements ICommandHandler<ReassignCommand, CommandOutcome> {
  constructor(@Inject(COMMAND_PORTS) private readonly ports: CommandPorts) {}

  execute({ input, context }: ReassignCommand): Promise<CommandOutcome> {
    return decideOnCluster(input.subjectId, input.expectedRevision, context, this.ports, (register) =>
      decideReassign(input, register),
    );
  }
}

/** Puts a wrong assignment right with effect in the past. */
@CommandHandler(CorrectReassignmentCommand)
export class CorrectReassignmentHandler implements ICommandHandler<
  CorrectReassignmentCommand,
  CommandOutcome
> {
  constructor(@Inject(COMMAND_PORTS) private readonly ports: CommandPorts) {}

  async execute({ input, context }: CorrectReassignmentCommand): Promise<CommandOutcome> {
    await freshRegister(this.ports);
    const wrong = assignmentRecordedBy(input.eventId, this.ports.readModel);
    const subjectId = wrong?.subjectId ?? '';
    return decideOnCluster(subjectId, input.expectedRevision, context, this.ports, (register) =>
      decideCorrectReassignment(input, wrong, register),
    );
  }
}

/** Decides on a cluster once everything that dissolved units held over it has passed on. */
async function decideOnCluster(
  clusterId: string,
  expectedRevision: number,
  context: CommandContext,
  ports: CommandPorts,
  decide: (register: RegisterView) => Decision<DomainEvent>,
): Promise<CommandOutcome> {
  await runTransitions([clusterId], context, ports);
  const plan: DecisionPlan = {
    id: clusterId,
    stream: streamOf.cluster(clusterId),
    expectedRevision,
    revision: (register) => register.clusterRevision(clusterId),
    decide,
  };
  return decideAndAppend(plan, context, ports);
}

function assignmentRecordedBy(id: string, readModel: ReadModel): Assignment | undefined {
  const event = readModel.eventById(id);
  return event !== undefined && event.type.startsWith('responsibility.')
    ? (toCurrent(event).data as Assignment)
    : undefined;
}
