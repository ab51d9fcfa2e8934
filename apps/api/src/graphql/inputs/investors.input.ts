import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsIn, IsNotEmpty, IsOptional, MaxLength, Min, ValidateNested } from 'class-validator';
import {
  REARRANGEMENTS,
  type InvestorKind,
  type InvestorOutcome,
  type LocalDate,
  type OpenInvestorStage,
  type PendingStage,
  type Rearrangement,
} from '#domain';
import { InvestorKindEnum, InvestorStageEnum, PendingStageEnum } from '../enums.js';
import { LocalDateScalar } from '../scalars.js';
import { FactInput } from './acts.input.js';

@InputType('PendingRearrangementFilter')
export class PendingFilterInput {
  @Field(() => ID, { nullable: true, description: 'The province that has to decide, or may have to.' })
  readonly provinceId?: string;

  @Field(() => PendingStageEnum, { nullable: true })
  readonly stage?: PendingStage;
}

@InputType('InvestorScoreInput')
export class InvestorScoreInputType {
  @Field(() => String, { description: 'Of 100, a decimal number; at least 50 are needed.' })
  @IsNotEmpty()
  readonly total!: string;

  @Field(() => [String], {
    nullable: true,
    description: 'For the four criteria of NĐ 32/2024 Đ.13(2), in its order: of 15, 15, 30 and 40.',
  })
  readonly parts?: string[];
}

@InputType('ApplicantMemberInput')
export class ApplicantMemberInputType {
  @Field(() => ID, { nullable: true, description: 'e.g. ENTERPRISE:cong-ty-a.' })
  readonly officeId?: string;

  @Field(() => String, { nullable: true })
  readonly name?: string;

  @Field(() => String, { nullable: true })
  readonly sharePercent?: string;
}

@InputType('InvestorApplicantInput', { description: 'Who applies, as far as the source names it.' })
export class InvestorApplicantInputType {
  @Field(() => ID, { nullable: true, description: 'e.g. ENTERPRISE:cong-ty-a.' })
  readonly officeId?: string;

  @Field(() => String, { nullable: true })
  readonly name?: string;

  @Field(() => [ApplicantMemberInputType], { nullable: true })
  @IsOptional()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => ApplicantMemberInputType)
  readonly members?: ApplicantMemberInputType[];
}

@InputType('InvestorMemberInput')
export class InvestorMemberInputType {
  @Field(() => ID, { description: 'A registered enterprise.' })
  @IsNotEmpty()
  readonly enterpriseId!: string;

  @Field(() => String, { nullable: true, description: 'A decimal number; absent where not stated.' })
  readonly sharePercent?: string;
}

@InputType('InvestorPartyInput', { description: 'Whom a decision names as investor.' })
export class InvestorPartyInputType {
  @Field(() => InvestorKindEnum)
  readonly kind!: InvestorKind;

  @Field(() => ID, { nullable: true, description: 'A registered enterprise, where it is one alone.' })
  readonly enterpriseId?: string;

  @Field(() => String, { nullable: true, description: 'Of a public service unit, or of a joint venture.' })
  readonly name?: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The unit of a committee, or the district that a public service unit belonged to.',
  })
  readonly unitId?: string;

  @Field(() => [InvestorMemberInputType], {
    nullable: true,
    description: 'The enterprises of a joint venture, which is one appointment.',
  })
  @IsOptional()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => InvestorMemberInputType)
  readonly members?: InvestorMemberInputType[];
}

/** What every decision on an investor takes. */
@InputType({ isAbstract: true })
abstract class OnInvestorInput extends FactInput {
  @Field(() => ID)
  @IsNotEmpty()
  readonly clusterId!: string;

  @Field(() => String, { description: 'Why, in one sentence.' })
  @IsNotEmpty()
  @MaxLength(2_000)
  readonly reason!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Of the investors of the cluster; absent only where none is recorded yet.',
  })
  @IsOptional()
  @Min(0)
  readonly expectedRevision?: number;
}

