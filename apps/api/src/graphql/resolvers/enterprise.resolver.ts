import { Inject } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
  READ_MODEL,
  RegisterEnterpriseCommand,
  type Clocks,
  type EnterpriseView,
  type ReadModel,
} from '#application';
import { appointmentsOf, officeOfEnterprise, officesOf } from '#domain';
import type { RequestContext } from '../../http/context.js';
import { askFor, askForPage, AtArg, IdArg, ListArgs } from '../asking.js';
import { AtInput } from '../at.input.js';
import { Decides } from '../decides.js';
import { executeCommand } from '../execute-command.js';
import { EnterpriseFilterInput, RegisterEnterpriseInputType } from '../inputs/enterprises.input.js';
import { investorNode } from '../investor-nodes.js';
import type { Connection } from '../types/connection.js';
import { EnterpriseConnection, EnterpriseType } from '../types/enterprise.js';
import { InvestorAppointmentType } from '../types/investor.js';
import { withoutNulls } from '../without-nulls.js';

/** Enterprises: questions, and their registration. */
@Resolver(() => EnterpriseType)
export class EnterpriseResolver {
  constructor(
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(CommandBus) private readonly commands: CommandBus,
    @Inject(READ_MODEL) private readonly readModel: ReadModel,
  ) {}

  @Query(() => EnterpriseType, { nullable: true })
  enterprise(@IdArg() id: string, @AtArg() at?: AtInput): Promise<EnterpriseType | null> {
    return askFor(
      this.queries,
      at,
      (readModel, { knownSeq }) => readModel.enterprises.enterprise(id, knownSeq),
      enterpriseNode,
    );
  }

  @Query(() => EnterpriseConnection)
  enterprises(
    @Args() asked: ListArgs,
    @Args('filter', { nullable: true }) filter?: EnterpriseFilterInput,
  ): Promise<Connection<EnterpriseType>> {
    const wanted = withoutNulls(filter ?? {});
    return askForPage(
      this.queries,
      asked,
      (readModel, { knownSeq }, page) => readModel.enterprises.enterprises(wanted, knownSeq, page),
      enterpriseNode,
    );
  }

  @ResolveField(() => [InvestorAppointmentType], {
    description: 'Appointments and applications that name it, alone or in a joint venture.',
  })
  appointments(@Parent() { officeId, clocks }: EnterpriseType): InvestorAppointmentType[] {
    const lineage = this.readModel.lineage(clocks.knownSeq);
    return this.readModel.appointments
      .withOffice(officeId, clocks.knownSeq)
      .flatMap((record) =>
        record.entries
          .filter((entry) => officesOf(entry).includes(officeId))
          .map((entry) => investorNode(entry, appointmentsOf(record), record.revision, clocks, lineage)),
      );
  }

  @Decides('Registers an enterprise.')
  registerEnterprise(
    @Args('input') input: RegisterEnterpriseInputType,
    @Context() context: RequestContext,
  ): Promise<object> {
    return executeCommand(this.commands, RegisterEnterpriseCommand, input, context);
  }
}

function enterpriseNode(view: EnterpriseView, clocks: Clocks): EnterpriseType {
  return { ...view, id: view.enterpriseId, officeId: officeOfEnterprise(view.enterpriseId), clocks };
}
