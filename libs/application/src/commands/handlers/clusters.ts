import {
  decideAdjustCluster,
  decideAdvanceCluster,
  decideRecordPhases,
  decideShares,
  streamOf,
  type ClusterRecord,
  type Decision,
  type DomainEvent,
} from '#domain';
import { CommandHandler, Inject, type ICommandHandler } from '../../handling.js';
import { COMMAND_PORTS } from '../../tokens.js';
import {
  AdjustClusterCommand,
  AdvanceClusterCommand,
  RecordPhasesCommand,
  RecordSharesCommand,
  type OnCluster,
} from '../clusters.js';
import type { CommandContext, CommandOutcome } from '../commands.js';
import { decideAndAppend, type CommandPorts } from '../execution.js';
import type { RegisterView } from '../../register/register-view.js';
import { runTransitions } from '../../transition/run-transitions.js';
import { eventId } from '../../envelope/event-id.js';

/** Records a step of a cluster's life. */
@CommandHandler(AdvanceClusterCommand)
export class AdvanceClusterHandler implements ICommandHandler<AdvanceClusterCommand, CommandOutcome> {
  constructor(@Inject(COMMAND_PORTS) private readonly ports: CommandPorts) {}

  execute({ input, context }: AdvanceClusterCommand): Promise<CommandOutcome> {
    return decideOnRecord(input, context, this.ports, decideAdvanceCluster);
  }
}

/** Adjusts what the establishing decision says. */
@CommandHandler(AdjustClusterCommand)
export class AdjustClusterHandler implements ICommandHandler<AdjustClusterCommand, CommandOutcome> {
  constructor(@Inject(COMMAND_PORTS) private readonly ports: CommandPorts) {}

  execute({ input, context }: AdjustClusterCommand): Promise<CommandOutcome> {
    return decideOnRecord(input, context, this.ports, decideAdjustCluster);
  }
}

/** Records the phases of a cluster. */
@CommandHandler(RecordPhasesCommand)
export class RecordPhasesHandler implements ICommandHandler<RecordPhasesCommand, CommandOutcome> {
  constructor(@Inject(COMMAND_PORTS) private readonly ports: CommandPorts) {}

  execute({ input, context }: RecordPhasesCommand): Promise<CommandOutcome> {
    return decideOnRecord(input, context, this.ports, decideRecordPhases);
  }
}

/** Records how much of a cluster lies in each unit, once everything that dissolved units held over it has passed on. */
@CommandHandler(RecordSharesCommand)
export class RecordSharesHandler implements ICommandHandler<RecordSharesCommand, CommandOutcome> {
  constructor(@Inject(COMMAND_PORTS) private readonly ports: CommandPorts) {}

  async execute({ input, context }: RecordSharesCommand): Promise<CommandOutcome> {
    await runTransitions([input.clusterId], context, this.ports);
    const sharesEventId = eventId(context.commandId, 0);
    return decideOnRecord(input, context, this.ports, (fact, record, register) =>
      decideShares(fact, record, sharesEventId, register),
    );
  }
}

/**
 * Decides on what is recorded about a cluster.
 * Who is responsible has no part in it but where shares name a lead, so that transitions still to be carried out are
 * left to whoever needs them.
 */
function decideOnRecord<Fact extends { readonly clusterId: string }>(
  { expectedRevision, ...given }: OnCluster<Fact>,
  context: CommandContext,
  ports: CommandPorts,
  decide: (fact: Fact, record: ClusterRecord | undefined, register: RegisterView) => Decision<DomainEvent>,
): Promise<CommandOutcome> {
  const fact = given as unknown as Fact;
  const { clusterId } = fact;
  return decideAndAppend(
    {
      id: clusterId,
      stream: streamOf.cluster(clusterId),
      expectedRevision,
      revision: (register) => register.clusterRevision(clusterId),
      decide: (register) => decide(fact, ports.readModel.cluster(clusterId, register.knownSeq), register),
    },
    context,
    ports,
  );
}
