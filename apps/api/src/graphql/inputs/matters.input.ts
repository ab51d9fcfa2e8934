import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsNotEmpty,
  IsOptional,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import type {
  ClockChangeKind,
  LocalDate,
  MatterKind,
  MatterOutcome,
  MatterPlaceRole,
  MatterStage,
  PlacementPrecision,
  Provenance,
} from '#domain';
import {
  ClockChangeEnum,
  MatterKindEnum,
  MatterOutcomeEnum,
  MatterPlaceRoleEnum,
  MatterStageEnum,
  PlacementPrecisionEnum,
  ProvenanceEnum,
} from '../enums.js';
import { LocalDateScalar } from '../scalars.js';
import { FactInput } from './acts.input.js';
import { ClusterDocumentInputType } from './clusters.input.js';

@InputType('MatterFilter')
export class MatterFilterInput {
  @Field(() => MatterStageEnum, { nullable: true })
  readonly stage?: MatterStage;

  @Field(() => MatterKindEnum, { nullable: true })
  readonly kind?: MatterKind;

  @Field(() => ID, { nullable: true, description: 'The office whose turn it is on the day.' })
  readonly officeId?: string;

  @Field(() => ID, { nullable: true })
  readonly subjectId?: string;

  @Field(() => ID, { nullable: true, description: 'A unit that had it, or in which it lay.' })
  readonly dissolvedUnitId?: string;

  @Field(() => ID, { nullable: true })
  readonly provinceId?: string;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'True: in flight when the districts ended, or not stated whether it was; atCutover tells which. False: not in flight then.',
  })
  readonly inFlightAtCutover?: boolean;

  @Field(() => Boolean, { nullable: true, description: 'An office still has to accept it on the day.' })
  readonly withoutAcceptance?: boolean;
}

@InputType('MatterPlaceInput')
export class MatterPlaceInputType {
  @Field(() => MatterPlaceRoleEnum, {
    description: 'APPLICANT for the person or enterprise, SUBJECT for what the matter is about.',
  })
  readonly of!: MatterPlaceRole;

  @Field(() => PlacementPrecisionEnum)
  readonly precision!: PlacementPrecision;

  @Field(() => [ID])
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
}

@InputType('MatterClockInput')
export class MatterClockInputType {
  @Field(() => Int)
  readonly days!: number;

  @Field(() => Boolean, { description: 'Only working days count.' })
  readonly working!: boolean;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day after which it is counted.' })
  readonly startedOn?: LocalDate;

  @Field(() => LocalDateScalar, { nullable: true, description: 'First day on which it stood still.' })
  readonly pausedOn?: LocalDate;

  @Field(() => Int, { nullable: true, description: 'Days that were left when the districts ended.' })
  readonly remainingAtCutover?: number;

  @Field(() => ID, { nullable: true })
  readonly actId?: string;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsNotEmpty()
  @MaxLength(200)
  readonly article?: string;
}

@InputType('RecordMatterInput')
export class RecordMatterInputType extends FactInput {
  @Field(() => ID, { description: 'Small letters, digits and hyphens; unique over all kinds of subjects.' })
  @IsNotEmpty()
  readonly matterId!: string;

  @Field(() => MatterKindEnum)
  readonly kind!: MatterKind;

  @Field(() => String)
  @IsNotEmpty()
  @MaxLength(500)
  readonly title!: string;

  @Field(() => ID, { nullable: true, description: 'A registered cluster, project or scheme.' })
  readonly subjectId?: string;

  @Field(() => ID, { nullable: true, description: 'The office whose turn it was; absent where not stated.' })
  readonly officeId?: string;

  @Field(() => [MatterPlaceInputType], { defaultValue: [] })
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  @Type(() => MatterPlaceInputType)
  readonly places!: MatterPlaceInputType[];

  @Field(() => String, { description: 'What was to be done next.' })
  @IsNotEmpty()
  @MaxLength(2_000)
  readonly step!: string;

  @Field(() => LocalDateScalar, { description: 'The day for which the source says so.' })
  readonly asOf!: LocalDate;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day on which it was opened.' })
  readonly startedOn?: LocalDate;

  @Field(() => ID, { nullable: true, description: 'The decree under which it was opened.' })
  readonly applicableActId?: string;

  @Field(() => MatterClockInputType, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => MatterClockInputType)
  readonly clock?: MatterClockInputType;

  @Field(() => [ClusterDocumentInputType], { defaultValue: [] })
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => ClusterDocumentInputType)
  readonly documents!: ClusterDocumentInputType[];
}

/** What every step of a matter takes. */
@InputType({ isAbstract: true })
export abstract class MatterStepInput extends FactInput {
  @Field(() => ID)
  @IsNotEmpty()
  readonly matterId!: string;

  @Field(() => LocalDateScalar, { description: 'First day on which it counts.' })
  readonly effectiveOn!: LocalDate;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Day of the paper, where it is known.' })
  readonly signedOn?: LocalDate;

  @Field(() => Int, { description: 'The revision it was decided on.' })
  @Min(0)
  readonly expectedRevision!: number;
}

@InputType('TakeOverMatterInput')
export class TakeOverMatterInputType extends MatterStepInput {
  @Field(() => ID, { description: 'The office that its territory leads to.' })
  @IsNotEmpty()
  readonly officeId!: string;

  @Field(() => ID, { description: 'The act that it rests on.' })
  @IsNotEmpty()
  readonly actId!: string;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsNotEmpty()
  @MaxLength(200)
  readonly article?: string;
}

@InputType('CoordinateMatterInput')
export class CoordinateMatterInputType extends TakeOverMatterInputType {
  @Field(() => String, { description: 'Why, in one sentence.' })
  @MaxLength(2_000)
  readonly reason!: string;
}

@InputType('AcceptMatterInput')
export class AcceptMatterInputType extends MatterStepInput {}

@InputType('MatterClockChangeInput')
export class MatterClockChangeInputType {
  @Field(() => ClockChangeEnum)
  readonly change!: ClockChangeKind;

  @Field(() => Int, { nullable: true, description: 'Where it starts or is extended.' })
  readonly days?: number;

  @Field(() => Boolean, { nullable: true, description: 'Where it starts: only working days count.' })
  readonly working?: boolean;
}

@InputType('AdvanceMatterInput')
export class AdvanceMatterInputType extends MatterStepInput {
  @Field(() => String, { nullable: true, description: 'What is to be done next.' })
  @IsOptional()
  @IsNotEmpty()
  @MaxLength(2_000)
  readonly step?: string;

  @Field(() => MatterClockChangeInputType, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => MatterClockChangeInputType)
  readonly clock?: MatterClockChangeInputType;

  @Field(() => ID, { nullable: true })
  readonly actId?: string;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsNotEmpty()
  @MaxLength(200)
  readonly article?: string;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsNotEmpty()
  @MaxLength(2_000)
  readonly reason?: string;
}

@InputType('CloseMatterInput')
export class CloseMatterInputType extends MatterStepInput {
  @Field(() => MatterOutcomeEnum)
  readonly outcome!: MatterOutcome;

  @Field(() => ID, { nullable: true })
  readonly actId?: string;

  @Field(() => String, { description: 'Why, in one sentence.' })
  @MaxLength(2_000)
  readonly reason!: string;
}
