import { Inject } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import {
  AcceptClaimCommand,
  AskQuery,
  RecordClaimCommand,
  type Answered,
  type ClaimsView,
  type ReadModel,
} from '#application';
import { BanGiaoError, claimGroups, type ClaimGroup } from '#domain';
import type { RequestContext } from '../../http/context.js';
import { AtArg, IdArg } from '../asking.js';
import { AtInput } from '../at.input.js';
import { Decides } from '../decides.js';
import { executeCommand } from '../execute-command.js';
import { AcceptClaimInputType, RecordClaimInputType } from '../inputs/claims.input.js';
import { ClaimAcceptanceType, ClaimGroupType } from '../types/claim.js';
import { withAct } from './with-act.js';

/** What sources state about subjects and units: questions and decisions. */
@Resolver(() => ClaimGroupType)
export class ClaimResolver {
  constructor(
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(CommandBus) private readonly commands: CommandBus,
  ) {}

  @Query(() => [ClaimGroupType], {
    description: 'What is claimed about a subject or a unit for days up to one, by field and day.',
  })
  async claims(
    @IdArg('subjectId') subjectId: string,
    @Args('field', { type: () => String, nullable: true }) field?: string,
    @AtArg() at?: AtInput,
  ): Promise<ClaimGroupType[]> {
    const { clocks, result }: Answered<ClaimsView> = await this.queries.execute(
      new AskQuery(at, (readModel, { knownSeq }) => claimsOf(subjectId, knownSeq, readModel)),
    );
    return claimGroups(result.claims, result.accepted, clocks.validAt)
      .filter((group) => (field ?? group.field) === group.field)
      .map((group) => groupNode(group, result, clocks.knownSeq));
  }

  @Decides('Records what a source states; what it contradicts is kept beside it.')
  recordClaim(
    @Args('input') input: RecordClaimInputType,
    @Context() context: RequestContext,
  ): Promise<object> {
    return executeCommand(this.commands, RecordClaimCommand, input, context);
  }

  @Decides(
    'Takes one of the claims about a field and day, with the reason; the one taken before is superseded.',
  )
  acceptClaim(
    @Args('input') input: AcceptClaimInputType,
    @Context() context: RequestContext,
  ): Promise<object> {
    return executeCommand(this.commands, AcceptClaimCommand, input, context);
  }
}

@Resolver(() => ClaimAcceptanceType)
export class ClaimAcceptanceResolver extends withAct(ClaimAcceptanceType, 'The act that shows it.') {}

/** @throws BanGiaoError `UNKNOWN_SUBJECT` for an id that is neither a subject’s nor a unit’s. */
function claimsOf(subjectId: string, knownSeq: number, readModel: ReadModel): ClaimsView {
  const now = readModel.status().seq;
  if (readModel.subjectExists(subjectId, now) || readModel.anyUnit(subjectId, now) !== undefined)
    return readModel.claims.claims(subjectId, knownSeq);
  throw new BanGiaoError('UNKNOWN_SUBJECT', `No subject or unit ${subjectId} is known.`, {
    field: 'subjectId',
    value: subjectId,
    remedy: 'Look its id up in the list of clusters or of units; ids of units carry their era.',
  });
}

function groupNode(
  { accepted, ...group }: ClaimGroup,
  { subjectId, revision }: ClaimsView,
  knownSeq: number,
): ClaimGroupType {
  const claim = group.claims.find(({ claimId }) => claimId === accepted?.claimId);
  return {
    ...group,
    subjectId,
    ...(revision === undefined ? {} : { revision }),
    ...(accepted === undefined || claim === undefined ? {} : { accepted: { ...accepted, claim, knownSeq } }),
  };
}
