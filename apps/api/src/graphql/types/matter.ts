import { Field, ObjectType } from '@nestjs/graphql';
import type { Clocks, MatterOnDay } from '#application';
import {
  AtCutoverEnum,
  ClockChangeEnum,
  ClockStateEnum,
  MatterKindEnum,
  MatterOutcomeEnum,
  MatterPlaceRoleEnum,
  MatterStageEnum,
  MatterStepKindEnum,
  PlacementPrecisionEnum,
  ProvenanceEnum,
} from '../enums.js';
import {
  DayField,
  EffectiveOnField,
  ExplanationField,
  FlagField,
  IntField,
  OptionalDayField,
  OptionalFlagField,
  OptionalIdField,
  OptionalIntField,
  OptionalTextField,
  TextField,
} from '../fields.js';
import { RegisteredType, SourcedAtClocksType } from './bases.js';
import { ClusterDocumentType } from './cluster.js';
import { connectionOf } from './connection.js';
import { BasisType } from './responsibility.js';

@ObjectType('MatterPlace', { description: 'Where a matter lies, and how that is known.' })
export class MatterPlaceType {
  readonly clocks!: Clocks;
  readonly unitIds!: readonly string[];

  @Field(() => MatterPlaceRoleEnum) readonly of!: string;
  @Field(() => PlacementPrecisionEnum) readonly precision!: string;
  @FlagField('False where the source names some of its communes and not all.') readonly complete!: boolean;
  @Field(() => ProvenanceEnum) readonly provenance!: string;
  @TextField() readonly evidence!: string;
}

@ObjectType('MatterDeadline', {
  description:
    'The time that a rule allows, as it stands on the day; the end of an office never restarts it.',
})
export class MatterDeadlineType {
  @Field(() => ClockStateEnum) readonly state!: string;
  @IntField('Days allowed altogether, extensions included.') readonly days!: number;
  @FlagField('Only working days count.') readonly working!: boolean;
  @OptionalDayField('The last day in time, where it runs.') readonly dueOn?: string;
  @OptionalIntField('Days left, where it stands still.') readonly remaining?: number;
  @FlagField('False where the holidays of a year are not all declared.') readonly certain!: boolean;
}

@ObjectType('MatterClockChange', { description: 'What a step did to the clock.' })
export class MatterClockChangeType {
  @Field(() => ClockChangeEnum) readonly change!: string;
  @OptionalIntField() readonly days?: number;
  @OptionalFlagField() readonly working?: boolean;
}

@ObjectType('MatterStep', { description: 'A recorded step of a matter.' })
export class MatterStepType extends SourcedAtClocksType {
  readonly officeId!: string;
  readonly byOfficeId?: string;
  readonly actId?: string;

  @Field(() => MatterStepKindEnum) readonly kind!: string;
  @EffectiveOnField() readonly effectiveOn!: string;
  @OptionalDayField('Day of the paper.') readonly signedOn?: string;
  @OptionalTextField() readonly article?: string;
  @OptionalTextField('What was to be done next.') readonly step?: string;
  @Field(() => MatterClockChangeType, { nullable: true }) readonly clock?: MatterClockChangeType;
  @Field(() => MatterOutcomeEnum, { nullable: true }) readonly outcome?: string;
  @OptionalTextField() readonly reason?: string;
}

@ObjectType('Matter', {
  description: 'A matter in flight (hồ sơ, công việc đang giải quyết) as it stands on the day.',
})
export class MatterType extends RegisteredType {
  readonly onDay!: MatterOnDay;

  @Field(() => MatterKindEnum) readonly kind!: string;
  @TextField() readonly title!: string;
  @OptionalIdField('What it is about: a cluster, a project, a scheme.') readonly subjectId?: string;
  @Field(() => MatterStageEnum) readonly stage!: string;
  @DayField('First day of this stage.') readonly since!: string;
  @OptionalDayField('Day after its last; absent is open.') readonly until?: string;
  @TextField('What is to be done next.') readonly step!: string;

  @Field(() => BasisType, { nullable: true, description: 'What made it the turn of the office.' })
  readonly basis?: BasisType;

  @Field(() => MatterOutcomeEnum, { nullable: true }) readonly outcome?: string;
  @ExplanationField() readonly explanation!: string;

  @Field(() => AtCutoverEnum, { description: 'Whether it was in flight when the districts ended.' })
  readonly atCutover!: string;

  @FlagField('An office still has to accept it on the day.') readonly withoutAcceptance!: boolean;
  @DayField('The day for which the source says so.') readonly asOf!: string;
  @OptionalDayField('The day on which it was opened.') readonly startedOn?: string;
  @Field(() => [MatterPlaceType]) readonly places!: readonly MatterPlaceType[];
  @Field(() => [ClusterDocumentType]) readonly documents!: readonly ClusterDocumentType[];

  @Field(() => [MatterStepType], { description: 'Every step known, also after the day, in its order.' })
  readonly steps!: readonly MatterStepType[];
}

export const MatterConnection = connectionOf('Matter', MatterType);
