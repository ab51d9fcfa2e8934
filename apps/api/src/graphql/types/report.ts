import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Clocks } from '#application';
import { HolderLevelEnum, ReportIdEnum, ReportTermEnum, ResponsibilityStatusEnum } from '../enums.js';
import { LocalDateScalar } from '../scalars.js';
import { connectionOf } from './connection.js';
import { BasisType } from './responsibility.js';

@ObjectType('ReportingOffices', { description: 'Offices with how certain it is that it is they.' })
export class ReportingOfficesType {
  readonly clocks!: Clocks;
  readonly candidateIds!: readonly string[];

  @Field(() => ResponsibilityStatusEnum)
  readonly status!: string;

  @Field(() => [ID])
  readonly officeIds!: readonly string[];
}

@ObjectType('ReportRecipient', { description: 'To whom a report goes.' })
export class ReportRecipientType extends ReportingOfficesType {
  @Field(() => HolderLevelEnum)
  readonly level!: string;

  @Field(() => BasisType, { description: 'UNVERIFIED where the act that changed it was not read.' })
  readonly basis!: BasisType;
}

@ObjectType('ManagedPart', { description: 'Who managed what is reported on, for some days of the period.' })
export class ManagedPartType extends ReportingOfficesType {
  @Field(() => ID, { nullable: true })
  readonly subjectId?: string;

  @Field(() => LocalDateScalar)
  readonly from!: string;

  @Field(() => LocalDateScalar, { description: 'Day after the last.' })
  readonly to!: string;

  @Field(() => Int)
  readonly days!: number;
}

@ObjectType('SubmittedReport', { description: 'A report as it was handed in.' })
export class SubmittedReportType {
  @Field(() => ID)
  readonly reporterOfficeId!: string;

  @Field(() => LocalDateScalar)
  readonly submittedOn!: string;

  @Field(() => String, { nullable: true, description: 'Number of the report, or the SHA-256 of its file.' })
  readonly documentRef?: string;

  @Field(() => String, {
    nullable: true,
    description: 'What it says of the part of the period that another managed.',
  })
  readonly notManagedNote?: string;

  @Field(() => String, { nullable: true, description: 'Why it took the place of one before.' })
  readonly reason?: string;
}

@ObjectType('ReportObligation', { description: 'A periodic report that an office has to hand in.' })
export class ReportObligationType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => ReportIdEnum)
  readonly reportId!: string;

  @Field(() => String)
  readonly name!: string;

  @Field(() => String, { nullable: true, description: 'As printed, e.g. Biểu 03.' })
  readonly form?: string;

  @Field(() => Int)
  readonly year!: number;

  @Field(() => ReportTermEnum)
  readonly term!: string;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'First day of the period; absent where the act states none.',
  })
  readonly periodFrom?: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Day after the last of the period.' })
  readonly periodTo?: string;

  @Field(() => LocalDateScalar, { description: 'It has to be handed in before this day.' })
  readonly dueBefore!: string;

  @Field(() => [ID], { description: 'Clusters or projects that it is about.' })
  readonly subjectIds!: readonly string[];

  @Field(() => ReportingOfficesType, { description: 'Who has to hand it in.' })
  readonly reporter!: ReportingOfficesType;

  @Field(() => [ReportRecipientType])
  readonly recipients!: readonly ReportRecipientType[];

  @Field(() => [ManagedPartType], { description: 'Who managed the period, day by day.' })
  readonly managedBy!: readonly ManagedPartType[];

  @Field(() => Boolean, {
    nullable: true,
    description: 'The reporter managed all of it; absent where nobody can tell.',
  })
  readonly reporterManagedAll?: boolean;

  @Field(() => BasisType)
  readonly basis!: BasisType;

  @Field(() => SubmittedReportType, { nullable: true, description: 'What counts by the end of the day.' })
  readonly submission?: SubmittedReportType;

  @Field(() => [SubmittedReportType])
  readonly submissions!: readonly SubmittedReportType[];

  @Field(() => Int, { nullable: true, description: 'For expectedRevision; absent before the first report.' })
  readonly revision?: number;
}

export const ReportObligationConnection = connectionOf('ReportObligation', ReportObligationType);
