import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsNotEmpty,
  IsOptional,
  IsUUID,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import type { LifecycleState, LocalDate, Provenance } from '#domain';
import { LifecycleStateEnum, ProvenanceEnum } from '../enums.js';
import { LocalDateScalar } from '../scalars.js';
import { DecisionInput } from './acts.input.js';

/** What is decided on a registered cluster, with where it was read. */
@InputType({ isAbstract: true })
export abstract class ClusterFactInput extends DecisionInput {
  @Field(() => ID)
  @IsNotEmpty()
  readonly clusterId!: string;

  @Field(() => ProvenanceEnum)
  readonly provenance!: Provenance;

  @Field(() => String, { description: 'Where it was read.' })
  @IsNotEmpty()
  @MaxLength(2_000)
  readonly source!: string;
}

@InputType('ScheduleInput')
export class ScheduleInputType {
  @Field(() => String, { nullable: true, description: 'A year or a quarter, as 2025 or 2026-Q3.' })
  readonly startsIn?: string;

  @Field(() => String, { nullable: true })
  readonly endsIn?: string;
}

@InputType('ProcedureClockInput')
export class ProcedureClockInputType {
  @Field(() => LocalDateScalar)
  readonly startedOn!: LocalDate;

  @Field(() => Int)
  @Min(1)
  readonly limitDays!: number;

  @Field(() => Boolean)
  readonly working!: boolean;

  @Field(() => Int, { nullable: true })
  @IsOptional()
  @Min(0)
  readonly stoppedDays?: number;
}

@InputType('ProcedureInput')
export class ProcedureInputType {
  @Field(() => ID, { description: 'The decree that it finishes under.' })
  @IsNotEmpty()
  readonly applicableActId!: string;

  @Field(() => ProcedureClockInputType, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => ProcedureClockInputType)
  readonly clock?: ProcedureClockInputType;
}

@InputType('AdvanceClusterInput')
export class AdvanceClusterInputType extends ClusterFactInput {
  @Field(() => LifecycleStateEnum, {
    nullable: true,
    description: 'The state it leaves; absent where the sources do not say.',
  })
  readonly from?: LifecycleState;

  @Field(() => LifecycleStateEnum)
  readonly to!: LifecycleState;

  @Field(() => LocalDateScalar, { description: 'First day of the new state; may lie in the past.' })
  readonly effectiveOn!: LocalDate;

  @Field(() => LocalDateScalar, { nullable: true })
  readonly signedOn?: LocalDate;

  @Field(() => ID, { nullable: true, description: 'Required for ESTABLISHED, EXPANDING and REVOKED.' })
  readonly actId?: string;

  @Field(() => ProcedureInputType, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => ProcedureInputType)
  readonly procedure?: ProcedureInputType;

  @Field(() => ID, { nullable: true, description: 'The event of the step that was wrong.' })
  @IsOptional()
  @IsUUID()
  readonly corrects?: string;
}

@InputType('ClusterChangesInput')
export class ClusterChangesInputType {
  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(500)
  readonly name?: string;

  @Field(() => String, { nullable: true, description: 'The place as the decision words it.' })
  @IsOptional()
  @MaxLength(2_000)
  readonly locationText?: string;

  @Field(() => String, { nullable: true, description: 'The whole area; at most 5 ha more than was decided.' })
  readonly areaHa?: string;

  @Field(() => [String], { nullable: true, description: 'All industries from then on.' })
  @IsOptional()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  readonly industries?: string[];

  @Field(() => String, { nullable: true, description: 'Whole đồng.' })
  readonly capitalVnd?: string;

  @Field(() => ScheduleInputType, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => ScheduleInputType)
  readonly schedule?: ScheduleInputType;

  @Field(() => String, { nullable: true, description: 'As the decision words it; it appoints nobody.' })
  @IsOptional()
  @MaxLength(2_000)
  readonly investorText?: string;
}

@InputType('AdjustClusterInput')
export class AdjustClusterInputType extends ClusterFactInput {
  @Field(() => ClusterChangesInputType)
  @ValidateNested()
  @Type(() => ClusterChangesInputType)
  readonly changes!: ClusterChangesInputType;

  @Field(() => LocalDateScalar)
  readonly effectiveOn!: LocalDate;

  @Field(() => LocalDateScalar, { nullable: true })
  readonly signedOn?: LocalDate;

  @Field(() => ID, { description: 'The decision that adjusts.' })
  @IsNotEmpty()
  readonly actId!: string;

  @Field(() => ID, { nullable: true, description: 'The event of the adjustment that was wrong.' })
  @IsOptional()
  @IsUUID()
  readonly corrects?: string;
}

@InputType('ClusterPhaseInput')
export class ClusterPhaseInputType {
  @Field(() => ID, { description: 'Small letters, digits and hyphens, as phase-1.' })
  @IsNotEmpty()
  @MaxLength(120)
  readonly phaseId!: string;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsNotEmpty()
  @MaxLength(500)
  readonly name?: string;

  @Field(() => String, { nullable: true })
  readonly areaHa?: string;

  @Field(() => ScheduleInputType, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => ScheduleInputType)
  readonly schedule?: ScheduleInputType;
}

@InputType('RecordPhasesInput')
export class RecordPhasesInputType extends ClusterFactInput {
  @Field(() => [ClusterPhaseInputType], { description: 'All phases; they replace those recorded before.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => ClusterPhaseInputType)
  readonly phases!: ClusterPhaseInputType[];

  @Field(() => LocalDateScalar, { nullable: true, description: 'First day; absent since the cluster began.' })
  readonly from?: LocalDate;

  @Field(() => ID, { nullable: true })
  readonly actId?: string;
}

@InputType('ClusterShareInput')
export class ClusterShareInputType {
  @Field(() => ID)
  @IsNotEmpty()
  readonly unitId!: string;

  @Field(() => String, { description: 'Hectares, digits with a point.' })
  @IsNotEmpty()
  readonly areaHa!: string;
}

@InputType('RecordSharesInput')
export class RecordSharesInputType extends ClusterFactInput {
  @Field(() => [ClusterShareInputType], { description: 'All shares; they replace those recorded before.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => ClusterShareInputType)
  readonly shares!: ClusterShareInputType[];

  @Field(() => LocalDateScalar, { nullable: true, description: 'First day; absent since the cluster began.' })
  readonly from?: LocalDate;

  @Field(() => ID, { nullable: true })
  readonly actId?: string;
}
