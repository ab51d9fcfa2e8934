import { Field, ObjectType } from '@nestjs/graphql';
import { DutyGroupEnum, DutySubjectEnum, HolderLevelEnum, ProvenanceEnum } from '../enums.js';
import { FlagField, IdField, OptionalDayField, OptionalTextField, TextField } from '../fields.js';

@ObjectType('DutyRule', { description: 'One period of a duty: who holds it by law, and on what basis.' })
export class DutyRuleType {
  readonly knownSeq!: number;
  readonly basisActId?: string;

  @Field(() => HolderLevelEnum) readonly holderLevel!: string;
  @OptionalDayField('First day; absent where the sources do not say since when.') readonly from?: string;
  @OptionalDayField('Exclusive; absent where only the lapse of its act ends it.') readonly to?: string;
  @OptionalTextField() readonly article?: string;
  @Field(() => ProvenanceEnum) readonly provenance!: string;
}

@ObjectType('Duty', { description: 'A duty of the catalogue.' })
export class DutyType {
  @IdField() readonly id!: string;
  @Field(() => DutyGroupEnum) readonly group!: string;
  @TextField('Vietnamese name.') readonly name!: string;
  @Field(() => DutySubjectEnum) readonly appliesTo!: string;

  @FlagField('The law leaves it to the province how to apply this; no duty moves (NĐ 139/2025 Đ.12).')
  readonly decisionRule!: boolean;

  @OptionalTextField('What is uncertain about it.') readonly note?: string;
  @Field(() => [DutyRuleType]) readonly rules!: readonly DutyRuleType[];
}
