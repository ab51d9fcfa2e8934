import { Field, InputType } from '@nestjs/graphql';
import type { LocalDate, ReportId } from '#domain';
import { ReportIdEnum } from '../enums.js';
import { DayField, OptionalDayField, OptionalFlagField, OptionalIdField } from '../fields.js';
import { FactInput } from './acts.input.js';
import { CheckedId, OptionalCheckedText, OptionalExpectedRevisionField, OptionalNote } from './checked.js';

@InputType('ReportObligationFilter')
export class ReportObligationFilterInput {
  @OptionalIdField('An office that reports, or may have to.') readonly officeId?: string;
  @Field(() => ReportIdEnum, { nullable: true }) readonly reportId?: ReportId;

  @OptionalDayField('First due day; the first of the year asked about where absent.')
  readonly dueFrom?: LocalDate;

  @OptionalDayField('Last due day; the last of that year where absent.') readonly dueTo?: LocalDate;
  @OptionalFlagField('Handed in by the end of the day, or not.') readonly submitted?: boolean;
}

@InputType('SubmitReportInput')
export class SubmitReportInputType extends FactInput {
  @CheckedId() readonly obligationId!: string;
  @DayField() readonly submittedOn!: LocalDate;

  @OptionalCheckedText(200, 'Number of the report, or the SHA-256 of its file.')
  readonly documentRef?: string;

  @OptionalCheckedText(2_000, 'What it says of the part of the period that another managed.')
  readonly notManagedNote?: string;

  @OptionalNote(2_000, 'Why it takes the place of the one handed in before.') readonly reason?: string;

  @OptionalExpectedRevisionField('The revision that the other was decided on.')
  readonly expectedRevision?: number;
}
