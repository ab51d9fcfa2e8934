import { Inject } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { READ_MODEL, type ReadModel } from '#application';

/** Answers fields that lead from one thing to another. */
export abstract class FieldsResolver {
  constructor(@Inject(READ_MODEL) protected readonly readModel: ReadModel) {}
}

/** Answers questions, and the fields of what they lead to. */
export abstract class QuestionsResolver extends FieldsResolver {
  constructor(
    @Inject(QueryBus) protected readonly queries: QueryBus,
    @Inject(READ_MODEL) readModel: ReadModel,
  ) {
    super(readModel);
  }
}

/** Carries decisions out. */
export abstract class DecisionsResolver {
  constructor(@Inject(CommandBus) protected readonly commands: CommandBus) {}
}
