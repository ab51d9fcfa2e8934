import { Args, Field, InputType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
  CorrespondenceQuery,
  UnitQuery,
  UnitsQuery,
  type Answered,
  type Page,
  type UnitView,
} from '#application';
import type { Correspondence, LocalDate, UnitLevel } from '#domain';
import { AtArg, IdArg, PageArgs } from '../asking.js';
import { AtInput } from '../at.input.js';
import { UnitLevelEnum } from '../enums.js';
import { NamePartField, OptionalIdField, OptionalTextField } from '../fields.js';
import { eventOf } from '../knowledge-nodes.js';
import { actOf } from '../lookups.js';
import { successionNode, unitNode } from '../nodes.js';
import { connection, pageRequest } from '../paging.js';
import { LocalDateScalar } from '../scalars.js';
import { withoutNulls } from '../without-nulls.js';
import { ActType } from '../types/act.js';
import { RecordedEventType } from '../types/event.js';
import type { Connection } from '../types/connection.js';
import { SuccessionType, UnitConnection, UnitType } from '../types/unit.js';
import { FieldsResolver, QuestionsResolver } from './bases.js';

@InputType('UnitFilter')
export class UnitFilterInput {
  @Field(() => UnitLevelEnum, { nullable: true }) readonly level?: UnitLevel;
  @OptionalTextField('National code; one of its aliases where no unit of the day has it itself.')
  readonly code?: string;
  @NamePartField() readonly name?: string;
  @OptionalIdField() readonly parentId?: string;
}

@Resolver(() => UnitType)
export class UnitResolver extends QuestionsResolver {
  @Query(() => UnitType, {
    nullable: true,
    description:
      'By id, or by a national code that denotes one unit on the day: its own, or one of its aliases where none has it itself.',
  })
  async unit(@IdArg() id: string, @AtArg() at?: AtInput): Promise<UnitType | null> {
    const { clocks, result }: Answered<UnitView | undefined> = await this.queries.execute(
      new UnitQuery(id, at),
    );
    return result === undefined ? null : unitNode(result, clocks);
  }

  @Query(() => UnitConnection)
  async units(
    @Args() { first, after }: PageArgs,
    @Args('filter', { nullable: true }) filter?: UnitFilterInput,
    @AtArg() at?: AtInput,
  ): Promise<Connection<UnitType>> {
    const page = pageRequest(first, after);
    const { clocks, result }: Answered<Page<UnitView>> = await this.queries.execute(
      new UnitsQuery(withoutNulls(filter ?? {}), at, page),
    );
    return connection(result, clocks, page, (row) => unitNode(row, clocks));
  }

  @Query(() => [SuccessionType], {
    description: 'What a unit of one day corresponds to on another, in either direction.',
  })
  async correspondence(
    @Args('from', { type: () => LocalDateScalar }) from: LocalDate,
    @Args('to', { type: () => LocalDateScalar }) to: LocalDate,
    @IdArg('unitId') unitId: string,
  ): Promise<SuccessionType[]> {
    const query = new CorrespondenceQuery(from, to, unitId);
    const { clocks, result }: Answered<readonly Correspondence[]> = await this.queries.execute(query);
    return result.map(({ unitId: other, extent, actIds }) => ({
      clocks,
      extent,
      ...(from <= to ? { fromId: unitId, toId: other } : { fromId: other, toId: unitId }),
      ...(actIds.length === 0 ? {} : { actId: actIds.at(-1) as string }),
    }));
  }

  @ResolveField(() => UnitType, { nullable: true })
  parent(@Parent() unit: UnitType): UnitType | null {
    if (unit.parentId === undefined) return null;
    const { knownSeq } = unit.clocks;
    const parent =
      this.readModel.unit(unit.parentId, unit.clocks) ?? this.readModel.anyUnit(unit.parentId, knownSeq);
    return parent === undefined ? null : unitNode(parent, unit.clocks);
  }

  @ResolveField(() => [SuccessionType], { description: 'Units whose territory went into this one.' })
  predecessors(@Parent() unit: UnitType): SuccessionType[] {
    return this.readModel
      .predecessors(unit.id, unit.clocks.knownSeq)
      .map((s) => successionNode(s, unit.clocks));
  }

  @ResolveField(() => [SuccessionType], { description: 'Units that took over its territory.' })
  successors(@Parent() unit: UnitType): SuccessionType[] {
    return this.readModel
      .successors(unit.id, unit.clocks.knownSeq)
      .map((s) => successionNode(s, unit.clocks));
  }
}

@Resolver(() => SuccessionType)
export class SuccessionResolver extends FieldsResolver {
  @ResolveField(() => UnitType)
  from(@Parent() succession: SuccessionType): UnitType | null {
    return this.#unit(succession.fromId, succession);
  }

  @ResolveField(() => UnitType)
  to(@Parent() succession: SuccessionType): UnitType | null {
    return this.#unit(succession.toId, succession);
  }

  @ResolveField(() => ActType, {
    nullable: true,
    description: 'Absent where the unit corresponds to itself.',
  })
  act(@Parent() { actId, clocks }: SuccessionType): ActType | null {
    return actOf(this.readModel, actId, clocks.knownSeq);
  }

  @ResolveField(() => RecordedEventType, {
    nullable: true,
    description: 'The event that recorded this step; absent for a correspondence, which may be of several.',
  })
  recordedBy(@Parent() { fromId, toId, effectiveOn, clocks }: SuccessionType): RecordedEventType | null {
    if (effectiveOn === undefined) return null;
    const seq = this.readModel.places.successionSeq({ fromId, toId }, clocks.knownSeq);
    return seq === undefined ? null : eventOf(this.readModel, seq, clocks);
  }

  #unit(id: string, { clocks }: SuccessionType): UnitType | null {
    const unit = this.readModel.unit(id, clocks) ?? this.readModel.anyUnit(id, clocks.knownSeq);
    return unit === undefined ? null : unitNode(unit, clocks);
  }
}
