import { Field, InputType } from '@nestjs/graphql';
import type { LocalDate, ProjectStatus } from '#domain';
import { ProjectStatusEnum } from '../enums.js';
import {
  EffectiveOnField,
  NamePartField,
  OptionalDayField,
  OptionalIdField,
  OptionalTextField,
  SignedOnField,
} from '../fields.js';
import { FactInput } from './acts.input.js';
import { CheckedId, CheckedText, ExpectedRevisionField, OptionalCheckedText } from './checked.js';

@InputType('ProjectFilter')
export class ProjectFilterInput {
  @OptionalIdField() readonly clusterId?: string;

  @Field(() => ProjectStatusEnum, { nullable: true, description: 'Where it stands on the day.' })
  readonly status?: ProjectStatus;

  @NamePartField() readonly name?: string;
}

@InputType('RegisterProjectInput')
export class RegisterProjectInputType extends FactInput {
  @CheckedId('Small letters, digits and hyphens.') readonly projectId!: string;
  @CheckedText(500) readonly name!: string;
  @OptionalIdField('The cluster it lies in.') readonly clusterId?: string;

  @OptionalCheckedText(500, 'Enterprise or cooperative that invests; never a person.')
  readonly investorName?: string;

  @Field(() => ProjectStatusEnum) readonly status!: ProjectStatus;
  @OptionalDayField('First day on which it is known to stand there.') readonly since?: LocalDate;
  @OptionalTextField('Leased hectares, digits with a point.') readonly areaHa?: string;
  @OptionalTextField('Registered capital in đồng, digits with a point.') readonly capitalVnd?: string;
}

@InputType('AdvanceProjectInput')
export class AdvanceProjectInputType extends FactInput {
  @CheckedId() readonly projectId!: string;
  @Field(() => ProjectStatusEnum) readonly to!: ProjectStatus;
  @EffectiveOnField() readonly effectiveOn!: LocalDate;
  @SignedOnField() readonly signedOn?: LocalDate;
  @OptionalIdField('The registered act that decided it.') readonly actId?: string;

  @OptionalCheckedText(500, 'The document by number and date, where it is no registered act.')
  readonly document?: string;

  @OptionalCheckedText(2_000, 'Why, in one sentence.') readonly reason?: string;
  @ExpectedRevisionField() readonly expectedRevision!: number;
}
