import { Field, ObjectType } from '@nestjs/graphql';
import type { Clocks } from '#application';
import { HolderLevelEnum, ReportIdEnum, ReportTermEnum, ResponsibilityStatusEnum } from '../enums.js';
import {
  DayField,
  IdField,
  IdsField,
  IntField,
  OptionalDayField,
  OptionalFlagField,
  OptionalIdField,
  OptionalIntField,
  OptionalTextField,
  TextField,
} from '../fields.js';
import { connectionOf } from './connection.js';
import { BasisType } from './responsibility.js';

@ObjectType('ReportingOffices', { description: 'Offices with how certain it is that it is they.' })
export class ReportingOfficesType {
  readonly clocks!: Clocks;
  readonly candidateIds!: readonly string[];

  @Field(() => ResponsibilityStatusEnum) readonly status!: string;
  @IdsField() readonly officeIds!: readonly string[];
}

@ObjectType('ReportRecipient', { description: 'To whom a report goes.' })
export class ReportRecipientType extends ReportingOfficesType {
  @Field(() => HolderLevelEnum) readonly level!: string;

  @Field(() => BasisType, { description: 'UNVERIFIED where the act that changed it was not read.' })
  readonly basis!: BasisType;
}

@ObjectType('ManagedPart', { description: 'Who managed what is reported on, for some days of the period.' })
export class ManagedPartType extends ReportingOfficesType {
  @OptionalIdField() readonly subjectId?: string;
  @DayField() readonly from!: string;
  @DayField('Day after the last.') readonly to!: string;
  @IntField() readonly days!: number;
}

@ObjectType('SubmittedReport', { description: 'A report as it was handed in.' })
export class SubmittedReportType {
  @IdField() readonly reporterOfficeId!: string;
  @DayField() readonly submittedOn!: string;
  @OptionalTextField('Number of the report, or the SHA-256 of its file.') readonly documentRef?: string;

  @OptionalTextField('What it says of the part of the period that another managed.')
  readonly notManagedNote?: string;

  @OptionalTextField('Why it took the place of one before.') readonly reason?: string;
}

@ObjectType('ReportObligation', { description: 'A periodic report that an office has to hand in.' })
export class ReportObligationType {
  @IdField() readonly id!: string;
  @Field(() => ReportIdEnum) readonly reportId!: string;
  @TextField() readonly name!: string;
  @OptionalTextField('As printed, e.g. Biểu 03.') readonly form?: string;
  @IntField() readonly year!: number;
  @Field(() => ReportTermEnum) readonly term!: string;

  @OptionalDayField('First day of the period; absent where the act states none.')
  readonly periodFrom?: string;

  @OptionalDayField('Day after the last of the period.') readonly periodTo?: string;
  @DayField('It has to be handed in before this day.') readonly dueBefore!: string;
  @IdsField('Clusters or projects that it is about.') readonly subjectIds!: readonly string[];

  @Field(() => ReportingOfficesType, { description: 'Who has to hand it in.' })
  readonly reporter!: ReportingOfficesType;

  @Field(() => [ReportRecipientType]) readonly recipients!: readonly ReportRecipientType[];

  @Field(() => [ManagedPartType], { description: 'Who managed the period, day by day.' })
  readonly managedBy!: readonly ManagedPartType[];

  @OptionalFlagField('The reporter managed all of it; absent where nobody can tell.')
  readonly reporterManagedAll?: boolean;

  @Field(() => BasisType) readonly basis!: BasisType;

  @Field(() => SubmittedReportType, { nullable: true, description: 'What counts by the end of the day.' })
  readonly submission?: SubmittedReportType;

  @Field(() => [SubmittedReportType]) readonly submissions!: readonly SubmittedReportType[];
  @OptionalIntField('For expectedRevision; absent before the first report.') readonly revision?: number;
}

export const ReportObligationConnection = connectionOf('ReportObligation', ReportObligationType);
