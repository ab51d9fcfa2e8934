import { Field, ObjectType } from '@nestjs/graphql';
import type { Clocks } from '#application';
import { InvestorKindEnum, InvestorStageEnum, PendingStageEnum } from '../enums.js';
import {
  DayField,
  FlagField,
  IdField,
  IntField,
  OptionalDayField,
  OptionalIdField,
  OptionalTextField,
  TextField,
} from '../fields.js';
import { SourcedAtClocksType, SourcedStepType } from './bases.js';
import { connectionOf } from './connection.js';

@ObjectType('InvestorMember', { description: 'An enterprise of a joint venture, as far as it is named.' })
export class InvestorMemberType {
  readonly clocks!: Clocks;
  readonly officeId?: string;

  @OptionalTextField() readonly name?: string;
  @OptionalTextField('A decimal number as text; absent where not stated.') readonly sharePercent?: string;
}

@ObjectType('InvestorScore', { description: 'Points of the council (NĐ 32/2024 Đ.13(2)), decimal numbers.' })
export class InvestorScoreType {
  @TextField('Of 100; at least 50 are needed.') readonly total!: string;

  @Field(() => [String], {
    nullable: true,
    description: 'For the four criteria, in the order of the decree: of 15, 15, 30 and 40.',
  })
  readonly parts?: readonly string[];
}

@ObjectType('InvestorStep', { description: 'What is recorded of an appointment, by its day.' })
export class InvestorStepType extends SourcedStepType {
  @Field(() => InvestorStageEnum) readonly stage!: string;
  @OptionalDayField('First day; absent where the source does not say.') readonly effectiveOn?: string;
  @Field(() => InvestorScoreType, { nullable: true }) readonly score?: InvestorScoreType;
  @OptionalTextField() readonly reason?: string;
  @OptionalIdField('Of the event that recorded it; a correction names it.') readonly eventId?: string;
}

@ObjectType('InvestorAppointment', {
  description:
    'An appointment as infrastructure investor of a cluster, from the application on, at both clocks. A change of boundaries alone never changes it.',
})
export class InvestorAppointmentType extends SourcedAtClocksType {
  readonly clusterId!: string;
  readonly officeId?: string;
  readonly actId?: string;

  @IdField() readonly id!: string;
  @OptionalIdField('Phase of the cluster; absent for all of it.') readonly phaseId?: string;

  @Field(() => InvestorKindEnum, { nullable: true, description: 'Absent for an application.' })
  readonly kind?: string;

  @OptionalTextField('As named at the appointment or the application.') readonly name?: string;

  @Field(() => [InvestorMemberType], { description: 'The enterprises of a joint venture; else empty.' })
  readonly members!: readonly InvestorMemberType[];

  @Field(() => InvestorStageEnum, {
    nullable: true,
    description: 'Where it stands on the day; absent before it begins, and where nobody is named.',
  })
  readonly stage?: string;

  @FlagField('Is the investor of its phase on the day; at most one is per phase.') readonly current!: boolean;
  @OptionalDayField('First day; absent where not stated.') readonly from?: string;
  @OptionalDayField('First day on which it is current no more.') readonly until?: string;

  @Field(() => [InvestorStepType], { description: 'Everything known of it, also after the day, by day.' })
  readonly history!: readonly InvestorStepType[];

  @IntField('Of all investors of its cluster; for expectedRevision.') readonly revision!: number;
}

@ObjectType('PendingRearrangement', {
  description: 'An investor that the province has to rearrange and has not yet (NĐ 32/2024 Đ.35(3)).',
})
export class PendingRearrangementType {
  readonly clocks!: Clocks;
  readonly clusterId!: string;
  readonly appointmentId!: string;
  readonly deciderIds!: readonly string[];
  readonly possibleDeciderIds!: readonly string[];

  @Field(() => PendingStageEnum) readonly stage!: string;
  @DayField('First day on which it waited.') readonly since!: string;
}

export const PendingRearrangementConnection = connectionOf('PendingRearrangement', PendingRearrangementType);
