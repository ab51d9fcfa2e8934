import { Field, Int, ObjectType } from '@nestjs/graphql';
import { HolidayKindEnum } from '../enums.js';
import { DayField, TextField } from '../fields.js';
import { SourcedStepType } from './bases.js';

@ObjectType('Holiday', {
  description:
    'A day that is off, or worked although it is a Saturday or Sunday; one that is INFERRED or UNVERIFIED only may be off.',
})
export class HolidayType extends SourcedStepType {
  @DayField() readonly day!: string;
  @Field(() => HolidayKindEnum) readonly kind!: string;
  @TextField() readonly name!: string;
}

@ObjectType('Holidays', { description: 'The calendar between two days, as far as it is declared.' })
export class HolidaysType {
  @Field(() => [HolidayType], { description: 'By day.' }) readonly days!: readonly HolidayType[];

  @Field(() => [Int], {
    description:
      'Years in between of which not all days off are declared: a term of working days through them is not certain.',
  })
  readonly incompleteYears!: readonly number[];
}
