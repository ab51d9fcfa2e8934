import { QueryHandler, Inject, type IQueryHandler } from '../handling.js';
import type { Clock } from '../ports/clock.js';
import type { Clocks, Page, PageRequest, ReadModel } from '../ports/read-model.js';
import { CLOCK, READ_MODEL } from '../tokens.js';
import type { At } from './clocks.js';
import type { ListRequest } from './queries.js';
import { QueryBase, type Answered } from './query-base.js';

/** A question at both clocks: what is asked of the read model once they are resolved. */
export class AskQuery<T> {
  constructor(
    readonly at: At | undefined,
    readonly ask: (readModel: ReadModel, clocks: Clocks) => T,
  ) {}
}

/** A list at both clocks; every page of it answers at those of the first. */
export class AskPageQuery<Row> {
  constructor(
    readonly at: At | undefined,
    readonly page: ListRequest,
    readonly ask: (readModel: ReadModel, clocks: Clocks, page: PageRequest) => Page<Row>,
  ) {}
}

@QueryHandler(AskQuery)
export class AskHandler extends QueryBase implements IQueryHandler<AskQuery<unknown>, Answered<unknown>> {
  constructor(@Inject(READ_MODEL) readModel: ReadModel, @Inject(CLOCK) clock: Clock) {
    super(readModel, clock);
  }

  execute({ at, ask }: AskQuery<unknown>): Promise<Answered<unknown>> {
    return this.answer(at, (clocks) => ask(this.readModel, clocks));
  }
}

@QueryHandler(AskPageQuery)
export class AskPageHandler
  extends QueryBase
  implements IQueryHandler<AskPageQuery<unknown>, Answered<Page<unknown>>>
{
  constructor(@Inject(READ_MODEL) readModel: ReadModel, @Inject(CLOCK) clock: Clock) {
    super(readModel, clock);
  }

  async execute({ at, page, ask }: AskPageQuery<unknown>): Promise<Answered<Page<unknown>>> {
    const clocks = await this.listClocks(at, page);
    return { clocks, result: ask(this.readModel, clocks, page) };
  }
}
