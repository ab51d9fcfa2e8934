import { Field, InputType } from '@nestjs/graphql';
import type { HolidayKind, LocalDate } from '#domain';
import { HolidayKindEnum } from '../enums.js';
import { DayField, OptionalFlagField, OptionalIdField } from '../fields.js';
import { FactInput } from './acts.input.js';
import { CheckedText, OptionalExpectedRevisionField } from './checked.js';

@InputType('DeclareHolidayInput')
export class DeclareHolidayInputType extends FactInput {
  @DayField() readonly day!: LocalDate;
  @Field(() => HolidayKindEnum) readonly kind!: HolidayKind;
  @CheckedText(500, 'Vietnamese name of the day, or what it is worked for.') readonly name!: string;

  @OptionalFlagField(
    'True where its source lists all such days of the year and they are declared with this one.',
  )
  readonly completesYear?: boolean;

  @OptionalIdField('The law or announcement it rests on.') readonly actId?: string;

  @OptionalExpectedRevisionField('The revision of the year, where it was seen.')
  readonly expectedRevision?: number;
}
