import type { Duty } from '#domain';
import { QueryHandler, Inject, type IQueryHandler } from '../handling.js';
import type { Clock } from '../ports/clock.js';
import type { ActView, Page, ReadModel, ReadModelStatus } from '../ports/read-model.js';
import type { ReplicaState, ReplicaWatch } from '../ports/replica.js';
import { CLOCK, READ_MODEL, REPLICA } from '../tokens.js';
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
export interface LogStatusView extends ReplicaState {
  readonly readModel: ReadModelStatus;
  /** Everything in the log can be asked for; false where nobody knows. */
  readonly caughtUp: boolean;
}

/** Answers from what is known already: it neither waits for the log nor fails with it. */
@QueryHandler(LogStatusQuery)
export class LogStatusHandler implements IQueryHandler<LogStatusQuery, LogStatusView> {
  constructor(
    @Inject(REPLICA) private readonly replica: ReplicaWatch,
    @Inject(READ_MODEL) private readonly readModel: ReadModel,
  ) {}

  async execute(): Promise<LogStatusView> {
    const readModel = this.readModel.status();
    const state = this.replica.state();
    const { logAnswers, head } = state;
    return {
      ...state,
      readModel,
      caughtUp: logAnswers && (head === undefined || head === readModel.position),
    };
  }
}
