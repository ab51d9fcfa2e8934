import { Field, ObjectType } from '@nestjs/graphql';
import { LifecycleStateEnum } from '../enums.js';
import {
  DayField,
  FlagField,
  IdField,
  IntField,
  OptionalDayField,
  OptionalIdField,
  OptionalIntField,
  OptionalTextField,
  TextField,
} from '../fields.js';
import { SourcedAtClocksType, SourcedStepType, SourcedType } from './bases.js';

@ObjectType('Schedule', { description: 'A span as plans state it: years or quarters, as 2025 or 2026-Q3.' })
export class ScheduleType {
  @OptionalTextField() readonly startsIn?: string;
  @OptionalTextField() readonly endsIn?: string;
}

@ObjectType('ClusterName')
export class ClusterNameType {
  readonly actId?: string;
  readonly knownSeq!: number;

  @TextField() readonly name!: string;
  @OptionalDayField('Absent for the registered name.') readonly from?: string;
}

@ObjectType('ProcedureClock')
export class ProcedureClockType {
  @DayField() readonly startedOn!: string;
  @IntField() readonly limitDays!: number;
  @FlagField('Only working days count.') readonly working!: boolean;
  @OptionalIntField('Days on which it stood still for supplements.') readonly stoppedDays?: number;
}

@ObjectType('Procedure', { description: 'A procedure in progress; no reorganisation starts its clock anew.' })
export class ProcedureType {
  readonly applicableActId!: string;
  readonly knownSeq!: number;

  @Field(() => ProcedureClockType, { nullable: true }) readonly clock?: ProcedureClockType;
}

@ObjectType('LifecycleStep', { description: 'A step of a cluster’s life.' })
export class LifecycleStepType extends SourcedStepType {
  @Field(() => LifecycleStateEnum, { nullable: true, description: 'Absent where the sources do not say.' })
  readonly from?: string;

  @Field(() => LifecycleStateEnum) readonly to!: string;
  @DayField() readonly effectiveOn!: string;
  @OptionalDayField('Of the paper, where that is another day.') readonly signedOn?: string;
  @Field(() => ProcedureType, { nullable: true }) readonly procedure?: ProcedureType;
  @OptionalTextField() readonly reason?: string;
  @IdField('Of the event that recorded it; a correction names it.') readonly eventId!: string;
  @OptionalIdField('The event that it corrects.') readonly corrects?: string;
}

@ObjectType('ClusterLifecycle', { description: 'Where a cluster stands on the day, as known.' })
export class ClusterLifecycleType {
  @Field(() => LifecycleStateEnum, { nullable: true, description: 'Null where nothing recorded says so.' })
  readonly state?: string;

  @OptionalDayField('First day of that state; null where the sources do not say.') readonly since?: string;

  @Field(() => LifecycleStepType, {
    nullable: true,
    description: 'The step that led there; null where only the registration says so.',
  })
  readonly step?: LifecycleStepType;

  @FlagField('The districts ended in the middle of a procedure, which went on with its clock and its decree.')
  readonly inFlightAtCutover!: boolean;

  @Field(() => [LifecycleStepType], { description: 'The steps up to the day; corrected ones are left out.' })
  readonly history!: readonly LifecycleStepType[];
}

@ObjectType('ClusterPhase')
export class ClusterPhaseType extends SourcedType {
  @IdField() readonly phaseId!: string;
  @OptionalTextField() readonly name?: string;
  @OptionalTextField('Hectares.') readonly areaHa?: string;
  @Field(() => ScheduleType, { nullable: true }) readonly schedule?: ScheduleType;
}

@ObjectType('ClusterShare', { description: 'How much of a cluster lies in a unit.' })
export class ClusterShareType extends SourcedAtClocksType {
  readonly unitId!: string;

  @TextField('Hectares.') readonly areaHa!: string;
}
