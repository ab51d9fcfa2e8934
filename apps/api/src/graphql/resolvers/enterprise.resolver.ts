import { Inject } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { Args, Context, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
  AskPageQuery,
  AskQuery,
  READ_MODEL,
  RegisterEnterpriseCommand,
  type Answered,
  type Clocks,
  type EnterpriseView,
  type Page,
  type ReadModel,
} from '#application';
import { appointmentsOf, officeOfEnterprise, officesOf } from '#domain';
import type { RequestContext } from '../../http/context.js';
import { AtInput } from '../at.input.js';
import { Decides } from '../decides.js';
import { executeCommand } from '../execute-command.js';
import { EnterpriseFilterInput, RegisterEnterpriseInputType } from '../inputs/enterprises.input.js';
import { investorNode } from '../investor-nodes.js';
import { connection, pageRequest } from '../paging.js';
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
  async enterprise(
    @Args('id', { type: () => ID }) id: string,
    @Args('at', { type: () => AtInput, nullable: true }) at?: AtInput,
  ): Promise<EnterpriseType | null> {
    const { clocks, result }: Answered<EnterpriseView | undefined> = await this.queries.execute(
      new AskQuery(at, (readModel, { knownSeq }) => readModel.enterprises.enterprise(id, knownSeq)),
    );
    return result === undefined ? null : enterpriseNode(result, clocks);
  }

  @Query(() => EnterpriseConnection)
  async enterprises(
    @Args('filter', { type: () => EnterpriseFilterInput, nullable: true }) filter?: EnterpriseFilterInput,
    @Args('at', { type: () => AtInput, nullable: true }) at?: AtInput,
    @Args('first', { type: () => Int, nullable: true }) first?: number,
    @Args('after', { type: () => String, nullable: true }) after?: string,
  ): Promise<Connection<EnterpriseType>> {
    const page = pageRequest(first, after);
    const wanted = withoutNulls(filter ?? {});
    const { clocks, result }: Answered<Page<EnterpriseView>> = await this.queries.execute(
      new AskPageQuery(at, page, (readModel, { knownSeq }, page) =>
        readModel.enterprises.enterprises(wanted, knownSeq, page),
      ),
    );
    return connection(result, clocks, page, (row) => enterpriseNode(row, clocks));
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
