import { Field, ObjectType } from '@nestjs/graphql';
import type { Clocks } from '#application';
import { ProjectStatusEnum, ProvenanceEnum } from '../enums.js';
import { connectionOf } from './connection.js';
import { DayField, IdField, IntField, OptionalDayField, OptionalTextField, TextField } from '../fields.js';

@ObjectType('ProjectStep', { description: 'A step in the life of a secondary project.' })
export class ProjectStepType {
  readonly knownSeq!: number;
  readonly actId?: string;

  @Field(() => ProjectStatusEnum) readonly to!: string;
  @DayField('First day on which it counts.') readonly effectiveOn!: string;

  @OptionalDayField('Day on which its document was signed, where that is another.')
  readonly signedOn?: string;

  @OptionalTextField('The document, where it is no registered act.') readonly document?: string;
  @OptionalTextField() readonly reason?: string;
  @Field(() => ProvenanceEnum) readonly provenance!: string;
  @TextField() readonly source!: string;
}

@ObjectType('Project', { description: 'A secondary project (dự án thứ cấp) at both clocks.' })
export class ProjectType {
  readonly clocks!: Clocks;
  readonly clusterId?: string;

  @IdField() readonly id!: string;
  @TextField() readonly name!: string;
  @OptionalTextField('Enterprise or cooperative that invests.') readonly investorName?: string;
  @Field(() => ProjectStatusEnum, { description: 'Where it stands on the day.' }) readonly status!: string;

  @Field(() => [ProjectStepType], { description: 'Every step known, also after the day, in its order.' })
  readonly steps!: readonly ProjectStepType[];

  @OptionalDayField('First day on which it is known to stand there.') readonly since?: string;
  @OptionalTextField('Leased hectares, a decimal number as text.') readonly areaHa?: string;
  @OptionalTextField('Registered capital in đồng, a number as text.') readonly capitalVnd?: string;
  @Field(() => ProvenanceEnum) readonly provenance!: string;
  @TextField() readonly source!: string;
  @IntField('For expectedRevision.') readonly revision!: number;
}

export const ProjectConnection = connectionOf('Project', ProjectType);
