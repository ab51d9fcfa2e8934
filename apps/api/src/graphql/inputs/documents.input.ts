import { InputType } from '@nestjs/graphql';
import { OptionalFlagField, OptionalIdField } from '../fields.js';
import { FactInput } from './acts.input.js';
import { CheckedId, ExpectedRevisionField, OptionalCheckedId, OptionalNote } from './checked.js';

@InputType('DissolvedIssuerDocumentFilter')
export class DissolvedDocumentFilterInput {
  @OptionalIdField('The dissolved unit that issued them.') readonly unitId?: string;

  @OptionalIdField('A province, of today or dissolved, that the unit belonged to or went into.')
  readonly provinceId?: string;

  @OptionalIdField('A cluster whose documents name them.') readonly subjectId?: string;
  @OptionalFlagField('In force on the day, or not.') readonly inForce?: boolean;
}

@InputType('IdentifyIssuerInput')
export class IdentifyIssuerInputType extends FactInput {
  @CheckedId() readonly actId!: string;
  @CheckedId('The office as it was on the day of issue.') readonly issuerOfficeId!: string;
  @OptionalCheckedId('The duty under which it was issued.') readonly dutyId?: string;
  @OptionalNote(2_000, 'Why what is recorded is wrong; makes it a correction.') readonly reason?: string;
  @ExpectedRevisionField('The revision of the act it was decided on.') readonly expectedRevision!: number;
}
