import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import { daysAsked, requireKnown, type AskedDays } from '#application';
import { BanGiaoError, type LocalDate } from '#domain';
import { askForPage, IdArg, ListArgs } from '../asking.js';
import { GapFilterInput } from '../inputs/knowledge.input.js';
import { gapNode, lapsingDutyNode, leftDutyNode } from '../knowledge-nodes.js';
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
import { QuestionsResolver } from './bases.js';

const LONGEST_DAYS = 36_525;

/** Where an answer leaves something open, now or soon. */
@Resolver()
export class CoverageResolver extends QuestionsResolver {
  @Query(() => GapConnection, {
    description:
      'Gaps and overlaps by cluster, duty and interval: those of the day, or those that meet the days from one to another.',
  })
  gapsAndOverlaps(
    @Args() asked: ListArgs,
    @Args('filter', { nullable: true }) filter?: GapFilterInput,
    @Args('from', { type: () => LocalDateScalar, nullable: true }) from?: LocalDate,
    @Args('to', { type: () => LocalDateScalar, nullable: true, description: 'Exclusive.' }) to?: LocalDate,
  ): Promise<Connection<GapType>> {
    const wanted = withoutNulls(filter ?? {});
    const interval = withoutNulls({ validFrom: from, validTo: to }) as AskedDays;
    return askForPage(
      this.queries,
      asked,
      (readModel, clocks, page) => {
        requireKnown(readModel, wanted);
        const ofDay = from == null && to == null;
        const days = daysAsked(ofDay ? { validAt: clocks.validAt } : interval);
        return readModel.coverage.gaps(wanted, days, clocks, page);
      },
      (row) => gapNode(this.readModel, row),
    );
  }

  @Query(() => LeftDutyConnection, {
    description: 'Everything that left a dissolved unit, and where each duty is on the day.',
  })
  leftBy(
    @Args() asked: ListArgs,
    @IdArg('unitId') unitId: string,
    @Args('unassignedOnly', { type: () => Boolean, defaultValue: false }) unassignedOnly: boolean,
  ): Promise<Connection<LeftDutyType>> {
    return askForPage(
      this.queries,
      asked,
      (readModel, clocks, page) => {
        requireKnown(readModel, { unitId });
        return readModel.coverage.leftBy(unitId, unassignedOnly, clocks, page);
      },
      (row) => leftDutyNode(this.readModel, row),
    );
  }

  @Query(() => LapsingDutyConnection, {
    description:
      'Duties whose basis lapses within so many days of the day, with nothing recorded to follow it.',
  })
  lapsing(
    @Args() asked: ListArgs,
    @Args('withinDays', { type: () => Int }) withinDays: number,
  ): Promise<Connection<LapsingDutyType>> {
    requireDays(withinDays);
    return askForPage(
      this.queries,
      asked,
      (readModel, clocks, page) => readModel.coverage.lapsing(withinDays, clocks, page),
      (row, clocks) => lapsingDutyNode(this.readModel, row, clocks),
    );
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
