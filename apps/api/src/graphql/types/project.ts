import { Field, ObjectType } from '@nestjs/graphql';
import { ProjectStatusEnum } from '../enums.js';
import {
  EffectiveOnField,
  OptionalDayField,
  OptionalTextField,
  SignedOnField,
  TextField,
} from '../fields.js';
import { RegisteredType, SourcedStepType } from './bases.js';
import { connectionOf } from './connection.js';

@ObjectType('ProjectStep', { description: 'A step in the life of a secondary project.' })
export class ProjectStepType extends SourcedStepType {
  @Field(() => ProjectStatusEnum) readonly to!: string;
  @EffectiveOnField() readonly effectiveOn!: string;
  @SignedOnField() readonly signedOn?: string;
  @OptionalTextField('The document, where it is no registered act.') readonly document?: string;
  @OptionalTextField() readonly reason?: string;
}

@ObjectType('Project', { description: 'A secondary project (dự án thứ cấp) at both clocks.' })
export class ProjectType extends RegisteredType {
  readonly clusterId?: string;

  @TextField() readonly name!: string;
  @OptionalTextField('Enterprise or cooperative that invests.') readonly investorName?: string;
  @Field(() => ProjectStatusEnum, { description: 'Where it stands on the day.' }) readonly status!: string;

  @Field(() => [ProjectStepType], { description: 'Every step known, also after the day, in its order.' })
  readonly steps!: readonly ProjectStepType[];

  @OptionalDayField('First day on which it is known to stand there.') readonly since?: string;
  @OptionalTextField('Leased hectares, a decimal number as text.') readonly areaHa?: string;
  @OptionalTextField('Registered capital in đồng, a number as text.') readonly capitalVnd?: string;
}

export const ProjectConnection = connectionOf('Project', ProjectType);
