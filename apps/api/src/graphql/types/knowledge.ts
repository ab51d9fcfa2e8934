import { Field, ObjectType } from '@nestjs/graphql';
import type { Clocks } from '#application';
import {
  ActRelationEnum,
  AnswerAspectEnum,
  GapKindEnum,
  TaintedCaseKindEnum,
  TaintWayEnum,
} from '../enums.js';
import {
  DayField,
  FlagField,
  IdField,
  IdsField,
  IntField,
  OptionalDayField,
  OptionalIntField,
  OptionalTextField,
} from '../fields.js';
import { ActType } from './act.js';
import { ClusterType } from './cluster.js';
import { connectionOf } from './connection.js';
import { DutyType } from './duty.js';
import { RecordedEventType } from './event.js';
import { ResponsibilityType } from './responsibility.js';

/** Days of one duty over one subject. */
@ObjectType({ isAbstract: true })
export abstract class DutyDays {
  @IdField() readonly subjectId!: string;

  @Field(() => ClusterType, { nullable: true, description: 'The subject, where it is a cluster.' })
  readonly cluster?: ClusterType;

  @Field(() => DutyType) readonly duty!: DutyType;
  @OptionalDayField('First of these days; absent is open.') readonly from?: string;
  @OptionalDayField('Day after the last; absent is open.') readonly to?: string;
}

@ObjectType('ChangedAnswer', {
  description: 'Days of one duty over one subject on which the answer is another than it was.',
})
export class ChangedAnswerType extends DutyDays {
  @Field(() => [AnswerAspectEnum], { description: 'In what the two differ.' })
  readonly aspects!: readonly string[];

  @Field(() => ResponsibilityType, {
    description: 'The answer on the first of these days, as known at the earlier point.',
  })
  readonly before!: ResponsibilityType;

  @Field(() => ResponsibilityType, {
    description: 'The answer on the same day, as known at the later point.',
  })
  readonly after!: ResponsibilityType;

  @Field(() => [RecordedEventType], {
    description: 'Events that changed the answer, in order; the last made it what it is, each under its act.',
  })
  readonly changedBy!: readonly RecordedEventType[];
}
export const ChangedAnswerConnection = connectionOf('ChangedAnswer', ChangedAnswerType);

@ObjectType('Gap', { description: 'Days on which a duty has not exactly one determined holder.' })
export class GapType extends DutyDays {
  @Field(() => GapKindEnum) readonly kind!: string;

  @Field(() => ResponsibilityType, {
    description: 'The answer on the first of these days that is asked about.',
  })
  readonly responsibility!: ResponsibilityType;
}
export const GapConnection = connectionOf('Gap', GapType);

@ObjectType('LeftDuty', { description: 'A duty that left a dissolved unit, and where it is.' })
export class LeftDutyType extends DutyDays {
  @IdsField('Offices of the unit that held it, or may have held it.')
  readonly releasedOfficeIds!: readonly string[];

  @Field(() => RecordedEventType, { description: 'The event by which it left.' })
  readonly event!: RecordedEventType;

  @FlagField('Nobody is determined to hold it on the day.') readonly unassigned!: boolean;

  @Field(() => ResponsibilityType, {
    description: 'The answer on the day, or on the first day after it left where that is later.',
  })
  readonly responsibility!: ResponsibilityType;
}
export const LeftDutyConnection = connectionOf('LeftDuty', LeftDutyType);

@ObjectType('LapsingDuty', { description: 'A duty whose basis lapses with nothing recorded to follow it.' })
export class LapsingDutyType {
  @Field(() => ActType) readonly act!: ActType;
  @DayField('First day without a basis.') readonly endsOn!: string;
  @Field(() => DutyType) readonly duty!: DutyType;
  @IntField('Subjects over which it then has no basis.') readonly subjectCount!: number;
}
export const LapsingDutyConnection = connectionOf('LapsingDuty', LapsingDutyType);

@ObjectType('Correction', {
  description: 'A recorded correction: by whom, why, under which act, and what it changed.',
})
export class CorrectionType {
  @Field(() => RecordedEventType, { description: 'Its actor is an opaque id with the office; never a name.' })
  readonly event!: RecordedEventType;

  @Field(() => [ChangedAnswerType], { description: 'Answers that this one event changed.' })
  readonly changes!: readonly ChangedAnswerType[];

  @Field(() => [RecordedEventType], {
    description:
      'What offices did about the subject and its matters, on the changed days, while they were taken for holders.',
  })
  readonly underWrongHolder!: readonly RecordedEventType[];
}
export const CorrectionConnection = connectionOf('Correction', CorrectionType);

@ObjectType('RelatedAct')
export class RelatedActType {
  @Field(() => ActRelationEnum) readonly relation!: string;
  @Field(() => ActType) readonly act!: ActType;
}

@ObjectType('TaintedAnswer', {
  description: 'Days of one duty over one subject on which the answer owes something to an act.',
})
export class TaintedAnswerType extends DutyDays {
  @Field(() => [TaintWayEnum]) readonly ways!: readonly string[];

  @Field(() => GapKindEnum, { nullable: true, description: 'What is open already; absent where nothing is.' })
  readonly open?: string;

  @Field(() => ResponsibilityType, { description: 'The answer on the first of these days.' })
  readonly responsibility!: ResponsibilityType;
}
export const TaintedAnswerConnection = connectionOf('TaintedAnswer', TaintedAnswerType);

@ObjectType('TaintedCase', { description: 'A handover or a matter of which an event rests on an act.' })
export class TaintedCaseType {
  @Field(() => TaintedCaseKindEnum) readonly kind!: string;
  @IdField() readonly id!: string;

  @OptionalTextField('Its state or stage on the day; absent where it was not there yet.')
  readonly state?: string;

  @FlagField('Something is still to be done about it on the day.') readonly open!: boolean;
}
export const TaintedCaseConnection = connectionOf('TaintedCase', TaintedCaseType);

@ObjectType('Taint', {
  description: 'What would be touched if an act were repealed or annulled; nothing is written.',
})
export class TaintType {
  readonly clocks!: Clocks;
  readonly actId!: string;

  @Field(() => ActType) readonly act!: ActType;

  @Field(() => [RelatedActType], {
    description: 'Acts that amend or replace it, or that it ended or extended.',
  })
  readonly acts!: readonly RelatedActType[];

  @IntField('Events that rest on it, other than its own.') readonly eventCount!: number;

  @OptionalIntField('Answers that owe something to it; absent where more than 5,000 events rest on it.')
  readonly answerCount?: number;

  @OptionalIntField('Of these answers, those that leave something open already.') readonly openCount?: number;
  @OptionalIntField('Subjects that these answers are about.') readonly subjectCount?: number;
}
