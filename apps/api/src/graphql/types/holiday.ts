import { Field, Int, ObjectType } from '@nestjs/graphql';
import { HolidayKindEnum, ProvenanceEnum } from '../enums.js';
import { LocalDateScalar } from '../scalars.js';

@ObjectType('Holiday', { description: 'A day that is off, or worked although it is a Saturday or Sunday.' })
export class HolidayType {
  readonly knownSeq!: number;
  readonly actId?: string;

  @Field(() => LocalDateScalar)
  readonly day!: string;

  @Field(() => HolidayKindEnum)
  readonly kind!: string;

  @Field(() => String)
  readonly name!: string;

  @Field(() => ProvenanceEnum)
  readonly provenance!: string;

  @Field(() => String)
  readonly source!: string;
}

@ObjectType('Holidays', { description: 'The calendar between two days, as far as it is declared.' })
export class HolidaysType {
  @Field(() => [HolidayType], { description: 'By day.' })
  readonly days!: readonly HolidayType[];

  @Field(() => [Int], {
    description:
      'Years in between of which not all days off are declared: a term of working days through them is not certain.',
  })
  readonly incompleteYears!: readonly number[];
}
