import { Field, InputType } from '@nestjs/graphql';
import type {
  AssetClass,
  HandoverBasis,
  HandoverItem,
  HandoverItemKind,
  HandoverState,
  LocalDate,
} from '#domain';
import { AssetClassEnum, HandoverItemKindEnum, HandoverStateEnum } from '../enums.js';
import { DayField, IdField, OptionalDayField, OptionalIdField, OptionalTextField } from '../fields.js';
import { FactInput } from './acts.input.js';
import {
  CheckedId,
  CheckedText,
  OnDayField,
  OptionalNote,
  OptionalPartField,
  PartField,
  PartsField,
} from './checked.js';

/** Longest list of one handover. */
export const MAX_ITEMS = 500;

@InputType('HandoverFilter')
export class HandoverFilterInput {
  @OptionalIdField('Gives, receives, witnesses or decides.') readonly officeId?: string;
  @OptionalIdField() readonly giverId?: string;
  @OptionalIdField() readonly receiverId?: string;
  @OptionalIdField('On its list.') readonly subjectId?: string;
  @OptionalIdField('The dissolved unit whose things are given.') readonly unitId?: string;

  @Field(() => HandoverStateEnum, { nullable: true, description: 'Where it stands on the day.' })
  readonly state?: HandoverState;

  @OptionalIdField('The province whose office decides.') readonly provinceId?: string;
}

@InputType('MissingFileInput')
export class MissingFileInput {
  @IdField('The current manager.') readonly confirmedByOfficeId!: string;
  @OptionalDayField() readonly confirmedOn?: LocalDate;
  @CheckedText(2_000) readonly statement!: string;
}

@InputType('HandoverItemInput')
export class HandoverItemInput implements HandoverItem {
  @IdField('Unique within the handover.') readonly itemId!: string;
  @Field(() => HandoverItemKindEnum) readonly kind!: HandoverItemKind;
  @CheckedText(2_000) readonly description!: string;
  @OptionalIdField('Required for assets and contracts.') readonly subjectId?: string;

  @Field(() => AssetClassEnum, { nullable: true, description: 'For assets, and only for them.' })
  readonly assetClass?: AssetClass;

  @OptionalDayField() readonly dueOn?: LocalDate;
  @OptionalTextField() readonly quantity?: string;
  @OptionalNote(100) readonly quantityUnit?: string;
  @OptionalTextField() readonly areaHa?: string;
  @OptionalTextField('Required for money.') readonly amountVnd?: string;
  @OptionalTextField() readonly costVnd?: string;
  @OptionalTextField() readonly residualValueVnd?: string;
  @OptionalNote(2_000) readonly condition?: string;
  @OptionalIdField('Who manages it at present.') readonly managerOfficeId?: string;
  @OptionalPartField(() => MissingFileInput) readonly missingFile?: MissingFileInput;
}

@InputType('HandoverBasisInput')
export class HandoverBasisInput implements HandoverBasis {
  @CheckedId() readonly actId!: string;
  @OptionalTextField() readonly article?: string;
}

@InputType('DraftHandoverInput')
export class DraftHandoverInputType extends FactInput {
  @CheckedId('Small letters, digits and hyphens.') readonly handoverId!: string;
  @IdField() readonly giverOfficeId!: string;

  @OptionalIdField(
    'The dissolved unit whose things are given, where a body assigned by the province gives them.',
  )
  readonly giverActsFor?: string;

  @OptionalNote(500, 'Name of that body, as in the decision that assigned it.') readonly giverName?: string;
  @IdField() readonly receiverOfficeId!: string;
  @OptionalIdField() readonly witnessOfficeId?: string;
  @IdField('Who approves what the parties propose.') readonly decidingOfficeId!: string;

  @PartField(() => HandoverBasisInput, 'The law or decision by which authority moves.')
  readonly basis!: HandoverBasisInput;

  @OptionalIdField('The act that orders the handing over, where it is another.') readonly orderActId?: string;
  @DayField('Since when authority moves, whatever is signed.') readonly effectiveOn!: LocalDate;
  @OptionalNote(500) readonly place?: string;
  @OnDayField() readonly draftedOn?: LocalDate;

  @PartsField(() => HandoverItemInput, { max: MAX_ITEMS, absent: 'EMPTY' })
  readonly items!: HandoverItemInput[];
}
