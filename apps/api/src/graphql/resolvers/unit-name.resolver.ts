import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AskQuery, unitNamed, type Answered } from '#application';
import type { LocalDate, ReadName } from '#domain';
import { AtArg } from '../asking.js';
import { AtInput } from '../at.input.js';
import { unitNode } from '../nodes.js';
import { LocalDateScalar } from '../scalars.js';
import { UnitNameType } from '../types/document.js';
import { UnitType } from '../types/unit.js';
import { QuestionsResolver } from './bases.js';

/** Names of units as documents use them. */
@Resolver(() => UnitNameType)
export class UnitNameResolver extends QuestionsResolver {
  @Query(() => UnitNameType, { description: 'What a document of a day means by the name of a unit.' })
  async unitNamed(
    @Args('name', { type: () => String, description: 'Full name with its kind, e.g. xã Đại Hiệp.' })
    name: string,
    @Args('on', { type: () => LocalDateScalar, description: 'The day of the document.' }) on: LocalDate,
    @Args('withinId', {
      type: () => ID,
      nullable: true,
      description: 'A unit that it lies in or lay in, because names repeat over the country.',
    })
    withinId?: string | null,
    @AtArg() at?: AtInput,
  ): Promise<UnitNameType> {
    const request = { name, on, ...(withinId == null ? {} : { withinId }) };
    const { clocks, result }: Answered<ReadName> = await this.queries.execute(
      new AskQuery({ ...at, validAt: on }, (readModel, { knownSeq }) =>
        unitNamed(readModel, request, knownSeq),
      ),
    );
    return { ...result, clocks };
  }

  @ResolveField(() => [UnitType], {
    description:
      'The units it may mean, as they last stood by that day; several where the name tells them not apart.',
  })
  units(@Parent() { unitIds, clocks }: UnitNameType): UnitType[] {
    return unitIds.flatMap((id) => {
      const unit = this.readModel.unit(id, clocks) ?? this.readModel.anyUnit(id, clocks.knownSeq);
      return unit === undefined ? [] : [unitNode(unit, clocks)];
    });
  }
}
