import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsNotEmpty, IsOptional, MaxLength, Min } from 'class-validator';
import { FactInput } from './acts.input.js';

@InputType('DissolvedIssuerDocumentFilter')
export class DissolvedDocumentFilterInput {
  @Field(() => ID, { nullable: true, description: 'The dissolved unit that issued them.' })
  readonly unitId?: string;

  @Field(() => ID, {
    nullable: true,
    description: 'A province, of today or dissolved, that the unit belonged to or went into.',
  })
  readonly provinceId?: string;

  @Field(() => ID, { nullable: true, description: 'A cluster whose documents name them.' })
  readonly subjectId?: string;

  @Field(() => Boolean, { nullable: true, description: 'In force on the day, or not.' })
  readonly inForce?: boolean;
}

@InputType('IdentifyIssuerInput')
export class IdentifyIssuerInputType extends FactInput {
  @Field(() => ID)
  @IsNotEmpty()
  readonly actId!: string;

  @Field(() => ID, { description: 'The office as it was on the day of issue.' })
  @IsNotEmpty()
  readonly issuerOfficeId!: string;

  @Field(() => ID, { nullable: true, description: 'The duty under which it was issued.' })
  @IsOptional()
  @IsNotEmpty()
  readonly dutyId?: string;

  @Field(() => String, {
    nullable: true,
    description: 'Why what is recorded is wrong; makes it a correction.',
  })
  @IsOptional()
  @MaxLength(2_000)
  readonly reason?: string;

  @Field(() => Int, { description: 'The revision of the act it was decided on.' })
  @Min(0)
  readonly expectedRevision!: number;
}
