import { Field, InputType, Int } from '@nestjs/graphql';
import { ArrayMaxSize, ArrayMinSize, IsNotEmpty, IsOptional, Min } from 'class-validator';
import type { LifecycleState, LocalDate, Provenance } from '#domain';
import { LifecycleStateEnum, ProvenanceEnum } from '../enums.js';
import { DayField, FlagField, OptionalDayField, OptionalIdField, OptionalTextField } from '../fields.js';
import { DecisionInput } from './acts.input.js';
import {
  CheckedId,
  OptionalCheckedText,
  OptionalEventIdField,
  OptionalNote,
  OptionalPartField,
  PartField,
  PartsField,
  SourceField,
} from './checked.js';

/** What is decided on a registered cluster, with where it was read. */
@InputType({ isAbstract: true })
export abstract class ClusterFactInput extends DecisionInput {
  @CheckedId() readonly clusterId!: string;
  @Field(() => ProvenanceEnum) readonly provenance!: Provenance;
  @SourceField() readonly source!: string;
}

@InputType('ScheduleInput')
export class ScheduleInputType {
  @OptionalTextField('A year or a quarter, as 2025 or 2026-Q3.') readonly startsIn?: string;
  @OptionalTextField() readonly endsIn?: string;
}

@InputType('ProcedureClockInput')
export class ProcedureClockInputType {
  @DayField() readonly startedOn!: LocalDate;

  @Field(() => Int)
  @Min(1)
  readonly limitDays!: number;

  @FlagField() readonly working!: boolean;

  @Field(() => Int, { nullable: true })
  @IsOptional()
  @Min(0)
  readonly stoppedDays?: number;
}

@InputType('ProcedureInput')
export class ProcedureInputType {
  @CheckedId('The decree that it finishes under.') readonly applicableActId!: string;
  @OptionalPartField(() => ProcedureClockInputType) readonly clock?: ProcedureClockInputType;
}

@InputType('AdvanceClusterInput')
export class AdvanceClusterInputType extends ClusterFactInput {
  @Field(() => LifecycleStateEnum, {
    nullable: true,
    description: 'The state it leaves; absent where the sources do not say.',
  })
  readonly from?: LifecycleState;

  @Field(() => LifecycleStateEnum) readonly to!: LifecycleState;
  @DayField('First day of the new state; may lie in the past.') readonly effectiveOn!: LocalDate;
  @OptionalDayField() readonly signedOn?: LocalDate;
  @OptionalIdField('Required for ESTABLISHED, EXPANDING and REVOKED.') readonly actId?: string;
  @OptionalPartField(() => ProcedureInputType) readonly procedure?: ProcedureInputType;
  @OptionalEventIdField('The event of the step that was wrong.') readonly corrects?: string;
}

@InputType('ClusterChangesInput')
export class ClusterChangesInputType {
  @OptionalNote(500) readonly name?: string;
  @OptionalNote(2_000, 'The place as the decision words it.') readonly locationText?: string;
  @OptionalTextField('The whole area; at most 5 ha more than was decided.') readonly areaHa?: string;

  @Field(() => [String], { nullable: true, description: 'All industries from then on.' })
  @IsOptional()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  readonly industries?: string[];

  @OptionalTextField('Whole đồng.') readonly capitalVnd?: string;
  @OptionalPartField(() => ScheduleInputType) readonly schedule?: ScheduleInputType;
  @OptionalNote(2_000, 'As the decision words it; it appoints nobody.') readonly investorText?: string;
}

@InputType('AdjustClusterInput')
export class AdjustClusterInputType extends ClusterFactInput {
  @PartField(() => ClusterChangesInputType) readonly changes!: ClusterChangesInputType;
  @DayField() readonly effectiveOn!: LocalDate;
  @OptionalDayField() readonly signedOn?: LocalDate;
  @CheckedId('The decision that adjusts.') readonly actId!: string;
  @OptionalEventIdField('The event of the adjustment that was wrong.') readonly corrects?: string;
}

@InputType('ClusterPhaseInput')
export class ClusterPhaseInputType {
  @CheckedId('Small letters, digits and hyphens, as phase-1.', 120) readonly phaseId!: string;
  @OptionalCheckedText(500) readonly name?: string;
  @OptionalTextField() readonly areaHa?: string;
  @OptionalPartField(() => ScheduleInputType) readonly schedule?: ScheduleInputType;
}

@InputType('RecordPhasesInput')
export class RecordPhasesInputType extends ClusterFactInput {
  @PartsField(() => ClusterPhaseInputType, {
    says: 'All phases; they replace those recorded before.',
    min: 1,
    max: 50,
  })
  readonly phases!: ClusterPhaseInputType[];

  @OptionalDayField('First day; absent since the cluster began.') readonly from?: LocalDate;
  @OptionalIdField() readonly actId?: string;
}

@InputType('ClusterShareInput')
export class ClusterShareInputType {
  @CheckedId() readonly unitId!: string;

  @Field(() => String, { description: 'Hectares, digits with a point.' })
  @IsNotEmpty()
  readonly areaHa!: string;
}

@InputType('RecordSharesInput')
export class RecordSharesInputType extends ClusterFactInput {
  @PartsField(() => ClusterShareInputType, {
    says: 'All shares; they replace those recorded before.',
    min: 1,
    max: 50,
  })
  readonly shares!: ClusterShareInputType[];

  @OptionalDayField('First day; absent since the cluster began.') readonly from?: LocalDate;
  @OptionalIdField() readonly actId?: string;
}
