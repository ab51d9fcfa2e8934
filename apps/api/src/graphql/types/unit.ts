import { Field, ObjectType } from '@nestjs/graphql';
import type { Clocks } from '#application';
import { SuccessionExtentEnum, UnitKindEnum, UnitLevelEnum } from '../enums.js';
import { IdField, OptionalDayField, OptionalTextField, TextField } from '../fields.js';
import { connectionOf } from './connection.js';

@ObjectType('AdministrativeUnit', {
  description: 'An administrative unit (đơn vị hành chính) as it stood on the day asked about.',
})
export class UnitType {
  readonly clocks!: Clocks;
  readonly parentId?: string;

  @IdField('Qualified by its era: 15520@origin, 15520@2025-07-01.') readonly id!: string;
  @OptionalTextField('National code; the lists carry none for districts.') readonly code?: string;
  @TextField('Full name with its kind.') readonly name!: string;
  @Field(() => UnitLevelEnum) readonly level!: string;
  @Field(() => UnitKindEnum) readonly kind!: string;
  @OptionalDayField('First day; absent where it existed before the lists begin.') readonly validFrom?: string;
  @OptionalDayField('Day after the last; absent where no end is known.') readonly validTo?: string;

  @Field(() => [String], { description: 'Other codes and names under which it is found.' })
  readonly aliases!: readonly string[];
}

@ObjectType('Succession', { description: 'A step of the lineage of units.' })
export class SuccessionType {
  readonly clocks!: Clocks;
  readonly fromId!: string;
  readonly toId!: string;
  readonly actId?: string;

  @Field(() => SuccessionExtentEnum) readonly extent!: string;
  @OptionalDayField() readonly effectiveOn?: string;
}

export const UnitConnection = connectionOf('AdministrativeUnit', UnitType);
