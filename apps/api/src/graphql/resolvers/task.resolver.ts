import { Inject } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Args, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
  AskPageQuery,
  AskQuery,
  READ_MODEL,
  taskById,
  worklist,
  type Answered,
  type Clocks,
  type Page,
  type ReadModel,
  type TaskView,
} from '#application';
import { AtInput } from '../at.input.js';
import { eventNode, officeNode } from '../nodes.js';
import { connection, pageRequest } from '../paging.js';
import type { Connection } from '../types/connection.js';
import { RecordedEventType } from '../types/event.js';
import { OfficeType } from '../types/responsibility.js';
import { TaskConnection, TaskEscalationType, TaskType } from '../types/task.js';

/** What waits for whom. */
@Resolver(() => TaskType)
export class TaskResolver {
  constructor(
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(READ_MODEL) private readonly readModel: ReadModel,
  ) {}

  @Query(() => TaskConnection, {
    description:
      'What waits for an office on the day, with what was escalated to it: by due day (none comes last), start and id. ' +
      'With includeReports also the last periodic report of each kind and term that is not recorded as handed in.',
  })
  async worklist(
    @Args('officeId', { type: () => ID }) officeId: string,
    @Args('at', { type: () => AtInput, nullable: true }) at?: AtInput,
    @Args('overdueOnly', { type: () => Boolean, nullable: true }) overdueOnly?: boolean,
    @Args('first', { type: () => Int, nullable: true }) first?: number,
    @Args('after', { type: () => String, nullable: true }) after?: string,
    @Args('includeReports', { type: () => Boolean, nullable: true, defaultValue: false })
    includeReports?: boolean,
  ): Promise<Connection<TaskType>> {
    const asked = pageRequest(first, after);
    const filter = { officeId, overdueOnly: overdueOnly ?? false, includeReports: includeReports ?? false };
    const { clocks, result }: Answered<Page<TaskView>> = await this.queries.execute(
      new AskPageQuery(at, asked, (readModel, clocks, page) => worklist(readModel, filter, clocks, page)),
    );
    return connection(result, clocks, asked, (row) => taskNode(row, clocks));
  }

  @Query(() => TaskType, { nullable: true, description: 'One task, whether it still waits or not.' })
  async task(
    @Args('id', { type: () => ID }) id: string,
    @Args('at', { type: () => AtInput, nullable: true }) at?: AtInput,
  ): Promise<TaskType | null> {
    const { clocks, result }: Answered<TaskView | undefined> = await this.queries.execute(
      new AskQuery(at, (readModel, clocks) => taskById(readModel, id, clocks)),
    );
    return result === undefined ? null : taskNode(result, clocks);
  }

  @ResolveField(() => OfficeType, {
    nullable: true,
    description: 'The office that has to do it; absent where the ledger does not name it.',
  })
  office(@Parent() { officeId, clocks }: TaskType): OfficeType | null {
    return officeIn(this.readModel, officeId, clocks);
  }
}

@Resolver(() => TaskEscalationType)
export class TaskEscalationResolver {
  constructor(@Inject(READ_MODEL) private readonly readModel: ReadModel) {}

  @ResolveField(() => OfficeType, { nullable: true })
  to(@Parent() { toOfficeId, clocks }: TaskEscalationType): OfficeType | null {
    return officeIn(this.readModel, toOfficeId, clocks);
  }

  @ResolveField(() => RecordedEventType, { nullable: true })
  event(@Parent() { eventSeq, clocks }: TaskEscalationType): RecordedEventType | null {
    const event = this.readModel.event(eventSeq);
    return event === undefined ? null : eventNode(event, clocks.knownSeq);
  }
}

function officeIn(readModel: ReadModel, id: string, clocks: Clocks): OfficeType | null {
  const office = readModel.office(id, clocks);
  return office === undefined ? null : officeNode(office, clocks);
}

function taskNode({ due, basis, escalation, ...view }: TaskView, clocks: Clocks): TaskType {
  return {
    ...view,
    clocks,
    ...(due === undefined ? {} : { dueOn: due.day, dueCertain: due.certain }),
    ...(escalation === undefined ? {} : { escalation: { ...escalation, clocks } }),
    basis: { ...basis, pending: basis.actId === undefined, knownSeq: clocks.knownSeq },
  };
}
