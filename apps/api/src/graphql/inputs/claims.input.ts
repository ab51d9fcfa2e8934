import { InputType } from '@nestjs/graphql';
import type { LocalDate } from '#domain';
import { OptionalDayField, OptionalIdField } from '../fields.js';
import { CommandInput, FactInput } from './acts.input.js';
import {
  CheckedId,
  CheckedText,
  OptionalCheckedId,
  OptionalCheckedText,
  OptionalExpectedRevisionField,
} from './checked.js';

@InputType('RecordClaimInput')
export class RecordClaimInputType extends FactInput {
  @CheckedId('Id of a subject, or of a unit with its era, as 51@origin.', 200) readonly subjectId!: string;
  @OptionalCheckedId('Made of the command where absent.', 200) readonly claimId?: string;
  @CheckedText(100, 'What it is about, as fillRatePercent.') readonly field!: string;
  @CheckedText(2_000, 'As the source gives it; numbers as digits with a point.') readonly value!: string;
  @OptionalCheckedText(100, 'What the value counts, where the field does not say.') readonly unit?: string;
  @OptionalDayField('The day for which the source gives it.') readonly asOf?: LocalDate;
}

@InputType('AcceptClaimInput')
export class AcceptClaimInputType extends CommandInput {
  @CheckedId() readonly subjectId!: string;
  @CheckedId() readonly claimId!: string;
  @CheckedText(2_000, 'Why this one, in one sentence.') readonly reason!: string;
  @OptionalIdField('The act that shows it.') readonly actId?: string;

  @OptionalExpectedRevisionField('The revision it was decided on, where there is one.')
  readonly expectedRevision?: number;
}
