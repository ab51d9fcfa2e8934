import { Field, InputType } from '@nestjs/graphql';
import { MaxLength } from 'class-validator';
import type { DiscrepancyKind, LocalDate } from '#domain';
import { DiscrepancyKindEnum } from '../enums.js';
import { DayField, IntField, OptionalDayField, OptionalIdField, TextField } from '../fields.js';
import { CommandInput } from './acts.input.js';
import { HandoverItemInput, MAX_ITEMS } from './handover-draft.input.js';
import {
  CheckedId,
  CheckedText,
  ExpectedRevisionField,
  OnDayField,
  OptionalNote,
  PartsField,
} from './checked.js';

/** A step of a handover as the caller read it. */
@InputType({ isAbstract: true })
export abstract class HandoverStepInput extends CommandInput {
  @CheckedId() readonly handoverId!: string;
  @ExpectedRevisionField() readonly expectedRevision!: number;
}

@InputType('InventoryHandoverInput')
export class InventoryHandoverInputType extends HandoverStepInput {
  @OnDayField() readonly inventoriedOn?: LocalDate;

  @PartsField(() => HandoverItemInput, {
    says: 'The whole list; it takes the place of the one before.',
    max: MAX_ITEMS,
  })
  readonly items!: HandoverItemInput[];
}

@InputType('ScheduleHandoverInput')
export class ScheduleHandoverInputType extends HandoverStepInput {
  @OptionalDayField('The day it was set; today where absent.') readonly agreedOn?: LocalDate;
  @DayField('The day on which the minutes are to be signed.') readonly scheduledFor!: LocalDate;
  @OptionalNote(500) readonly place?: string;
}

@InputType('SignHandoverInput')
export class SignHandoverInputType extends HandoverStepInput {
  @CheckedId('The party that signs; the caller has to act for it.') readonly officeId!: string;
  @OptionalDayField('The day on the paper; today where absent.') readonly signedOn?: LocalDate;
  @OptionalNote(200, 'The post of who signs (chức vụ); never a name.') readonly post?: string;
  @OptionalNote(2_000, 'What the party wants said in the minutes.') readonly opinion?: string;
}

@InputType('AcceptHandoverInput')
export class AcceptHandoverInputType extends HandoverStepInput {
  @OnDayField() readonly acceptedOn?: LocalDate;
  @OptionalNote(2_000, 'What the receiver does not accept.') readonly reservation?: string;
  @OptionalNote(2_000) readonly opinion?: string;
}

@InputType('OpenDiscrepancyInput')
export class OpenDiscrepancyInputType extends HandoverStepInput {
  @OptionalIdField() readonly itemId?: string;
  @Field(() => DiscrepancyKindEnum) readonly kind!: DiscrepancyKind;
  @CheckedText(2_000) readonly description!: string;
  @OnDayField() readonly openedOn?: LocalDate;
}

@InputType('AddHandoverAttachmentInput')
export class AddHandoverAttachmentInputType extends HandoverStepInput {
  @TextField('SHA-256 of the content, 64 small hexadecimal digits.') readonly sha256!: string;
  @IntField() readonly sizeBytes!: number;

  @Field(() => String, { description: 'e.g. application/pdf.' })
  @MaxLength(100)
  readonly mediaType!: string;

  @CheckedText(500) readonly title!: string;
  @OptionalIdField() readonly itemId?: string;
  @OnDayField() readonly addedOn?: LocalDate;
}
