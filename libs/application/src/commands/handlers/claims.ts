import {
  decideAcceptClaim,
  decideRecordClaim,
  streamOf,
  type ClaimFacets,
  type Decision,
  type DomainEvent,
} from '#domain';
import { CommandHandler, Inject, type ICommandHandler } from '../../handling.js';
import { eventId } from '../../envelope/event-id.js';
import type { ReadModel } from '../../ports/read-model.js';
import type { RegisterView } from '../../register/register-view.js';
import { COMMAND_PORTS } from '../../tokens.js';
import { AcceptClaimCommand, RecordClaimCommand } from '../claims.js';
import type { CommandContext, CommandOutcome } from '../commands.js';
import { decideAndAppend, type CommandPorts } from '../execution.js';

/** Records what a source states about a subject or a unit. */
@CommandHandler(RecordClaimCommand)
export class RecordClaimHandler implements ICommandHandler<RecordClaimCommand, CommandOutcome> {
  constructor(@Inject(COMMAND_PORTS) private readonly ports: CommandPorts) {}

  execute({ input, context }: RecordClaimCommand): Promise<CommandOutcome> {
    const claim = { ...input, claimId: input.claimId ?? eventId(context.commandId, 0) };
    return decideOnClaims(claim.subjectId, undefined, context, this.ports, (facets) =>
      decideRecordClaim(claim, facets),
    );
  }
}

/** Takes one of the claims about a field and day. */
@CommandHandler(AcceptClaimCommand)
export class AcceptClaimHandler implements ICommandHandler<AcceptClaimCommand, CommandOutcome> {
  constructor(@Inject(COMMAND_PORTS) private readonly ports: CommandPorts) {}

  execute({ input, context }: AcceptClaimCommand): Promise<CommandOutcome> {
    const { expectedRevision, ...acceptance } = input;
    return decideOnClaims(acceptance.subjectId, expectedRevision, context, this.ports, (facets) =>
      decideAcceptClaim(acceptance, facets),
    );
  }
}

function decideOnClaims(
  subjectId: string,
  expectedRevision: number | undefined,
  context: CommandContext,
  ports: CommandPorts,
  decide: (facets: ClaimFacets) => Decision<DomainEvent>,
): Promise<CommandOutcome> {
  const { readModel } = ports;
  return decideAndAppend(
    {
      id: subjectId,
      stream: streamOf.claim(subjectId),
      ...(expectedRevision === undefined ? {} : { expectedRevision }),
      revision: ({ knownSeq }) => readModel.claims.claims(subjectId, knownSeq).revision,
      decide: (register) => decide(claimFacets(subjectId, register, readModel)),
    },
    context,
    ports,
  );
}

/** What is looked up to decide on claims about a subject or a unit. */
export function claimFacets(subjectId: string, register: RegisterView, readModel: ReadModel): ClaimFacets {
  const { claims, accepted } = readModel.claims.claims(subjectId, register.knownSeq);
  const isUnit = register.law.lineage.lifetime(subjectId) !== undefined;
  return { acts: register.acts, subjectKnown: isUnit || register.subjectExists(subjectId), claims, accepted };
}
