import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Clocks } from '#application';
import { ProvenanceEnum, RuleMatterEnum, RuleStatusEnum } from '../enums.js';
import { LocalDateScalar } from '../scalars.js';

@ObjectType('DecisionRule', { description: 'What a province decided on one matter.' })
export class DecisionRuleType {
  readonly clocks!: Clocks;
  readonly provinceUnitId!: string;
  readonly territoryUnitId?: string;
  readonly actId!: string;

  @Field(() => ID)
  readonly id!: string;

  @Field(() => RuleMatterEnum)
  readonly matter!: string;

  @Field(() => String, { nullable: true, description: 'The rule in words.' })
  readonly text?: string;

  @Field(() => String, { nullable: true, description: 'A threshold in hectares, a decimal number as text.' })
  readonly areaHa?: string;

  @Field(() => String, { nullable: true, description: 'A threshold in per cent, a decimal number as text.' })
  readonly percent?: string;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'First day as stated; absent where the source is silent, and then that of its act.',
  })
  readonly from?: string;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Exclusive; absent where only the end of its act ends it.',
  })
  readonly to?: string;

  @Field(() => String, { nullable: true })
  readonly article?: string;

  @Field(() => [ID], { description: 'Rules whose place it takes in its territory.' })
  readonly replacesRuleIds!: readonly string[];

  @Field(() => ProvenanceEnum)
  readonly provenance!: string;

  @Field(() => String)
  readonly source!: string;

  @Field(() => Int, { description: 'For expectedRevision.' })
  readonly revision!: number;
}

@ObjectType('DecisionRuleAnswer', {
  description: 'Which rule applied to one matter in one territory on the day; no rule is an answer.',
})
export class DecisionRuleAnswerType {
  readonly clocks!: Clocks;
  readonly territoryUnitId!: string;
  readonly formerProvinceUnitId?: string;

  @Field(() => RuleMatterEnum)
  readonly matter!: string;

  @Field(() => RuleStatusEnum)
  readonly status!: string;

  @Field(() => [DecisionRuleType], { description: 'The one that applies; all of them where they conflict.' })
  readonly rules!: readonly DecisionRuleType[];

  @Field(() => String, { description: 'One plain sentence.' })
  readonly explanation!: string;
}