@InputType('AdvanceInvestorInput')
export class AdvanceInvestorInputType extends OnInvestorInput {
  @Field(() => ID, { description: 'Of the appointment that it is, or that it would become.' })
  @IsNotEmpty()
  readonly appointmentId!: string;

  @Field(() => ID, { nullable: true, description: 'The phase that an application is for.' })
  readonly phaseId?: string;

  @Field(() => InvestorStageEnum, { description: 'APPLIED, SCORED, ACTIVE or CHANGE_PROPOSED.' })
  readonly to!: OpenInvestorStage;

  @Field(() => LocalDateScalar, { description: 'The day on which it stood there.' })
  readonly effectiveOn!: LocalDate;

  @Field(() => InvestorApplicantInputType, { nullable: true, description: 'With APPLIED only.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => InvestorApplicantInputType)
  readonly applicant?: InvestorApplicantInputType;

  @Field(() => InvestorScoreInputType, { nullable: true, description: 'With SCORED, and only then.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => InvestorScoreInputType)
  readonly score?: InvestorScoreInputType;

  @Field(() => ID, { nullable: true })
  readonly actId?: string;
}

@InputType('AppointInvestorInput')
export class AppointInvestorInputType extends OnInvestorInput {
  @Field(() => ID, { nullable: true, description: 'Of a scored application; made where absent.' })
  readonly appointmentId?: string;

  @Field(() => ID, { nullable: true, description: 'Absent for the whole cluster.' })
  readonly phaseId?: string;

  @Field(() => InvestorPartyInputType)
  @ValidateNested()
  @Type(() => InvestorPartyInputType)
  readonly investor!: InvestorPartyInputType;

  @Field(() => LocalDateScalar)
  readonly from!: LocalDate;

  @Field(() => ID, { description: 'The decision of the provincial committee.' })
  @IsNotEmpty()
  readonly actId!: string;
}

/** What every decision takes that ends an appointment. */
@InputType({ isAbstract: true })
abstract class EndingInput extends OnInvestorInput {
  @Field(() => ID)
  @IsNotEmpty()
  readonly appointmentId!: string;

  @Field(() => LocalDateScalar, { description: 'First day on which it is no longer current.' })
  readonly effectiveOn!: LocalDate;
}

@InputType('ReplaceInvestorInput')
export class ReplaceInvestorInputType extends EndingInput {
  @Field(() => ID, { description: 'The decision of the provincial committee.' })
  @IsNotEmpty()
  readonly actId!: string;

  @Field(() => InvestorPartyInputType)
  @ValidateNested()
  @Type(() => InvestorPartyInputType)
  readonly successor!: InvestorPartyInputType;

  @Field(() => ID, { nullable: true, description: 'Of a scored application; made where absent.' })
  readonly successorAppointmentId?: string;
}

@InputType('RearrangeInvestorInput')
export class RearrangeInvestorInputType extends EndingInput {
  @Field(() => InvestorStageEnum, { description: `One of ${REARRANGEMENTS.join(', ')}.` })
  @IsIn(REARRANGEMENTS)
  readonly outcome!: Rearrangement;

  @Field(() => ID, { description: 'The decision of the provincial committee.' })
  @IsNotEmpty()
  readonly actId!: string;

  @Field(() => InvestorPartyInputType, {
    nullable: true,
    description: 'Absent only where the assets of a dissolved unit are assigned and nobody is investor.',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => InvestorPartyInputType)
  readonly successor?: InvestorPartyInputType;

  @Field(() => ID, { nullable: true, description: 'Of a scored application; made where absent.' })
  readonly successorAppointmentId?: string;
}

const ENDINGS = ['TERMINATED', 'NOT_SELECTED'] as const satisfies readonly InvestorOutcome[];

@InputType('EndInvestorInput')
export class EndInvestorInputType extends EndingInput {
  @Field(() => InvestorStageEnum, { description: 'TERMINATED, or NOT_SELECTED for an application.' })
  @IsIn(ENDINGS)
  readonly outcome!: (typeof ENDINGS)[number];

  @Field(() => ID, {
    nullable: true,
    description: 'The decision of the provincial committee; absent only for an application.',
  })
  readonly actId?: string;
}
