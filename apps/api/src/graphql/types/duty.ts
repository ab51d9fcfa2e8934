import { Field, ID, ObjectType } from '@nestjs/graphql';
import { DutyGroupEnum, DutySubjectEnum, HolderLevelEnum, ProvenanceEnum } from '../enums.js';
import { LocalDateScalar } from '../scalars.js';

@ObjectType('DutyRule', { description: 'One period of a duty: who holds it by law, and on what basis.' })
export class DutyRuleType {
  readonly knownSeq!: number;
  readonly basisActId?: string;

  @Field(() => HolderLevelEnum)
  readonly holderLevel!: string;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'First day; absent where the sources do not say since when.',
  })
  readonly from?: string;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Exclusive; absent where only the lapse of its act ends it.',
  })
  readonly to?: string;

  @Field(() => String, { nullable: true })
  readonly article?: string;

  @Field(() => ProvenanceEnum)
  readonly provenance!: string;
}

@ObjectType('Duty', { description: 'A duty of the catalogue.' })
export class DutyType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => DutyGroupEnum)
  readonly group!: string;

  @Field(() => String, { description: 'Vietnamese name.' })
  readonly name!: string;

  @Field(() => DutySubjectEnum)
  readonly appliesTo!: string;

  @Field(() => Boolean, {
    description: 'The law leaves it to the province how to apply this; no duty moves (NĐ 139/2025 Đ.12).',
  })
  readonly decisionRule!: boolean;

  @Field(() => String, { nullable: true, description: 'What is uncertain about it.' })
  readonly note?: string;

  @Field(() => [DutyRuleType])
  readonly rules!: readonly DutyRuleType[];
}
