import { Inject } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
  documentsOfDissolvedIssuers,
  IdentifyIssuerCommand,
  overKnown,
  READ_MODEL,
  type AmendableDocument,
  type Clocks,
  type ReadModel,
} from '#application';
import type { Amendment } from '#domain';
import type { RequestContext } from '../../http/context.js';
import { askForPage, ListArgs } from '../asking.js';
import { Decides } from '../decides.js';
import { executeCommand } from '../execute-command.js';
import { DissolvedDocumentFilterInput, IdentifyIssuerInputType } from '../inputs/documents.input.js';
import { clusterOf, officeOf } from '../lookups.js';
import { actNode, dutyNode, unitNode } from '../nodes.js';
import { ClusterType } from '../types/cluster.js';
import type { Connection } from '../types/connection.js';
import {
  AmendmentType,
  DissolvedIssuerDocumentConnection,
  DissolvedIssuerDocumentType,
  DocumentSubjectType,
} from '../types/document.js';
import { DutyType } from '../types/duty.js';
import { OfficeType } from '../types/responsibility.js';
import { UnitType } from '../types/unit.js';
import { withoutNulls } from '../without-nulls.js';
import { FieldsResolver } from './bases.js';

/** Documents of issuers that exist no longer: questions and decisions. */
@Resolver(() => DissolvedIssuerDocumentType)
export class DissolvedIssuerDocumentResolver {
  constructor(
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(CommandBus) private readonly commands: CommandBus,
    @Inject(READ_MODEL) private readonly readModel: ReadModel,
  ) {}

  @Query(() => DissolvedIssuerDocumentConnection, {
    description: 'Documents of issuers that exist no longer on the day, and who may amend them.',
  })
  documentsOfDissolvedIssuers(
    @Args() asked: ListArgs,
    @Args('filter', { nullable: true }) filter?: DissolvedDocumentFilterInput,
  ): Promise<Connection<DissolvedIssuerDocumentType>> {
    const wanted = withoutNulls(filter ?? {});
    return askForPage(
      this.queries,
      asked,
      overKnown(wanted, (readModel, on, part) => documentsOfDissolvedIssuers(readModel, wanted, on, part)),
      documentNode,
    );
  }

  @ResolveField(() => OfficeType, { description: 'Who issued it, as it was on the day of issue.' })
  issuer(@Parent() { issuerOfficeId, clocks }: DissolvedIssuerDocumentType): OfficeType {
    return officeOf(this.readModel, issuerOfficeId, clocks);
  }

  @ResolveField(() => UnitType, { nullable: true })
  dissolvedUnit(@Parent() { dissolvedUnitId, clocks }: DissolvedIssuerDocumentType): UnitType | null {
    const unit = this.readModel.anyUnit(dissolvedUnitId, clocks.knownSeq);
    return unit === undefined ? null : unitNode(unit, clocks);
  }

  @ResolveField(() => DutyType, { nullable: true, description: 'The duty under which it was issued.' })
  duty(@Parent() { dutyId, clocks }: DissolvedIssuerDocumentType): DutyType | null {
    const duty = dutyId === undefined ? undefined : this.readModel.duty(dutyId, clocks.knownSeq);
    return duty === undefined ? null : dutyNode(duty, clocks.knownSeq);
  }

  @Decides('Records which office issued an act; with a reason, puts an earlier record right.')
  identifyIssuer(
    @Args('input') input: IdentifyIssuerInputType,
    @Context() context: RequestContext,
  ): Promise<object> {
    return executeCommand(this.commands, IdentifyIssuerCommand, input, context);
  }
}

@Resolver(() => AmendmentType)
export class AmendmentResolver extends FieldsResolver {
  @ResolveField(() => [OfficeType], { description: 'Who it may be.' })
  candidates(@Parent() { candidateIds, clocks }: AmendmentType): OfficeType[] {
    return candidateIds.map((id) => officeOf(this.readModel, id, clocks));
  }
}

@Resolver(() => DocumentSubjectType)
export class DocumentSubjectResolver extends FieldsResolver {
  @ResolveField(() => ClusterType, { nullable: true })
  cluster(@Parent() { clusterId, clocks }: DocumentSubjectType): ClusterType | null {
    return clusterOf(this.readModel, clusterId, clocks);
  }
}

function documentNode(row: AmendableDocument, clocks: Clocks): DissolvedIssuerDocumentType {
  const { act, issuer, dissolved, subjects, inForce } = row;
  return {
    ...issuer,
    clocks,
    act: actNode(act, clocks.knownSeq),
    dissolvedUnitId: dissolved.unitId,
    dissolvedOn: dissolved.dissolvedOn,
    subjects: subjects.map((subject) => ({ ...subject, clocks })),
    inForce,
    amendableBy: row.amendableBy.map((amendment) => amendmentNode(amendment, clocks)),
  };
}

function amendmentNode({ holders, candidates, basis, ...rest }: Amendment, clocks: Clocks): AmendmentType {
  return {
    ...rest,
    clocks,
    candidateIds: candidates,
    holders: holders.map((h) => ({ ...h, clocks })),
    basis: { ...basis, pending: basis.pending ?? false, knownSeq: clocks.knownSeq },
  };
}
