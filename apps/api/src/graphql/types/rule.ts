import { Field, ObjectType } from '@nestjs/graphql';
import type { Clocks } from '#application';
import { RuleMatterEnum, RuleStatusEnum } from '../enums.js';
import { ExplanationField, IdsField, OptionalDayField, OptionalTextField } from '../fields.js';
import { RegisteredType } from './bases.js';

@ObjectType('DecisionRule', { description: 'What a province decided on one matter.' })
export class DecisionRuleType extends RegisteredType {
  readonly provinceUnitId!: string;
  readonly territoryUnitId?: string;
  readonly actId!: string;

  @Field(() => RuleMatterEnum) readonly matter!: string;
  @OptionalTextField('The rule in words.') readonly text?: string;
  @OptionalTextField('A threshold in hectares, a decimal number as text.') readonly areaHa?: string;
  @OptionalTextField('A threshold in per cent, a decimal number as text.') readonly percent?: string;

  @OptionalDayField('First day as stated; absent where the source is silent, and then that of its act.')
  readonly from?: string;

  @OptionalDayField('Exclusive; absent where only the end of its act ends it.') readonly to?: string;
  @OptionalTextField() readonly article?: string;
  @IdsField('Rules whose place it takes in its territory.') readonly replacesRuleIds!: readonly string[];
}

@ObjectType('DecisionRuleAnswer', {
  description: 'Which rule applied to one matter in one territory on the day; no rule is an answer.',
})
export class DecisionRuleAnswerType {
  readonly clocks!: Clocks;
  readonly territoryUnitId!: string;
  readonly formerProvinceUnitId?: string;

  @Field(() => RuleMatterEnum) readonly matter!: string;
  @Field(() => RuleStatusEnum) readonly status!: string;

  @Field(() => [DecisionRuleType], { description: 'The one that applies; all of them where they conflict.' })
  readonly rules!: readonly DecisionRuleType[];

  @ExplanationField() readonly explanation!: string;
}
