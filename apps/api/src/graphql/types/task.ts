import { Field, ObjectType } from '@nestjs/graphql';
import type { Clocks } from '#application';
import { TaskKindEnum } from '../enums.js';
import { DayField, FlagField, IdField, OptionalDayField, OptionalFlagField } from '../fields.js';
import { connectionOf } from './connection.js';
import { BasisType } from './responsibility.js';

@ObjectType('TaskEscalation', { description: 'That a late task was brought before the chairman; once.' })
export class TaskEscalationType {
  readonly clocks!: Clocks;
  readonly eventSeq!: number;

  @IdField('The chairman of the provincial committee.') readonly toOfficeId!: string;
  @DayField('Day on which it was brought before him.') readonly effectiveOn!: string;
}

@ObjectType('Task', { description: 'Work that waits for an office, at both clocks.' })
export class TaskType {
  readonly clocks!: Clocks;

  @IdField() readonly id!: string;
  @Field(() => TaskKindEnum) readonly kind!: string;
  @IdField('The handover, matter, cluster or other subject that it is about.') readonly subjectId!: string;
  @IdField('The office that has to do it.') readonly officeId!: string;
  @DayField('First day on which it waited.') readonly since!: string;
  @OptionalDayField('First day on which it waited no longer; absent while it waits.') readonly until?: string;

  @OptionalDayField(
    'Last day in time by the calendar known then; absent where no source or decision sets one.',
  )
  readonly dueOn?: string;

  @OptionalFlagField('False where not all holidays up to the due day are declared; it is not late then.')
  readonly dueCertain?: boolean;

  @FlagField('Late on the day asked about.') readonly overdue!: boolean;
  @Field(() => TaskEscalationType, { nullable: true }) readonly escalation?: TaskEscalationType;
  @Field(() => BasisType) readonly basis!: BasisType;
}

export const TaskConnection = connectionOf('Task', TaskType);
