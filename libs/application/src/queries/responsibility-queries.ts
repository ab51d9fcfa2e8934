import { BanGiaoError } from '#domain';
import { QueryHandler, Inject, type IQueryHandler } from '../handling.js';
import type { Clock } from '../ports/clock.js';
import type {
  ClusterView,
  EventView,
  Page,
  ReadModel,
  ResponsibilityView,
  TransitionView,
} from '../ports/read-model.js';
import { CLOCK, READ_MODEL } from '../tokens.js';
import { requireKnown } from './known-ids.js';
import {
  AuditTrailQuery,
  ClusterQuery,
  ClustersQuery,
  ResponsibilityQuery,
  TransitionQuery,
} from './queries.js';
import { QueryBase, type Answered } from './query-base.js';

@QueryHandler(ResponsibilityQuery)
export class ResponsibilityHandler
  extends QueryBase
  implements IQueryHandler<ResponsibilityQuery, Answered<ResponsibilityView>>
{
  constructor(@Inject(READ_MODEL) readModel: ReadModel, @Inject(CLOCK) clock: Clock) {
    super(readModel, clock);
  }

  /** @throws BanGiaoError `UNKNOWN_SUBJECT` or `UNKNOWN_DUTY`; not knowing who holds a known duty is an answer. */
  execute({ subjectId, dutyId, at }: ResponsibilityQuery): Promise<Answered<ResponsibilityView>> {
    return this.answer(at, (clocks) => {
      const known = this.readModel.status().seq;
      if (!this.readModel.subjectExists(subjectId, known))
        throw unknown('UNKNOWN_SUBJECT', 'subjectId', subjectId, 'subject');
      if (this.readModel.duty(dutyId, known) === undefined)
        throw unknown('UNKNOWN_DUTY', 'dutyId', dutyId, 'duty');
      return this.readModel.responsibility(subjectId, dutyId, clocks);
    });
  }
}

@QueryHandler(ClusterQuery)
export class ClusterHandler
  extends QueryBase
  implements IQueryHandler<ClusterQuery, Answered<ClusterView | undefined>>
{
  constructor(@Inject(READ_MODEL) readModel: ReadModel, @Inject(CLOCK) clock: Clock) {
    super(readModel, clock);
  }

  execute({ id, at }: ClusterQuery): Promise<Answered<ClusterView | undefined>> {
    return this.answer(at, ({ knownSeq }) => this.readModel.cluster(id, knownSeq));
  }
}

@QueryHandler(ClustersQuery)
export class ClustersHandler
  extends QueryBase
  implements IQueryHandler<ClustersQuery, Answered<Page<ClusterView>>>
{
  constructor(@Inject(READ_MODEL) readModel: ReadModel, @Inject(CLOCK) clock: Clock) {
    super(readModel, clock);
  }

  async execute({ filter, at, page }: ClustersQuery): Promise<Answered<Page<ClusterView>>> {
    const clocks = await this.listClocks(at, page);
    requireKnown(this.readModel, filter);
    return { clocks, result: this.readModel.clusters(filter, clocks, page) };
  }
}

@QueryHandler(AuditTrailQuery)
export class AuditTrailHandler
  extends QueryBase
  implements IQueryHandler<AuditTrailQuery, Answered<Page<EventView>>>
{
  constructor(@Inject(READ_MODEL) readModel: ReadModel, @Inject(CLOCK) clock: Clock) {
    super(readModel, clock);
  }

  async execute({ filter, at, page }: AuditTrailQuery): Promise<Answered<Page<EventView>>> {
    const clocks = await this.listClocks(at, page);
    requireKnown(this.readModel, filter);
    return { clocks, result: this.readModel.auditTrail(filter, clocks.knownSeq, page) };
  }
}

@QueryHandler(TransitionQuery)
export class TransitionHandler
  extends QueryBase
  implements IQueryHandler<TransitionQuery, Answered<TransitionView | undefined>>
{
  constructor(@Inject(READ_MODEL) readModel: ReadModel, @Inject(CLOCK) clock: Clock) {
    super(readModel, clock);
  }

  execute({ unitId, at }: TransitionQuery): Promise<Answered<TransitionView | undefined>> {
    return this.answer(at, (clocks) => {
      requireKnown(this.readModel, { unitId });
      return this.readModel.transition(unitId, clocks);
    });
  }
}

function unknown(code: string, field: string, value: string, what: string): BanGiaoError {
  return new BanGiaoError(code, `No ${what} ${value} is known.`, {
    field,
    value,
    remedy:
      what === 'duty' ? 'Look its id up in the list of duties.' : 'Look its id up in the list of clusters.',
  });
}
