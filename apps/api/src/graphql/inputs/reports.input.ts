import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsNotEmpty, IsOptional, MaxLength, Min } from 'class-validator';
import type { LocalDate, ReportId } from '#domain';
import { ReportIdEnum } from '../enums.js';
import { LocalDateScalar } from '../scalars.js';
import { FactInput } from './acts.input.js';

@InputType('ReportObligationFilter')
export class ReportObligationFilterInput {
  @Field(() => ID, { nullable: true, description: 'An office that reports, or may have to.' })
  readonly officeId?: string;

  @Field(() => ReportIdEnum, { nullable: true })
  readonly reportId?: ReportId;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'First due day; the first of the year asked about where absent.',
  })
  readonly dueFrom?: LocalDate;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Last due day; the last of that year where absent.',
  })
  readonly dueTo?: LocalDate;

  @Field(() => Boolean, { nullable: true, description: 'Handed in by the end of the day, or not.' })
  readonly submitted?: boolean;
}

@InputType('SubmitReportInput')
export class SubmitReportInputType extends FactInput {
  @Field(() => ID)
  @IsNotEmpty()
  readonly obligationId!: string;

  @Field(() => LocalDateScalar)
  readonly submittedOn!: LocalDate;

  @Field(() => String, { nullable: true, description: 'Number of the report, or the SHA-256 of its file.' })
  @IsOptional()
  @IsNotEmpty()
  @MaxLength(200)
  readonly documentRef?: string;

  @Field(() => String, {
    nullable: true,
    description: 'What it says of the part of the period that another managed.',
  })
  @IsOptional()
  @IsNotEmpty()
  @MaxLength(2_000)
  readonly notManagedNote?: string;

  @Field(() => String, {
    nullable: true,
    description: 'Why it takes the place of the one handed in before.',
  })
  @IsOptional()
  @MaxLength(2_000)
  readonly reason?: string;

  @Field(() => Int, { nullable: true, description: 'The revision that the other was decided on.' })
  @IsOptional()
  @Min(0)
  readonly expectedRevision?: number;
}
