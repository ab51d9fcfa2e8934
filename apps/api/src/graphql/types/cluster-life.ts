import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Clocks } from '#application';
import { LifecycleStateEnum, ProvenanceEnum } from '../enums.js';
import { LocalDateScalar } from '../scalars.js';

@ObjectType('Schedule', { description: 'A span as plans state it: years or quarters, as 2025 or 2026-Q3.' })
export class ScheduleType {
  @Field(() => String, { nullable: true })
  readonly startsIn?: string;

  @Field(() => String, { nullable: true })
  readonly endsIn?: string;
}

@ObjectType('ClusterName')
export class ClusterNameType {
  readonly actId?: string;
  readonly knownSeq!: number;

  @Field(() => String)
  readonly name!: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Absent for the registered name.' })
  readonly from?: string;
}

@ObjectType('ProcedureClock')
export class ProcedureClockType {
  @Field(() => LocalDateScalar)
  readonly startedOn!: string;

  @Field(() => Int)
  readonly limitDays!: number;

  @Field(() => Boolean, { description: 'Only working days count.' })
  readonly working!: boolean;

  @Field(() => Int, { nullable: true, description: 'Days on which it stood still for supplements.' })
  readonly stoppedDays?: number;
}

@ObjectType('Procedure', { description: 'A procedure in progress; no reorganisation starts its clock anew.' })
export class ProcedureType {
  readonly applicableActId!: string;
  readonly knownSeq!: number;

  @Field(() => ProcedureClockType, { nullable: true })
  readonly clock?: ProcedureClockType;
}

@ObjectType('LifecycleStep', { description: 'A step of a cluster’s life.' })
export class LifecycleStepType {
  readonly actId?: string;
  readonly knownSeq!: number;

  @Field(() => LifecycleStateEnum, { nullable: true, description: 'Absent where the sources do not say.' })
  readonly from?: string;

  @Field(() => LifecycleStateEnum)
  readonly to!: string;

  @Field(() => LocalDateScalar)
  readonly effectiveOn!: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Of the paper, where that is another day.' })
  readonly signedOn?: string;

  @Field(() => ProcedureType, { nullable: true })
  readonly procedure?: ProcedureType;

  @Field(() => String, { nullable: true })
  readonly reason?: string;

  @Field(() => ID, { description: 'Of the event that recorded it; a correction names it.' })
  readonly eventId!: string;

  @Field(() => ID, { nullable: true, description: 'The event that it corrects.' })
  readonly corrects?: string;

  @Field(() => ProvenanceEnum)
  readonly provenance!: string;

  @Field(() => String)
  readonly source!: string;
}

@ObjectType('ClusterLifecycle', { description: 'Where a cluster stands on the day, as known.' })
export class ClusterLifecycleType {
  @Field(() => LifecycleStateEnum, { nullable: true, description: 'Null where nothing recorded says so.' })
  readonly state?: string;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'First day of that state; null where the sources do not say.',
  })
  readonly since?: string;

  @Field(() => LifecycleStepType, {
    nullable: true,
    description: 'The step that led there; null where only the registration says so.',
  })
  readonly step?: LifecycleStepType;

  @Field(() => Boolean, {
    description:
      'The districts ended in the middle of a procedure, which went on with its clock and its decree.',
  })
  readonly inFlightAtCutover!: boolean;

  @Field(() => [LifecycleStepType], { description: 'The steps up to the day; corrected ones are left out.' })
  readonly history!: readonly LifecycleStepType[];
}

@ObjectType('ClusterPhase')
export class ClusterPhaseType {
  @Field(() => ID)
  readonly phaseId!: string;

  @Field(() => String, { nullable: true })
  readonly name?: string;

  @Field(() => String, { nullable: true, description: 'Hectares.' })
  readonly areaHa?: string;

  @Field(() => ScheduleType, { nullable: true })
  readonly schedule?: ScheduleType;

  @Field(() => ProvenanceEnum)
  readonly provenance!: string;

  @Field(() => String)
  readonly source!: string;
}

@ObjectType('ClusterShare', { description: 'How much of a cluster lies in a unit.' })
export class ClusterShareType {
  readonly clocks!: Clocks;
  readonly unitId!: string;

  @Field(() => String, { description: 'Hectares.' })
  readonly areaHa!: string;

  @Field(() => ProvenanceEnum)
  readonly provenance!: string;

  @Field(() => String)
  readonly source!: string;
}
