import { Field, ID, InputType } from '@nestjs/graphql';
import { IsNotEmpty, MaxLength } from 'class-validator';
import { FactInput } from './acts.input.js';

@InputType('EnterpriseFilter')
export class EnterpriseFilterInput {
  @Field(() => String, {
    nullable: true,
    description: 'Anywhere in the name, with or without diacritics, in any case.',
  })
  readonly name?: string;

  @Field(() => String, { nullable: true })
  readonly registrationNumber?: string;
}

@InputType('RegisterEnterpriseInput')
export class RegisterEnterpriseInputType extends FactInput {
  @Field(() => ID, { nullable: true, description: 'Made of the name where absent.' })
  readonly enterpriseId?: string;

  @Field(() => String, { description: 'As in the source; never a person.' })
  @IsNotEmpty()
  @MaxLength(500)
  readonly name!: string;

  @Field(() => String, { nullable: true, description: 'Ten digits; absent where no source states it.' })
  readonly registrationNumber?: string;
}
