import { Field, ID, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsNotEmpty, IsOptional, MaxLength, ValidateNested } from 'class-validator';
import type {
  AssetClass,
  HandoverBasis,
  HandoverItem,
  HandoverItemKind,
  HandoverState,
  LocalDate,
} from '#domain';
import { AssetClassEnum, HandoverItemKindEnum, HandoverStateEnum } from '../enums.js';
import { LocalDateScalar } from '../scalars.js';
import { FactInput } from './acts.input.js';

/** Longest list of one handover. */
export const MAX_ITEMS = 500;

@InputType('HandoverFilter')
export class HandoverFilterInput {
  @Field(() => ID, { nullable: true, description: 'Gives, receives, witnesses or decides.' })
  readonly officeId?: string;

  @Field(() => ID, { nullable: true })
  readonly giverId?: string;

  @Field(() => ID, { nullable: true })
  readonly receiverId?: string;

  @Field(() => ID, { nullable: true, description: 'On its list.' })
  readonly subjectId?: string;

  @Field(() => ID, { nullable: true, description: 'The dissolved unit whose things are given.' })
  readonly unitId?: string;

  @Field(() => HandoverStateEnum, { nullable: true, description: 'Where it stands on the day.' })
  readonly state?: HandoverState;

  @Field(() => ID, { nullable: true, description: 'The province whose office decides.' })
  readonly provinceId?: string;
}

@InputType('MissingFileInput')
export class MissingFileInput {
  @Field(() => ID, { description: 'The current manager.' })
  readonly confirmedByOfficeId!: string;

  @Field(() => LocalDateScalar, { nullable: true })
  readonly confirmedOn?: LocalDate;

  @Field(() => String)
  @IsNotEmpty()
  @MaxLength(2_000)
  readonly statement!: string;
}

@InputType('HandoverItemInput')
export class HandoverItemInput implements HandoverItem {
  @Field(() => ID, { description: 'Unique within the handover.' })
  readonly itemId!: string;

  @Field(() => HandoverItemKindEnum)
  readonly kind!: HandoverItemKind;

  @Field(() => String)
  @IsNotEmpty()
  @MaxLength(2_000)
  readonly description!: string;

  @Field(() => ID, { nullable: true, description: 'Required for assets and contracts.' })
  readonly subjectId?: string;

  @Field(() => AssetClassEnum, { nullable: true, description: 'For assets, and only for them.' })
  readonly assetClass?: AssetClass;

  @Field(() => LocalDateScalar, { nullable: true })
  readonly dueOn?: LocalDate;

  @Field(() => String, { nullable: true })
  readonly quantity?: string;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(100)
  readonly quantityUnit?: string;

  @Field(() => String, { nullable: true })
  readonly areaHa?: string;

  @Field(() => String, { nullable: true, description: 'Required for money.' })
  readonly amountVnd?: string;

  @Field(() => String, { nullable: true })
  readonly costVnd?: string;

  @Field(() => String, { nullable: true })
  readonly residualValueVnd?: string;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(2_000)
  readonly condition?: string;

  @Field(() => ID, { nullable: true, description: 'Who manages it at present.' })
  readonly managerOfficeId?: string;

  @Field(() => MissingFileInput, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => MissingFileInput)
  readonly missingFile?: MissingFileInput;
}

@InputType('HandoverBasisInput')
export class HandoverBasisInput implements HandoverBasis {
  @Field(() => ID)
  @IsNotEmpty()
  readonly actId!: string;

  @Field(() => String, { nullable: true })
  readonly article?: string;
}

@InputType('DraftHandoverInput')
export class DraftHandoverInputType extends FactInput {
  @Field(() => ID, { description: 'Small letters, digits and hyphens.' })
  @IsNotEmpty()
  readonly handoverId!: string;

  @Field(() => ID)
  readonly giverOfficeId!: string;

  @Field(() => ID, {
    nullable: true,
    description:
      'The dissolved unit whose things are given, where a body assigned by the province gives them.',
  })
  readonly giverActsFor?: string;

  @Field(() => String, {
    nullable: true,
    description: 'Name of that body, as in the decision that assigned it.',
  })
  @IsOptional()
  @MaxLength(500)
  readonly giverName?: string;

  @Field(() => ID)
  readonly receiverOfficeId!: string;

  @Field(() => ID, { nullable: true })
  readonly witnessOfficeId?: string;

  @Field(() => ID, { description: 'Who approves what the parties propose.' })
  readonly decidingOfficeId!: string;

  @Field(() => HandoverBasisInput, { description: 'The law or decision by which authority moves.' })
  @ValidateNested()
  @Type(() => HandoverBasisInput)
  readonly basis!: HandoverBasisInput;

  @Field(() => ID, {
    nullable: true,
    description: 'The act that orders the handing over, where it is another.',
  })
  readonly orderActId?: string;

  @Field(() => LocalDateScalar, { description: 'Since when authority moves, whatever is signed.' })
  readonly effectiveOn!: LocalDate;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(500)
  readonly place?: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Today where absent.' })
  readonly draftedOn?: LocalDate;

  @Field(() => [HandoverItemInput], { defaultValue: [] })
  @ArrayMaxSize(MAX_ITEMS)
  @ValidateNested({ each: true })
  @Type(() => HandoverItemInput)
  readonly items!: HandoverItemInput[];
}
