import { Field, InputType } from '@nestjs/graphql';
import type { LocalDate } from '#domain';
import {
  DayField,
  OptionalDayField,
  OptionalIdField,
  OptionalIdsField,
  OptionalTextField,
} from '../fields.js';
import { DecisionInput } from './acts.input.js';
import { CheckedId, EventIdField, PartsField } from './checked.js';

@InputType('HolderInput')
export class HolderInputType {
  @CheckedId('e.g. UBND_XA:15520@2025-07-01.') readonly officeId!: string;
  @Field(() => Boolean, { defaultValue: false }) readonly lead!: boolean;
}

@InputType('NameLeadInput')
export class NameLeadInputType extends DecisionInput {
  @CheckedId() readonly clusterId!: string;
  @CheckedId() readonly leadOfficeId!: string;
  @OptionalIdsField('All duties held jointly where absent.') readonly dutyIds?: string[];
  @DayField() readonly from!: LocalDate;
  @OptionalDayField() readonly to?: LocalDate;
  @CheckedId() readonly actId!: string;
  @OptionalTextField() readonly article?: string;
}

@InputType('ReassignInput')
export class ReassignInputType extends DecisionInput {
  @CheckedId() readonly subjectId!: string;
  @CheckedId() readonly dutyId!: string;
  @PartsField(() => HolderInputType, { min: 1, max: 50 }) readonly holders!: HolderInputType[];
  @DayField() readonly from!: LocalDate;
  @OptionalDayField('Exclusive; absent is open.') readonly to?: LocalDate;
  @CheckedId() readonly actId!: string;
  @OptionalTextField() readonly article?: string;
}

@InputType('CorrectReassignmentInput')
export class CorrectReassignmentInputType extends DecisionInput {
  @EventIdField('The event that was wrong.') readonly eventId!: string;
  @PartsField(() => HolderInputType, { min: 1, max: 50 }) readonly holders!: HolderInputType[];
  @OptionalDayField('Absent: the interval of the corrected event.') readonly from?: LocalDate;
  @OptionalDayField() readonly to?: LocalDate;

  @CheckedId('The act that orders the correction; it may be younger than the days it corrects.')
  readonly actId!: string;

  @OptionalIdField('What the duty rests on in those days; absent: as before.') readonly basisActId?: string;
  @OptionalTextField() readonly article?: string;
}
