import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsNotEmpty, IsOptional, MaxLength, Min } from 'class-validator';
import type { HolidayKind, LocalDate } from '#domain';
import { HolidayKindEnum } from '../enums.js';
import { LocalDateScalar } from '../scalars.js';
import { FactInput } from './acts.input.js';

@InputType('DeclareHolidayInput')
export class DeclareHolidayInputType extends FactInput {
  @Field(() => LocalDateScalar)
  readonly day!: LocalDate;

  @Field(() => HolidayKindEnum)
  readonly kind!: HolidayKind;

  @Field(() => String, { description: 'Vietnamese name of the day, or what it is worked for.' })
  @IsNotEmpty()
  @MaxLength(500)
  readonly name!: string;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True where its source lists all such days of the year and they are declared with this one.',
  })
  readonly completesYear?: boolean;

  @Field(() => ID, { nullable: true, description: 'The law or announcement it rests on.' })
  readonly actId?: string;

  @Field(() => Int, { nullable: true, description: 'The revision of the year, where it was seen.' })
  @IsOptional()
  @Min(0)
  readonly expectedRevision?: number;
}
