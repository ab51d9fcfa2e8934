import { Field, ID, InputType } from '@nestjs/graphql';
import { IsOptional, Matches, MaxLength } from 'class-validator';
import type { ClusterStatus, InvestorKind, LocalDate, PlacementPrecision, Provenance } from '#domain';
import { ClusterStatusEnum, InvestorKindEnum, PlacementPrecisionEnum, ProvenanceEnum } from '../enums.js';
import { DayField, OptionalDayField, OptionalIdField, OptionalTextField } from '../fields.js';
import { DecisionInput, FactInput } from './acts.input.js';
import {
  CheckedId,
  CheckedText,
  OptionalNote,
  OptionalPartField,
  PartsField,
  SourceField,
  UnitIdsField,
} from './checked.js';

/** Where something lies, and how that is known. */
@InputType({ isAbstract: true })
export abstract class PlaceInput {
  @Field(() => PlacementPrecisionEnum) readonly precision!: PlacementPrecision;
  @UnitIdsField('Several communes where it spans them.') readonly unitIds!: string[];

  @Field(() => Boolean, {
    defaultValue: true,
    description: 'False where the source names some of its communes and not all.',
  })
  readonly complete!: boolean;

  @Field(() => ProvenanceEnum) readonly provenance!: Provenance;
  @CheckedText(2_000) readonly evidence!: string;
}

@InputType('PlacementInput')
export class PlacementInputType extends PlaceInput {
  @OptionalDayField('First day; absent since the cluster began.') readonly from?: LocalDate;
  @OptionalIdField() readonly actId?: string;
}

@InputType('ClusterDocumentInput')
export class ClusterDocumentInputType {
  @CheckedId() readonly actId!: string;
  @CheckedText(500) readonly subject!: string;
}

@InputType('ClusterClaimInput')
export class ClusterClaimInputType {
  @CheckedText(100) readonly field!: string;
  @CheckedText(2_000) readonly value!: string;
  @OptionalDayField() readonly asOf?: LocalDate;
  @Field(() => ProvenanceEnum) readonly provenance!: Provenance;
  @SourceField() readonly source!: string;
}

@InputType('InvestorInput')
export class InvestorInputType {
  @Field(() => InvestorKindEnum) readonly kind!: InvestorKind;
  @OptionalNote(500, 'Required but for NONE and UNKNOWN.') readonly name?: string;

  @OptionalIdField("The committee's unit, or the district a public service unit belonged to.")
  readonly unitId?: string;

  @OptionalDayField() readonly from?: LocalDate;
  @OptionalIdField() readonly actId?: string;
}

@InputType('RegisterClusterInput')
export class RegisterClusterInputType extends FactInput {
  @Field(() => ID, {
    nullable: true,
    description: 'Made from the name where absent; small letters, digits and hyphens.',
  })
  @IsOptional()
  @Matches(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  @MaxLength(120)
  readonly clusterId?: string;

  @CheckedText(500) readonly name!: string;
  @Field(() => ClusterStatusEnum) readonly status!: ClusterStatus;

  @OptionalDayField('First day on which it is known to exist; may lie in the past.')
  readonly since?: LocalDate;

  @OptionalTextField('Hectares, digits with a point.') readonly areaHa?: string;
  @PartsField(() => PlacementInputType, {}) readonly placements!: PlacementInputType[];

  @PartsField(() => ClusterDocumentInputType, { absent: 'EMPTY' })
  readonly documents!: ClusterDocumentInputType[];

  @PartsField(() => ClusterClaimInputType, { absent: 'EMPTY' }) readonly claims!: ClusterClaimInputType[];
  @OptionalPartField(() => InvestorInputType) readonly investor?: InvestorInputType;
}

@InputType('PlaceClusterInput')
export class PlaceClusterInputType extends DecisionInput {
  @CheckedId() readonly clusterId!: string;
  @UnitIdsField() readonly communeIds!: string[];
  @DayField('First day for which the evidence holds.') readonly from!: LocalDate;
  @CheckedText(2_000, 'The plan, parcel, survey or decision that shows it.') readonly evidence!: string;
  @CheckedId() readonly actId!: string;
}
