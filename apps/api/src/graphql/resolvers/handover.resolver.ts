import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
  AskPageQuery,
  AskQuery,
  overKnown,
  type Answered,
  type Clocks,
  type HandoverFilter,
  type HandoverView,
  type ListRequest,
  type Page,
} from '#application';
import { contains, statesOf, waitedFor } from '#domain';
import { AtArg, IdArg, PageArgs } from '../asking.js';
import { AtInput } from '../at.input.js';
import { handoverNode } from '../handover-node.js';
import { HandoverFilterInput } from '../inputs/handover-draft.input.js';
import { actOf, officeOf, optionalOffice } from '../lookups.js';
import { unitNode } from '../nodes.js';
import { connection, pageRequest } from '../paging.js';
import { ActType } from '../types/act.js';
import { ClusterType } from '../types/cluster.js';
import type { Connection } from '../types/connection.js';
import {
  HandoverConnection,
  HandoverStateChangeType,
  HandoverType,
  HandoverWaitType,
} from '../types/handover.js';
import { BasisType, OfficeType } from '../types/responsibility.js';
import { UnitType } from '../types/unit.js';
import { withoutNulls } from '../without-nulls.js';
import { FieldsResolver, QuestionsResolver } from './bases.js';

/** Handovers: questions. */
@Resolver(() => HandoverType)
export class HandoverResolver extends QuestionsResolver {
  @Query(() => HandoverType, {
    nullable: true,
    description: 'A handover as it stands on the day; null before it was drafted.',
  })
  async handover(@IdArg() id: string, @AtArg() at?: AtInput): Promise<HandoverType | null> {
    const { clocks, result }: Answered<HandoverView | undefined> = await this.queries.execute(
      new AskQuery(at, (readModel, { knownSeq }) => readModel.handovers.handover(id, knownSeq)),
    );
    return (result && handoverNode(result, clocks)) ?? null;
  }

  @Query(() => HandoverConnection, { description: 'Those drafted by the day, by the day of the draft.' })
  async handovers(
    @Args() { first, after }: PageArgs,
    @Args('filter', { nullable: true }) filter?: HandoverFilterInput,
    @AtArg() at?: AtInput,
  ): Promise<Connection<HandoverType>> {
    const page = pageRequest(first, after);
    const wanted = withoutNulls(filter ?? {});
    const { clocks, result }: Answered<Page<HandoverView>> = await this.queries.execute(
      new AskPageQuery(
        at,
        page,
        overKnown(wanted, (readModel, at, page) => readModel.handovers.handovers(wanted, at, page)),
      ),
    );
    return handoverConnection(result, clocks, page);
  }

  @ResolveField(() => OfficeType)
  giver(@Parent() { giverOfficeId, clocks }: HandoverType): OfficeType {
    return officeOf(this.readModel, giverOfficeId, clocks);
  }

  @ResolveField(() => UnitType, {
    nullable: true,
    description: 'The dissolved unit whose things are given, where another body gives them.',
  })
  giverActsFor(@Parent() { giverActsFor, clocks }: HandoverType): UnitType | null {
    const unit =
      giverActsFor === undefined ? undefined : this.readModel.anyUnit(giverActsFor, clocks.knownSeq);
    return unit === undefined ? null : unitNode(unit, clocks);
  }

  @ResolveField(() => OfficeType)
  receiver(@Parent() { receiverOfficeId, clocks }: HandoverType): OfficeType {
    return officeOf(this.readModel, receiverOfficeId, clocks);
  }

  @ResolveField(() => OfficeType, { nullable: true })
  witness(@Parent() { witnessOfficeId, clocks }: HandoverType): OfficeType | null {
    return optionalOffice(this.readModel, witnessOfficeId, clocks);
  }

  @ResolveField(() => OfficeType, { description: 'Approves what the parties propose.' })
  decidingOffice(@Parent() { decidingOfficeId, clocks }: HandoverType): OfficeType {
    return officeOf(this.readModel, decidingOfficeId, clocks);
  }

  @ResolveField(() => BasisType, { description: 'The law or decision by which authority moves.' })
  basis(@Parent() { view, clocks }: HandoverType): BasisType {
    const { basis, provenance } = view.drafted;
    return { ...basis, provenance, pending: false, knownSeq: clocks.knownSeq };
  }

  @ResolveField(() => ActType, {
    nullable: true,
    description: 'The act that orders the handing over, where it is another.',
  })
  orderedBy(@Parent() { orderActId, clocks }: HandoverType): ActType | null {
    return actOf(this.readModel, orderActId, clocks.knownSeq);
  }

  @ResolveField(() => [HandoverWaitType], { description: 'Who has to act next on the day, and since when.' })
  waitsFor(@Parent() { view, clocks }: HandoverType): HandoverWaitType[] {
    return waitedFor(view)
      .filter(({ since, until }) =>
        contains({ from: since, ...(until === undefined ? {} : { to: until }) }, clocks.validAt),
      )
      .map((wait) => ({ ...wait, clocks }));
  }

  @ResolveField(() => [HandoverStateChangeType], {
    description: 'Every state known, also after the day, in order.',
  })
  states(@Parent() { view }: HandoverType): readonly HandoverStateChangeType[] {
    return statesOf(view);
  }
}

/** The handovers of a cluster. */
@Resolver(() => ClusterType)
export class HandoversOfClusterResolver extends FieldsResolver {
  @ResolveField(() => HandoverConnection, { description: 'Handovers that have things of it on their list.' })
  handovers(
    @Parent() { id, clocks }: ClusterType,
    @Args() { first, after }: PageArgs,
  ): Connection<HandoverType> {
    const page = pageRequest(first, after);
    const filter: HandoverFilter = { subjectId: id };
    return handoverConnection(this.readModel.handovers.handovers(filter, clocks, page), clocks, page);
  }
}

function handoverConnection(
  page: Page<HandoverView>,
  clocks: Clocks,
  request: ListRequest,
): Connection<HandoverType> {
  return connection(page, clocks, request, (row) => {
    const node = handoverNode(row, clocks);
    // A list has only what was drafted by the day.
    if (node === undefined) throw new TypeError(`${row.drafted.handoverId} is not drafted on that day.`);
    return node;
  });
}
