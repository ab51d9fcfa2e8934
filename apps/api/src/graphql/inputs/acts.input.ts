import { Field, InputType } from '@nestjs/graphql';
import type { ActEndManner, ActKind, LocalDate, Provenance } from '#domain';
import { ActEndMannerEnum, ActKindEnum, ProvenanceEnum } from '../enums.js';
import { DayField, OptionalDayField, OptionalIdField, OptionalIdsField } from '../fields.js';
import {
  CheckedId,
  CheckedText,
  ExpectedRevisionField,
  OptionalEventIdField,
  OptionalNote,
  ReasonField,
  SourceField,
} from './checked.js';

/** What every mutation takes. */
@InputType({ isAbstract: true })
export abstract class CommandInput {
  @OptionalEventIdField('A UUID; repeat it to retry, the first result comes again.')
  readonly commandId?: string;
}

/** What a mutation takes that records a fact. */
@InputType({ isAbstract: true })
export abstract class FactInput extends CommandInput {
  @Field(() => ProvenanceEnum) readonly provenance!: Provenance;
  @SourceField() readonly source!: string;
}

/** What a mutation on something registered takes as well. */
@InputType({ isAbstract: true })
export abstract class DecisionInput extends CommandInput {
  @ReasonField() readonly reason!: string;
  @ExpectedRevisionField() readonly expectedRevision!: number;
}

@InputType('RegisterActInput')
export class RegisterActInputType extends FactInput {
  @Field(() => ActKindEnum) readonly kind!: ActKind;
  @CheckedText(200, 'As printed, e.g. 139/2025/NĐ-CP.') readonly number!: string;
  @OptionalNote(2_000) readonly title?: string;
  @CheckedText(500, 'Name of the authority on the day of issue.') readonly issuer!: string;
  @OptionalDayField() readonly issuedOn?: LocalDate;
  @OptionalDayField() readonly inForceFrom?: LocalDate;
  @OptionalDayField('First day on which it is no longer in force.') readonly lapsesOn?: LocalDate;
  @OptionalIdsField() readonly amends?: string[];
  @OptionalIdsField() readonly replaces?: string[];
}

@InputType('EndActInput')
export class EndActInputType extends DecisionInput {
  @CheckedId() readonly actId!: string;
  @DayField('First day on which it is no longer in force.') readonly endsOn!: LocalDate;
  @Field(() => ActEndMannerEnum) readonly manner!: ActEndManner;
  @OptionalIdField('The act that ended it.') readonly byActId?: string;
}

@InputType('ExtendActInput')
export class ExtendActInputType extends DecisionInput {
  @CheckedId() readonly actId!: string;

  @OptionalDayField('New first day on which it is no longer in force; absent: no end any more.')
  readonly lapsesOn?: LocalDate;

  @CheckedId('The act that extends it.') readonly byActId!: string;
}
