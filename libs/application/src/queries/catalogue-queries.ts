import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Duty } from '#domain';
import type { Clock } from '../ports/clock.js';
import type { EventLog, Position } from '../ports/event-log.js';
import type { ActView, Page, ReadModel, ReadModelStatus } from '../ports/read-model.js';
import { CLOCK, EVENT_LOG, READ_MODEL } from '../tokens.js';
import { ActQuery, ActsQuery, DutiesQuery, LogStatusQuery } from './queries.js';
import { QueryBase, type Answered } from './query-base.js';

@QueryHandler(ActQuery)
export class ActHandler extends QueryBase implements IQueryHandler<ActQuery, Answered<ActView | undefined>> {
  constructor(@Inject(READ_MODEL) readModel: ReadModel, @Inject(CLOCK) clock: Clock) {
    super(readModel, clock);
  }

  execute({ id }: ActQuery): Promise<Answered<ActView | undefined>> {
    return this.answer(undefined, ({ knownSeq }) => this.readModel.act(id, knownSeq));
  }
}

@QueryHandler(ActsQuery)
export class ActsHandler extends QueryBase implements IQueryHandler<ActsQuery, Answered<Page<ActView>>> {
  constructor(@Inject(READ_MODEL) readModel: ReadModel, @Inject(CLOCK) clock: Clock) {
    super(readModel, clock);
  }

  async execute({ filter, page }: ActsQuery): Promise<Answered<Page<ActView>>> {
    const clocks = await this.listClocks(undefined, page);
    return { clocks, result: this.readModel.acts(filter, clocks.knownSeq, page) };
  }
}

@QueryHandler(DutiesQuery)
export class DutiesHandler
  extends QueryBase
  implements IQueryHandler<DutiesQuery, Answered<readonly Duty[]>>
{
  constructor(@Inject(READ_MODEL) readModel: ReadModel, @Inject(CLOCK) clock: Clock) {
    super(readModel, clock);
  }

  execute(): Promise<Answered<readonly Duty[]>> {
    return this.answer(undefined, ({ knownSeq }) => this.readModel.duties(knownSeq));
  }
}

/** Where the log and the read model stand. */
export interface LogStatusView {
  readonly head: Position | undefined;
  readonly readModel: ReadModelStatus;
  readonly caughtUp: boolean;
}

@QueryHandler(LogStatusQuery)
export class LogStatusHandler implements IQueryHandler<LogStatusQuery, LogStatusView> {
  constructor(
    @Inject(EVENT_LOG) private readonly log: EventLog,
    @Inject(READ_MODEL) private readonly readModel: ReadModel,
  ) {}

  async execute(): Promise<LogStatusView> {
    const readModel = this.readModel.status();
    const head = await this.log.head();
    return { head, readModel, caughtUp: head === undefined || head === readModel.position };
  }
}
