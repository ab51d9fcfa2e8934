import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsNotEmpty, IsOptional, MaxLength, Min } from 'class-validator';
import type { LocalDate, RuleMatter } from '#domain';
import { RuleMatterEnum } from '../enums.js';
import { LocalDateScalar } from '../scalars.js';
import { FactInput } from './acts.input.js';

@InputType('DecideRuleInput')
export class DecideRuleInputType extends FactInput {
  @Field(() => RuleMatterEnum)
  readonly matter!: RuleMatter;

  @Field(() => ID, { description: 'The province that decided, of its time.' })
  @IsNotEmpty()
  readonly provinceUnitId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The unit whose territory it covers; absent: all of the province.',
  })
  @IsOptional()
  @IsNotEmpty()
  readonly territoryUnitId?: string;

  @Field(() => String, { nullable: true, description: 'The rule in words.' })
  @IsOptional()
  @IsNotEmpty()
  @MaxLength(2_000)
  readonly text?: string;

  @Field(() => String, { nullable: true, description: 'A threshold in hectares, digits with a point.' })
  readonly areaHa?: string;

  @Field(() => String, { nullable: true, description: 'A threshold in per cent, digits with a point.' })
  readonly percent?: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'First day, where the source states it.' })
  readonly from?: LocalDate;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Day after the last.' })
  readonly to?: LocalDate;

  @Field(() => ID, { description: 'The decision.' })
  @IsNotEmpty()
  readonly actId!: string;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsNotEmpty()
  @MaxLength(200)
  readonly article?: string;

  @Field(() => [ID], { nullable: true, description: 'Rules whose place it takes in its territory.' })
  readonly replacesRuleIds?: string[];

  @Field(() => String, {
    nullable: true,
    description: 'Why what is recorded under its id is wrong; makes it a correction.',
  })
  @IsOptional()
  @MaxLength(2_000)
  readonly reason?: string;

  @Field(() => Int, { nullable: true, description: 'The revision a correction was decided on.' })
  @IsOptional()
  @Min(0)
  readonly expectedRevision?: number;
}
