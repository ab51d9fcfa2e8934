import { Field, InputType } from '@nestjs/graphql';
import { IsIn, IsNotEmpty } from 'class-validator';
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
import { DayField, OptionalIdField, OptionalTextField } from '../fields.js';
import { FactInput } from './acts.input.js';
import {
  CheckedId,
  EventIdField,
  OptionalExpectedRevisionField,
  OptionalPartField,
  PartField,
  PartsField,
  ReasonField,
} from './checked.js';

@InputType('PendingRearrangementFilter')
export class PendingFilterInput {
  @OptionalIdField('The province that has to decide, or may have to.') readonly provinceId?: string;
  @Field(() => PendingStageEnum, { nullable: true }) readonly stage?: PendingStage;
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
  @OptionalIdField('e.g. ENTERPRISE:cong-ty-a.') readonly officeId?: string;
  @OptionalTextField() readonly name?: string;
  @OptionalTextField() readonly sharePercent?: string;
}

@InputType('InvestorApplicantInput', { description: 'Who applies, as far as the source names it.' })
export class InvestorApplicantInputType {
  @OptionalIdField('e.g. ENTERPRISE:cong-ty-a.') readonly officeId?: string;
  @OptionalTextField() readonly name?: string;

  @PartsField(() => ApplicantMemberInputType, { max: 50, absent: 'ALLOWED' })
  readonly members?: ApplicantMemberInputType[];
}

@InputType('InvestorMemberInput')
export class InvestorMemberInputType {
  @CheckedId('A registered enterprise.') readonly enterpriseId!: string;
  @OptionalTextField('A decimal number; absent where not stated.') readonly sharePercent?: string;
}

@InputType('InvestorPartyInput', { description: 'Whom a decision names as investor.' })
export class InvestorPartyInputType {
  @Field(() => InvestorKindEnum) readonly kind!: InvestorKind;
  @OptionalIdField('A registered enterprise, where it is one alone.') readonly enterpriseId?: string;
  @OptionalTextField('Of a public service unit, or of a joint venture.') readonly name?: string;

  @OptionalIdField('The unit of a committee, or the district that a public service unit belonged to.')
  readonly unitId?: string;

  @PartsField(() => InvestorMemberInputType, {
    says: 'The enterprises of a joint venture, which is one appointment.',
    max: 50,
    absent: 'ALLOWED',
  })
  readonly members?: InvestorMemberInputType[];
}

/** What every decision on an investor takes. */
@InputType({ isAbstract: true })
abstract class OnInvestorInput extends FactInput {
  @CheckedId() readonly clusterId!: string;
  @ReasonField() readonly reason!: string;

  @OptionalExpectedRevisionField('Of the investors of the cluster; absent only where none is recorded yet.')
  readonly expectedRevision?: number;
}

@InputType('AdvanceInvestorInput')
export class AdvanceInvestorInputType extends OnInvestorInput {
  @CheckedId('Of the appointment that it is, or that it would become.') readonly appointmentId!: string;
  @OptionalIdField('The phase that an application is for.') readonly phaseId?: string;

  @Field(() => InvestorStageEnum, { description: 'APPLIED, SCORED, ACTIVE or CHANGE_PROPOSED.' })
  readonly to!: OpenInvestorStage;

  @DayField('The day on which it stood there.') readonly effectiveOn!: LocalDate;

  @OptionalPartField(() => InvestorApplicantInputType, 'With APPLIED only.')
  readonly applicant?: InvestorApplicantInputType;

  @OptionalPartField(() => InvestorScoreInputType, 'With SCORED, and only then.')
  readonly score?: InvestorScoreInputType;

  @OptionalIdField() readonly actId?: string;
}

@InputType('AppointInvestorInput')
export class AppointInvestorInputType extends OnInvestorInput {
  @OptionalIdField('Of a scored application; made where absent.') readonly appointmentId?: string;
  @OptionalIdField('Absent for the whole cluster.') readonly phaseId?: string;
  @PartField(() => InvestorPartyInputType) readonly investor!: InvestorPartyInputType;
  @DayField() readonly from!: LocalDate;
  @CheckedId('The decision of the provincial committee.') readonly actId!: string;
}

/** What every decision takes that ends an appointment. */
@InputType({ isAbstract: true })
abstract class EndingInput extends OnInvestorInput {
  @CheckedId() readonly appointmentId!: string;
  @DayField('First day on which it is no longer current.') readonly effectiveOn!: LocalDate;
}

@InputType('ReplaceInvestorInput')
export class ReplaceInvestorInputType extends EndingInput {
  @CheckedId('The decision of the provincial committee.') readonly actId!: string;
  @PartField(() => InvestorPartyInputType) readonly successor!: InvestorPartyInputType;
  @OptionalIdField('Of a scored application; made where absent.') readonly successorAppointmentId?: string;
}

@InputType('CorrectInvestorInput')
export class CorrectInvestorInputType extends OnInvestorInput {
  @EventIdField('The event that was wrong, the last one recorded of its appointment.')
  readonly corrects!: string;

  @CheckedId('The act that shows what was right, or orders the correction.') readonly actId!: string;
}

@InputType('RearrangeInvestorInput')
export class RearrangeInvestorInputType extends EndingInput {
  @Field(() => InvestorStageEnum, { description: `One of ${REARRANGEMENTS.join(', ')}.` })
  @IsIn(REARRANGEMENTS)
  readonly outcome!: Rearrangement;

  @CheckedId('The decision of the provincial committee.') readonly actId!: string;

  @OptionalPartField(
    () => InvestorPartyInputType,
    'Absent only where the assets of a dissolved unit are assigned and nobody is investor.',
  )
  readonly successor?: InvestorPartyInputType;

  @OptionalIdField('Of a scored application; made where absent.') readonly successorAppointmentId?: string;
}

const ENDINGS = ['TERMINATED', 'NOT_SELECTED'] as const satisfies readonly InvestorOutcome[];

@InputType('EndInvestorInput')
export class EndInvestorInputType extends EndingInput {
  @Field(() => InvestorStageEnum, { description: 'TERMINATED, or NOT_SELECTED for an application.' })
  @IsIn(ENDINGS)
  readonly outcome!: (typeof ENDINGS)[number];

  @OptionalIdField('The decision of the provincial committee; absent only for an application.')
  readonly actId?: string;
}
