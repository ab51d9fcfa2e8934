import { Field, InputType } from '@nestjs/graphql';
import type { At } from '#application';
import type { Instant, LocalDate } from '#domain';
import { OptionalDayField } from './fields.js';
import { InstantScalar, PositionScalar } from './scalars.js';

@InputType('At', { description: 'Both clocks. Default: today in Asia/Ho_Chi_Minh, everything known.' })
export class AtInput implements At {
  @OptionalDayField('The day asked about.') readonly validAt?: LocalDate | null;

  @Field(() => InstantScalar, { nullable: true, description: 'What the log had recorded by then.' })
  readonly knownAt?: Instant | null;

  @Field(() => PositionScalar, {
    nullable: true,
    description: 'Wait until the event at this position is known.',
  })
  readonly position?: string | null;
}
