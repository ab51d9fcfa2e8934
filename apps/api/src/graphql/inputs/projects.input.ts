import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsNotEmpty, IsOptional, MaxLength, Min } from 'class-validator';
import type { LocalDate, ProjectStatus } from '#domain';
import { ProjectStatusEnum } from '../enums.js';
import { LocalDateScalar } from '../scalars.js';
import { FactInput } from './acts.input.js';

@InputType('ProjectFilter')
export class ProjectFilterInput {
  @Field(() => ID, { nullable: true })
  readonly clusterId?: string;

  @Field(() => ProjectStatusEnum, { nullable: true, description: 'Where it stands on the day.' })
  readonly status?: ProjectStatus;

  @Field(() => String, {
    nullable: true,
    description: 'Anywhere in the name, with or without diacritics, in any case.',
  })
  readonly name?: string;
}

@InputType('RegisterProjectInput')
export class RegisterProjectInputType extends FactInput {
  @Field(() => ID, { description: 'Small letters, digits and hyphens.' })
  @IsNotEmpty()
  readonly projectId!: string;

  @Field(() => String)
  @IsNotEmpty()
  @MaxLength(500)
  readonly name!: string;

  @Field(() => ID, { nullable: true, description: 'The cluster it lies in.' })
  readonly clusterId?: string;

  @Field(() => String, {
    nullable: true,
    description: 'Enterprise or cooperative that invests; never a person.',
  })
  @IsOptional()
  @IsNotEmpty()
  @MaxLength(500)
  readonly investorName?: string;

  @Field(() => ProjectStatusEnum)
  readonly status!: ProjectStatus;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'First day on which it is known to stand there.',
  })
  readonly since?: LocalDate;

  @Field(() => String, { nullable: true, description: 'Leased hectares, digits with a point.' })
  readonly areaHa?: string;

  @Field(() => String, { nullable: true, description: 'Registered capital in đồng, digits with a point.' })
  readonly capitalVnd?: string;
}

@InputType('AdvanceProjectInput')
export class AdvanceProjectInputType extends FactInput {
  @Field(() => ID)
  @IsNotEmpty()
  readonly projectId!: string;

  @Field(() => ProjectStatusEnum)
  readonly to!: ProjectStatus;

  @Field(() => LocalDateScalar, { description: 'First day on which it counts.' })
  readonly effectiveOn!: LocalDate;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Day on which its document was signed, where that is another.',
  })
  readonly signedOn?: LocalDate;

  @Field(() => ID, { nullable: true, description: 'The registered act that decided it.' })
  readonly actId?: string;

  @Field(() => String, {
    nullable: true,
    description: 'The document by number and date, where it is no registered act.',
  })
  @IsOptional()
  @IsNotEmpty()
  @MaxLength(500)
  readonly document?: string;

  @Field(() => String, { nullable: true, description: 'Why, in one sentence.' })
  @IsOptional()
  @IsNotEmpty()
  @MaxLength(2_000)
  readonly reason?: string;

  @Field(() => Int, { description: 'The revision it was decided on.' })
  @Min(0)
  readonly expectedRevision!: number;
}
