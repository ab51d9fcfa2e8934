import { Field, InputType } from '@nestjs/graphql';
import { MaxLength } from 'class-validator';
import type {
  ClockChangeKind,
  LocalDate,
  MatterKind,
  MatterOutcome,
  MatterPlaceRole,
  MatterStage,
} from '#domain';
import {
  ClockChangeEnum,
  MatterKindEnum,
  MatterOutcomeEnum,
  MatterPlaceRoleEnum,
  MatterStageEnum,
} from '../enums.js';
import {
  DayField,
  EffectiveOnField,
  FlagField,
  IntField,
  OptionalDayField,
  OptionalFlagField,
  OptionalIdField,
  OptionalIntField,
} from '../fields.js';
import { FactInput } from './acts.input.js';
import { ClusterDocumentInputType, PlaceInput } from './clusters.input.js';
import {
  CheckedId,
  CheckedText,
  ExpectedRevisionField,
  OptionalCheckedText,
  OptionalPartField,
  PartsField,
} from './checked.js';

@InputType('MatterFilter')
export class MatterFilterInput {
  @Field(() => MatterStageEnum, { nullable: true }) readonly stage?: MatterStage;
  @Field(() => MatterKindEnum, { nullable: true }) readonly kind?: MatterKind;
  @OptionalIdField('The office whose turn it is on the day.') readonly officeId?: string;
  @OptionalIdField() readonly subjectId?: string;
  @OptionalIdField('A unit that had it, or in which it lay.') readonly dissolvedUnitId?: string;
  @OptionalIdField() readonly provinceId?: string;

  @OptionalFlagField(
    'True: in flight when the districts ended, or not stated whether it was; atCutover tells which. False: not in flight then.',
  )
  readonly inFlightAtCutover?: boolean;

  @OptionalFlagField('An office still has to accept it on the day.') readonly withoutAcceptance?: boolean;
}

@InputType('MatterPlaceInput')
export class MatterPlaceInputType extends PlaceInput {
  @Field(() => MatterPlaceRoleEnum, {
    description: 'APPLICANT for the person or enterprise, SUBJECT for what the matter is about.',
  })
  readonly of!: MatterPlaceRole;
}

@InputType('MatterClockInput')
export class MatterClockInputType {
  @IntField() readonly days!: number;
  @FlagField('Only working days count.') readonly working!: boolean;
  @OptionalDayField('The day after which it is counted.') readonly startedOn?: LocalDate;
  @OptionalDayField('First day on which it stood still.') readonly pausedOn?: LocalDate;
  @OptionalIntField('Days that were left when the districts ended.') readonly remainingAtCutover?: number;
  @OptionalIdField() readonly actId?: string;
  @OptionalCheckedText(200) readonly article?: string;
}

@InputType('RecordMatterInput')
export class RecordMatterInputType extends FactInput {
  @CheckedId('Small letters, digits and hyphens; unique over all kinds of subjects.')
  readonly matterId!: string;

  @Field(() => MatterKindEnum) readonly kind!: MatterKind;
  @CheckedText(500) readonly title!: string;
  @OptionalIdField('A registered cluster, project or scheme.') readonly subjectId?: string;
  @OptionalIdField('The office whose turn it was; absent where not stated.') readonly officeId?: string;

  @PartsField(() => MatterPlaceInputType, { max: 10, absent: 'EMPTY' })
  readonly places!: MatterPlaceInputType[];

  @CheckedText(2_000, 'What was to be done next.') readonly step!: string;
  @DayField('The day for which the source says so.') readonly asOf!: LocalDate;
  @OptionalDayField('The day on which it was opened.') readonly startedOn?: LocalDate;
  @OptionalIdField('The decree under which it was opened.') readonly applicableActId?: string;
  @OptionalPartField(() => MatterClockInputType) readonly clock?: MatterClockInputType;

  @PartsField(() => ClusterDocumentInputType, { max: 100, absent: 'EMPTY' })
  readonly documents!: ClusterDocumentInputType[];
}

/** What every step of a matter takes. */
@InputType({ isAbstract: true })
export abstract class MatterStepInput extends FactInput {
  @CheckedId() readonly matterId!: string;
  @EffectiveOnField() readonly effectiveOn!: LocalDate;
  @OptionalDayField('Day of the paper, where it is known.') readonly signedOn?: LocalDate;
  @ExpectedRevisionField() readonly expectedRevision!: number;
}

@InputType('TakeOverMatterInput')
export class TakeOverMatterInputType extends MatterStepInput {
  @CheckedId('The office that its territory leads to.') readonly officeId!: string;
  @CheckedId('The act that it rests on.') readonly actId!: string;
  @OptionalCheckedText(200) readonly article?: string;
}

@InputType('CoordinateMatterInput')
export class CoordinateMatterInputType extends TakeOverMatterInputType {
  @Field(() => String, { description: 'Why, in one sentence.' })
  @MaxLength(2_000)
  readonly reason!: string;
}

@InputType('AcceptMatterInput')
export class AcceptMatterInputType extends MatterStepInput {}

@InputType('MatterClockChangeInput')
export class MatterClockChangeInputType {
  @Field(() => ClockChangeEnum) readonly change!: ClockChangeKind;
  @OptionalIntField('Where it starts or is extended.') readonly days?: number;
  @OptionalFlagField('Where it starts: only working days count.') readonly working?: boolean;
}

@InputType('AdvanceMatterInput')
export class AdvanceMatterInputType extends MatterStepInput {
  @OptionalCheckedText(2_000, 'What is to be done next.') readonly step?: string;
  @OptionalPartField(() => MatterClockChangeInputType) readonly clock?: MatterClockChangeInputType;
  @OptionalIdField() readonly actId?: string;
  @OptionalCheckedText(200) readonly article?: string;
  @OptionalCheckedText(2_000) readonly reason?: string;
}

@InputType('CloseMatterInput')
export class CloseMatterInputType extends MatterStepInput {
  @Field(() => MatterOutcomeEnum) readonly outcome!: MatterOutcome;
  @OptionalIdField() readonly actId?: string;

  @Field(() => String, { description: 'Why, in one sentence.' })
  @MaxLength(2_000)
  readonly reason!: string;
}
