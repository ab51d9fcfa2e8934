import { Inject } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Args, ID, Int, Query, Resolver } from '@nestjs/graphql';
import {
  AskPageQuery,
  daysAsked,
  READ_MODEL,
  requireKnown,
  type Answered,
  type AskedDays,
  type GapView,
  type LapsingDuty,
  type LeftDuty,
  type Page,
  type ReadModel,
} from '#application';
import { BanGiaoError, type LocalDate } from '#domain';
import { AtInput } from '../at.input.js';
import { GapFilterInput } from '../inputs/knowledge.input.js';
import { gapNode, lapsingDutyNode, leftDutyNode } from '../knowledge-nodes.js';
import { connection, pageRequest } from '../paging.js';
import { LocalDateScalar } from '../scalars.js';
import type { Connection } from '../types/connection.js';
import {
  GapConnection,
  LapsingDutyConnection,
  LeftDutyConnection,
  type GapType,
  type LapsingDutyType,
  type LeftDutyType,
} from '../types/knowledge.js';
import { withoutNulls } from '../without-nulls.js';

const LONGEST_DAYS = 36_525;

/** Where an answer leaves something open, now or soon. */
@Resolver()
export class CoverageResolver {
  constructor(
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(READ_MODEL) private readonly readModel: ReadModel,
  ) {}

  @Query(() => GapConnection, {
    description:
      'Gaps and overlaps by cluster, duty and interval: those of the day, or those that meet the days from one to another.',
  })
  async gapsAndOverlaps(
    @Args('filter', { type: () => GapFilterInput, nullable: true }) filter?: GapFilterInput,
    @Args('from', { type: () => LocalDateScalar, nullable: true }) from?: LocalDate,
    @Args('to', { type: () => LocalDateScalar, nullable: true, description: 'Exclusive.' }) to?: LocalDate,
    @Args('at', { type: () => AtInput, nullable: true }) at?: AtInput,
    @Args('first', { type: () => Int, nullable: true }) first?: number,
    @Args('after', { type: () => String, nullable: true }) after?: string,
  ): Promise<Connection<GapType>> {
    const page = pageRequest(first, after);
    const wanted = withoutNulls(filter ?? {});
    const { provinceId: unitId, clusterId: subjectId } = wanted;
    const interval = withoutNulls({ validFrom: from, validTo: to }) as AskedDays;
    const { clocks, result }: Answered<Page<GapView>> = await this.queries.execute(
      new AskPageQuery(at, page, (readModel, clocks, page) => {
        requireKnown(readModel, withoutNulls({ unitId, subjectId }) as object, {
          unitId: 'provinceId',
          subjectId: 'clusterId',
        });
        const ofDay = from == null && to == null;
        const days = daysAsked(ofDay ? { validAt: clocks.validAt } : interval);
        return readModel.coverage.gaps(wanted, days, clocks, page);
      }),
    );
    return connection(result, clocks, page, (row) => gapNode(this.readModel, row));
  }

  @Query(() => LeftDutyConnection, {
    description: 'Everything that left a dissolved unit, and where each duty is on the day.',
  })
  async leftBy(
    @Args('unitId', { type: () => ID }) unitId: string,
    @Args('unassignedOnly', { type: () => Boolean, defaultValue: false }) unassignedOnly: boolean,
    @Args('at', { type: () => AtInput, nullable: true }) at?: AtInput,
    @Args('first', { type: () => Int, nullable: true }) first?: number,
    @Args('after', { type: () => String, nullable: true }) after?: string,
  ): Promise<Connection<LeftDutyType>> {
    const page = pageRequest(first, after);
    const { clocks, result }: Answered<Page<LeftDuty>> = await this.queries.execute(
      new AskPageQuery(at, page, (readModel, clocks, page) => {
        requireKnown(readModel, { unitId });
        return readModel.coverage.leftBy(unitId, unassignedOnly, clocks, page);
      }),
    );
    return connection(result, clocks, page, (row) => leftDutyNode(this.readModel, row));
  }

  @Query(() => LapsingDutyConnection, {
    description:
      'Duties whose basis lapses within so many days of the day, with nothing recorded to follow it.',
  })
  async lapsing(
    @Args('withinDays', { type: () => Int }) withinDays: number,
    @Args('at', { type: () => AtInput, nullable: true }) at?: AtInput,
    @Args('first', { type: () => Int, nullable: true }) first?: number,
    @Args('after', { type: () => String, nullable: true }) after?: string,
  ): Promise<Connection<LapsingDutyType>> {
    const page = pageRequest(first, after);
    requireDays(withinDays);
    const { clocks, result }: Answered<Page<LapsingDuty>> = await this.queries.execute(
      new AskPageQuery(at, page, (readModel, clocks, page) =>
        readModel.coverage.lapsing(withinDays, clocks, page),
      ),
    );
    return connection(result, clocks, page, (row) => lapsingDutyNode(this.readModel, row, clocks));
  }
}

function requireDays(days: number): void {
  if (days >= 1 && days <= LONGEST_DAYS) return;
  throw new BanGiaoError('INVALID_INPUT', 'withinDays cannot be used.', {
    field: 'withinDays',
    value: String(days),
    remedy: `Give a number from 1 to ${LONGEST_DAYS}.`,
  });
}
