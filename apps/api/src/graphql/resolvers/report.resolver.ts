import { Inject, type Type } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
  overKnown,
  reportObligations,
  SubmitReportCommand,
  type Clocks,
  type ReadModel,
  type ReportObligationView,
} from '#application';
import { parseOfficeId, type AssignmentBasis, type KnownOffices } from '#domain';
import type { RequestContext } from '../../http/context.js';
import { askForPage, ListArgs } from '../asking.js';
import { Decides } from '../decides.js';
import { executeCommand } from '../execute-command.js';
import { ReportObligationFilterInput, SubmitReportInputType } from '../inputs/reports.input.js';
import { officeNode } from '../nodes.js';
import type { Connection } from '../types/connection.js';
import {
  ManagedPartType,
  ReportingOfficesType,
  ReportObligationConnection,
  ReportObligationType,
  ReportRecipientType,
} from '../types/report.js';
import { OfficeType, type BasisType } from '../types/responsibility.js';
import { withoutNulls } from '../without-nulls.js';
import { FieldsResolver } from './bases.js';

/** Periodic reports: questions and decisions. */
@Resolver(() => ReportObligationType)
export class ReportResolver {
  constructor(
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(CommandBus) private readonly commands: CommandBus,
  ) {}

  @Query(() => ReportObligationConnection, {
    description: 'Who has to report for which period to whom, and who managed that period.',
  })
  reportObligations(
    @Args() asked: ListArgs,
    @Args('filter', { nullable: true }) filter?: ReportObligationFilterInput,
  ): Promise<Connection<ReportObligationType>> {
    const wanted = withoutNulls(filter ?? {});
    return askForPage(
      this.queries,
      asked,
      overKnown(wanted, (readModel, on, part) => reportObligations(readModel, wanted, on, part)),
      obligationNode,
    );
  }

  @Decides('Records that the office of the caller handed in a report that it has to.')
  submitReport(
    @Args('input') input: SubmitReportInputType,
    @Context() context: RequestContext,
  ): Promise<object> {
    return executeCommand(this.commands, SubmitReportCommand, input, context);
  }
}

/**
 * What the three kinds of named offices share, as a class for each:
 * the fields of one common base would all be served by the first that extends it.
 */
function namedOffices(type: Type<ReportingOfficesType>) {
  @Resolver(() => type, { isAbstract: true })
  abstract class NamedOfficesResolver extends FieldsResolver {
    @ResolveField(() => [OfficeType])
    offices(@Parent() { officeIds, clocks }: ReportingOfficesType): OfficeType[] {
      return officeIds.map((id) => namedOffice(this.readModel, id, clocks));
    }

    @ResolveField(() => [OfficeType], { description: 'Who it may be, where undetermined.' })
    candidates(@Parent() { candidateIds, clocks }: ReportingOfficesType): OfficeType[] {
      return candidateIds.map((id) => namedOffice(this.readModel, id, clocks));
    }
  }
  return NamedOfficesResolver;
}

@Resolver(() => ReportingOfficesType)
export class ReportingOfficesResolver extends namedOffices(ReportingOfficesType) {}

@Resolver(() => ReportRecipientType)
export class ReportRecipientResolver extends namedOffices(ReportRecipientType) {}

@Resolver(() => ManagedPartType)
export class ManagedPartResolver extends namedOffices(ManagedPartType) {}

function namedOffice(readModel: ReadModel, id: string, clocks: Clocks): OfficeType {
  return officeNode(readModel.office(id, clocks) ?? unrecorded(id), clocks);
}

/** An enterprise that invests in a project only is known by its id. */
function unrecorded(id: string): Pick<OfficeType, 'id' | 'name'> & { readonly kind: 'ENTERPRISE' } {
  return { id, name: parseOfficeId(id)?.rest ?? id, kind: 'ENTERPRISE' };
}

function obligationNode(view: ReportObligationView, clocks: Clocks): ReportObligationType {
  const { period, basis, reporter, recipients, managedBy, ...rest } = view;
  return {
    ...rest,
    id: view.obligationId,
    ...(period === undefined ? {} : { periodFrom: period.from, periodTo: period.to }),
    basis: basisNode(basis, clocks),
    reporter: officesNode(reporter, clocks),
    recipients: recipients.map((r) => ({ ...officesNode(r, clocks), basis: basisNode(r.basis, clocks) })),
    managedBy: managedBy.map((part) => officesNode(part, clocks)),
  };
}

function officesNode<T extends KnownOffices>(
  { candidates, ...rest }: T,
  clocks: Clocks,
): Omit<T, 'candidates'> & { readonly clocks: Clocks; readonly candidateIds: readonly string[] } {
  return { ...rest, candidateIds: candidates, clocks };
}

function basisNode(basis: AssignmentBasis, { knownSeq }: Clocks): BasisType {
  return { ...basis, pending: basis.pending ?? false, knownSeq };
}
