import { Field, InputType } from '@nestjs/graphql';
import type { LocalDate, RuleMatter } from '#domain';
import { RuleMatterEnum } from '../enums.js';
import { OptionalDayField, OptionalIdsField, OptionalTextField } from '../fields.js';
import { FactInput } from './acts.input.js';
import {
  CheckedId,
  OptionalCheckedId,
  OptionalCheckedText,
  OptionalExpectedRevisionField,
  OptionalNote,
} from './checked.js';

@InputType('DecideRuleInput')
export class DecideRuleInputType extends FactInput {
  @Field(() => RuleMatterEnum) readonly matter!: RuleMatter;
  @CheckedId('The province that decided, of its time.') readonly provinceUnitId!: string;

  @OptionalCheckedId('The unit whose territory it covers; absent: all of the province.')
  readonly territoryUnitId?: string;

  @OptionalCheckedText(2_000, 'The rule in words.') readonly text?: string;
  @OptionalTextField('A threshold in hectares, digits with a point.') readonly areaHa?: string;
  @OptionalTextField('A threshold in per cent, digits with a point.') readonly percent?: string;
  @OptionalDayField('First day, where the source states it.') readonly from?: LocalDate;
  @OptionalDayField('Day after the last.') readonly to?: LocalDate;
  @CheckedId('The decision.') readonly actId!: string;
  @OptionalCheckedText(200) readonly article?: string;
  @OptionalIdsField('Rules whose place it takes in its territory.') readonly replacesRuleIds?: string[];

  @OptionalNote(2_000, 'Why what is recorded under its id is wrong; makes it a correction.')
  readonly reason?: string;

  @OptionalExpectedRevisionField('The revision a correction was decided on.')
  readonly expectedRevision?: number;
}
