import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Clocks } from '#application';
import { ProjectStatusEnum, ProvenanceEnum } from '../enums.js';
import { LocalDateScalar } from '../scalars.js';
import { connectionOf } from './connection.js';

@ObjectType('ProjectStep', { description: 'A step in the life of a secondary project.' })
export class ProjectStepType {
  readonly knownSeq!: number;
  readonly actId?: string;

  @Field(() => ProjectStatusEnum)
  readonly to!: string;

  @Field(() => LocalDateScalar, { description: 'First day on which it counts.' })
  readonly effectiveOn!: string;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Day on which its document was signed, where that is another.',
  })
  readonly signedOn?: string;

  @Field(() => String, { nullable: true, description: 'The document, where it is no registered act.' })
  readonly document?: string;

  @Field(() => String, { nullable: true })
  readonly reason?: string;

  @Field(() => ProvenanceEnum)
  readonly provenance!: string;

  @Field(() => String)
  readonly source!: string;
}

@ObjectType('Project', { description: 'A secondary project (dự án thứ cấp) at both clocks.' })
export class ProjectType {
  readonly clocks!: Clocks;
  readonly clusterId?: string;

  @Field(() => ID)
  readonly id!: string;

  @Field(() => String)
  readonly name!: string;

  @Field(() => String, { nullable: true, description: 'Enterprise or cooperative that invests.' })
  readonly investorName?: string;

  @Field(() => ProjectStatusEnum, { description: 'Where it stands on the day.' })
  readonly status!: string;

  @Field(() => [ProjectStepType], { description: 'Every step known, also after the day, in its order.' })
  readonly steps!: readonly ProjectStepType[];

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'First day on which it is known to stand there.',
  })
  readonly since?: string;

  @Field(() => String, { nullable: true, description: 'Leased hectares, a decimal number as text.' })
  readonly areaHa?: string;

  @Field(() => String, { nullable: true, description: 'Registered capital in đồng, a number as text.' })
  readonly capitalVnd?: string;

  @Field(() => ProvenanceEnum)
  readonly provenance!: string;

  @Field(() => String)
  readonly source!: string;

  @Field(() => Int, { description: 'For expectedRevision.' })
  readonly revision!: number;
}

export const ProjectConnection = connectionOf('Project', ProjectType);
