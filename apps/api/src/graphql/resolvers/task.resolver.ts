import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { overKnown, taskById, worklist, type Clocks, type TaskView } from '#application';
import { askFor, askForPage, AtArg, IdArg, ListArgs } from '../asking.js';
import { AtInput } from '../at.input.js';
import { recordedOffice } from '../lookups.js';
import { eventNode } from '../nodes.js';
import type { Connection } from '../types/connection.js';
import { RecordedEventType } from '../types/event.js';
import { OfficeType } from '../types/responsibility.js';
import { TaskConnection, TaskEscalationType, TaskType } from '../types/task.js';
import { FieldsResolver, QuestionsResolver } from './bases.js';

/** What waits for whom. */
@Resolver(() => TaskType)
export class TaskResolver extends QuestionsResolver {
  @Query(() => TaskConnection, {
    description:
      'What waits for an office on the day, with what was escalated to it: by due day (none comes last), start and id. ' +
      'With includeReports also the last periodic report of each kind and term that is not recorded as handed in.',
  })
  worklist(
    @Args() asked: ListArgs,
    @IdArg('officeId') officeId: string,
    @Args('overdueOnly', { type: () => Boolean, nullable: true }) overdueOnly?: boolean,
    @Args('includeReports', { type: () => Boolean, nullable: true, defaultValue: false })
    includeReports?: boolean,
  ): Promise<Connection<TaskType>> {
    const filter = { officeId, overdueOnly: overdueOnly ?? false, includeReports: includeReports ?? false };
    return askForPage(
      this.queries,
      asked,
      overKnown(filter, (readModel, clocks, page) => worklist(readModel, filter, clocks, page)),
      taskNode,
    );
  }

  @Query(() => TaskType, { nullable: true, description: 'One task, whether it still waits or not.' })
  task(@IdArg() id: string, @AtArg() at?: AtInput): Promise<TaskType | null> {
    return askFor(this.queries, at, (readModel, clocks) => taskById(readModel, id, clocks), taskNode);
  }

  @ResolveField(() => OfficeType, {
    nullable: true,
    description: 'The office that has to do it; absent where the ledger does not name it.',
  })
  office(@Parent() { officeId, clocks }: TaskType): OfficeType | null {
    return recordedOffice(this.readModel, officeId, clocks);
  }
}

@Resolver(() => TaskEscalationType)
export class TaskEscalationResolver extends FieldsResolver {
  @ResolveField(() => OfficeType, { nullable: true })
  to(@Parent() { toOfficeId, clocks }: TaskEscalationType): OfficeType | null {
    return recordedOffice(this.readModel, toOfficeId, clocks);
  }

  @ResolveField(() => RecordedEventType, { nullable: true })
  event(@Parent() { eventSeq, clocks }: TaskEscalationType): RecordedEventType | null {
    const event = this.readModel.event(eventSeq);
    return event === undefined ? null : eventNode(event, clocks.knownSeq);
  }
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
