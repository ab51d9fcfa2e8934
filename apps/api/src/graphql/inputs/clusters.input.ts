import { Field, ID, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMinSize,
  ArrayMaxSize,
  IsNotEmpty,
  IsOptional,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import type { ClusterStatus, InvestorKind, LocalDate, PlacementPrecision, Provenance } from '#domain';
import { ClusterStatusEnum, InvestorKindEnum, PlacementPrecisionEnum, ProvenanceEnum } from '../enums.js';
import { LocalDateScalar } from '../scalars.js';
import { CommandInput, DecisionInput } from './acts.input.js';

@InputType('PlacementInput')
export class PlacementInputType {
  @Field(() => LocalDateScalar, { nullable: true, description: 'First day; absent since the cluster began.' })
  readonly from?: LocalDate;

  @Field(() => PlacementPrecisionEnum)
  readonly precision!: PlacementPrecision;

  @Field(() => [ID], { description: 'Several communes where it spans them.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  readonly unitIds!: string[];

  @Field(() => Boolean, {
    defaultValue: true,
    description: 'False where the source names some of its communes and not all.',
  })
  readonly complete!: boolean;

  @Field(() => ProvenanceEnum)
  readonly provenance!: Provenance;

  @Field(() => String)
  @IsNotEmpty()
  @MaxLength(2_000)
  readonly evidence!: string;

  @Field(() => ID, { nullable: true })
  readonly actId?: string;
}

@InputType('ClusterDocumentInput')
export class ClusterDocumentInputType {
  @Field(() => ID)
  @IsNotEmpty()
  readonly actId!: string;

  @Field(() => String)
  @IsNotEmpty()
  @MaxLength(500)
  readonly subject!: string;
}

@InputType('ClusterClaimInput')
export class ClusterClaimInputType {
  @Field(() => String)
  @IsNotEmpty()
  @MaxLength(100)
  readonly field!: string;

  @Field(() => String)
  @IsNotEmpty()
  @MaxLength(2_000)
  readonly value!: string;

  @Field(() => LocalDateScalar, { nullable: true })
  readonly asOf?: LocalDate;

  @Field(() => ProvenanceEnum)
  readonly provenance!: Provenance;

  @Field(() => String)
  @IsNotEmpty()
  @MaxLength(2_000)
  readonly source!: string;
}

@InputType('InvestorInput')
export class InvestorInputType {
  @Field(() => InvestorKindEnum)
  readonly kind!: InvestorKind;

  @Field(() => String, { nullable: true, description: 'Required but for NONE and UNKNOWN.' })
  @IsOptional()
  @MaxLength(500)
  readonly name?: string;

  @Field(() => ID, {
    nullable: true,
    description: "The committee's unit, or the district a public service unit belonged to.",
  })
  readonly unitId?: string;

  @Field(() => LocalDateScalar, { nullable: true })
  readonly from?: LocalDate;

  @Field(() => ID, { nullable: true })
  readonly actId?: string;
}

@InputType('RegisterClusterInput')
export class RegisterClusterInputType extends CommandInput {
  @Field(() => ID, {
    nullable: true,
    description: 'Made from the name where absent; small letters, digits and hyphens.',
  })
  @IsOptional()
  @Matches(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  @MaxLength(120)
  readonly clusterId?: string;

  @Field(() => String)
  @IsNotEmpty()
  @MaxLength(500)
  readonly name!: string;

  @Field(() => ClusterStatusEnum)
  readonly status!: ClusterStatus;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'First day on which it is known to exist; may lie in the past.',
  })
  readonly since?: LocalDate;

  @Field(() => String, { nullable: true, description: 'Hectares, digits with a point.' })
  readonly areaHa?: string;

  @Field(() => [PlacementInputType])
  @ValidateNested({ each: true })
  @Type(() => PlacementInputType)
  readonly placements!: PlacementInputType[];

  @Field(() => [ClusterDocumentInputType], { defaultValue: [] })
  @ValidateNested({ each: true })
  @Type(() => ClusterDocumentInputType)
  readonly documents!: ClusterDocumentInputType[];

  @Field(() => [ClusterClaimInputType], { defaultValue: [] })
  @ValidateNested({ each: true })
  @Type(() => ClusterClaimInputType)
  readonly claims!: ClusterClaimInputType[];

  @Field(() => InvestorInputType, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => InvestorInputType)
  readonly investor?: InvestorInputType;

  @Field(() => ProvenanceEnum)
  readonly provenance!: Provenance;

  @Field(() => String)
  @IsNotEmpty()
  @MaxLength(2_000)
  readonly source!: string;
}

@InputType('PlaceClusterInput')
export class PlaceClusterInputType extends DecisionInput {
  @Field(() => ID)
  @IsNotEmpty()
  readonly clusterId!: string;

  @Field(() => [ID])
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  readonly communeIds!: string[];

  @Field(() => LocalDateScalar, { description: 'First day for which the evidence holds.' })
  readonly from!: LocalDate;

  @Field(() => String, { description: 'The plan, parcel, survey or decision that shows it.' })
  @IsNotEmpty()
  @MaxLength(2_000)
  readonly evidence!: string;

  @Field(() => ID)
  @IsNotEmpty()
  readonly actId!: string;
}
