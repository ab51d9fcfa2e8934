import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
  AskQuery,
  overKnown,
  progressSeries,
  type Answered,
  type Clocks,
  type ProgressDimension,
  type ProgressRow,
  type SeriesPoint,
} from '#application';
import { HANDOVER_STATES } from '#domain';
import { AtArg } from '../asking.js';
import { AtInput } from '../at.input.js';
import { ProgressDimensionEnum } from '../enums.js';
import { ProgressFilterInput, SeriesInputType } from '../inputs/progress.input.js';
import { unitNode } from '../nodes.js';
import { ProgressPointType, ProgressRowType } from '../types/progress.js';
import { UnitType } from '../types/unit.js';
import { withoutNulls } from '../without-nulls.js';
import { QuestionsResolver } from './bases.js';

/** How far the handover is. */
@Resolver(() => ProgressRowType)
export class ProgressResolver extends QuestionsResolver {
  @Query(() => [ProgressRowType], {
    description: 'Counts of statuses, a row for each value of what they are told apart by.',
  })
  async progress(
    @Args('by', { type: () => [ProgressDimensionEnum], defaultValue: ['PROVINCE'] }) by: ProgressDimension[],
    @Args('filter', { nullable: true }) filter?: ProgressFilterInput,
    @AtArg() at?: AtInput,
  ): Promise<ProgressRowType[]> {
    const wanted = withoutNulls(filter ?? {});
    const { clocks, result }: Answered<readonly ProgressRow[]> = await this.queries.execute(
      new AskQuery(
        at,
        overKnown(wanted, (readModel, clocks) => readModel.progress.progress(by, wanted, clocks)),
      ),
    );
    return result.map((row) => rowNode(row, clocks));
  }

  @Query(() => [ProgressPointType], { description: 'The same over time.' })
  async progressSeries(
    @Args('series', { type: () => SeriesInputType }) series: SeriesInputType,
    @Args('by', { type: () => [ProgressDimensionEnum], defaultValue: [] }) by: ProgressDimension[],
    @Args('filter', { nullable: true }) filter?: ProgressFilterInput,
    @AtArg() at?: AtInput,
  ): Promise<ProgressPointType[]> {
    const wanted = withoutNulls(filter ?? {});
    const { result }: Answered<readonly SeriesPoint[]> = await this.queries.execute(
      new AskQuery(
        at,
        overKnown(wanted, (readModel, clocks) => progressSeries(readModel, by, wanted, series, clocks)),
      ),
    );
    return result.map(({ day, clocks, rows }) => ({
      day,
      validAt: clocks.validAt,
      knownSeq: clocks.knownSeq,
      rows: rows.map((row) => rowNode(row, clocks)),
    }));
  }

  @ResolveField(() => UnitType, {
    nullable: true,
    description: 'Where it is asked for; none where the place lies in several.',
  })
  province(@Parent() { provinceId, clocks }: ProgressRowType): UnitType | null {
    const unit = provinceId === undefined ? undefined : this.readModel.unit(provinceId, clocks);
    return unit === undefined ? null : unitNode(unit, clocks);
  }

  @ResolveField(() => UnitType, {
    nullable: true,
    description:
      'Where it is asked for: the district in which the subjects were first recorded, as it last was.',
  })
  district(@Parent() { districtId, clocks }: ProgressRowType): UnitType | null {
    const unit = districtId === undefined ? undefined : this.readModel.anyUnit(districtId, clocks.knownSeq);
    return unit === undefined ? null : unitNode(unit, clocks);
  }
}

function rowNode({ statuses, handovers, ...row }: ProgressRow, clocks: Clocks): ProgressRowType {
  return {
    ...row,
    clocks,
    held: statuses.HELD,
    joint: statuses.JOINT,
    undetermined: statuses.UNDETERMINED,
    vacant: statuses.VACANT,
    disputed: statuses.DISPUTED,
    continuingPendingRearrangement: statuses.CONTINUING_PENDING_REARRANGEMENT,
    noBasis: statuses.NO_BASIS,
    handovers: HANDOVER_STATES.map((state) => ({ state, count: handovers[state] })).filter(
      ({ count }) => count > 0,
    ),
  };
}
