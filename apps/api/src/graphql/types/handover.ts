import { Field, ObjectType } from '@nestjs/graphql';
import type { Clocks, HandoverView } from '#application';
import {
  AssetClassEnum,
  DiscrepancyKindEnum,
  HandoverDecisionEnum,
  HandoverItemKindEnum,
  HandoverNextStepEnum,
  HandoverStateEnum,
} from '../enums.js';
import {
  DayField,
  IdField,
  IntField,
  OptionalDayField,
  OptionalFlagField,
  OptionalIdField,
  OptionalTextField,
  TextField,
} from '../fields.js';
import { JsonScalar } from '../scalars.js';
import { RegisteredType } from './bases.js';
import { connectionOf } from './connection.js';

/** What an office is looked up by, below a handover. */
class OfOffice {
  readonly clocks!: Clocks;
  readonly officeId!: string;
}

@ObjectType('MissingFileConfirmation', {
  description: 'What the current manager states in writing where a legal file is missing.',
})
export class MissingFileType extends OfOffice {
  @OptionalDayField('The day on the paper.') readonly confirmedOn?: string;
  @TextField() readonly statement!: string;
}

@ObjectType('HandoverItem', { description: 'One thing on the list of a handover; numbers are decimal text.' })
export class HandoverItemType {
  readonly clocks!: Clocks;
  readonly managerOfficeId?: string;

  @IdField('Unique within the handover.') readonly itemId!: string;
  @Field(() => HandoverItemKindEnum) readonly kind!: string;
  @TextField() readonly description!: string;
  @OptionalIdField('The cluster, project or scheme it belongs to.') readonly subjectId?: string;
  @Field(() => AssetClassEnum, { nullable: true }) readonly assetClass?: string;

  @OptionalFlagField(
    'Of an asset: whether it needs a handover minute (NĐ 178/2026 Đ.10(5)); null for the rest.',
  )
  readonly needsMinute?: boolean;

  @OptionalDayField('Of a procedure: the day its next step is due.') readonly dueOn?: string;
  @OptionalTextField() readonly quantity?: string;
  @OptionalTextField() readonly quantityUnit?: string;
  @OptionalTextField() readonly areaHa?: string;
  @OptionalTextField() readonly amountVnd?: string;
  @OptionalTextField() readonly costVnd?: string;
  @OptionalTextField() readonly residualValueVnd?: string;
  @OptionalTextField() readonly condition?: string;
  @Field(() => MissingFileType, { nullable: true }) readonly missingFile?: MissingFileType;
}

@ObjectType('HandoverSignature', { description: 'One party’s signature: the second of the three dates.' })
export class HandoverSignatureType extends OfOffice {
  readonly handoverId!: string;
  readonly revision!: number;

  @DayField('The day on the paper.') readonly signedOn!: string;
  @OptionalTextField('The post of who signed; never a name.') readonly post?: string;
  @OptionalTextField() readonly opinion?: string;
}

@ObjectType('HandoverDiscrepancy', {
  description: 'The list and what is there differ, or a party refuses to sign or accept.',
})
export class HandoverDiscrepancyType extends OfOffice {
  @IdField() readonly discrepancyId!: string;
  @OptionalIdField() readonly itemId?: string;
  @Field(() => DiscrepancyKindEnum) readonly kind!: string;
  @TextField() readonly description!: string;
  @DayField() readonly openedOn!: string;
  @OptionalDayField('Null while it is open.') readonly resolvedOn?: string;
  @OptionalTextField() readonly resolution?: string;
}

@ObjectType('HandoverProposal', { description: 'A decision that waits for somebody else to approve it.' })
export class HandoverProposalType {
  @IdField() readonly proposalId!: string;
  @Field(() => HandoverDecisionEnum) readonly decision!: string;
  @TextField() readonly reason!: string;
  @OptionalIdField() readonly actId?: string;
  @OptionalIdField() readonly discrepancyId?: string;
  @OptionalDayField('First day on which it would be over.') readonly until?: string;

  @Field(() => JsonScalar, { nullable: true, description: 'What a correction would change.' })
  readonly correction?: unknown;

  @DayField() readonly proposedOn!: string;
  @IdField('Opaque id of who proposed it; he cannot approve it.') readonly proposedByActor!: string;
  @TextField('The office he acted for.') readonly proposedByOffice!: string;
}

@ObjectType('HandoverAttachment', { description: 'A document by its hash; its content is kept elsewhere.' })
export class HandoverAttachmentType {
  @TextField() readonly sha256!: string;
  @IntField() readonly sizeBytes!: number;
  @TextField() readonly mediaType!: string;
  @TextField() readonly title!: string;
  @OptionalIdField() readonly itemId?: string;
  @DayField() readonly addedOn!: string;
}

@ObjectType('HandoverWait', { description: 'What an office has to do next.' })
export class HandoverWaitType extends OfOffice {
  @Field(() => HandoverNextStepEnum) readonly step!: string;
  @OptionalIdField('The discrepancy or proposal it is about.') readonly about?: string;
  @DayField('First day on which it waited.') readonly since!: string;
  @OptionalDayField('Last day in time, where one was set.') readonly dueOn?: string;
}

@ObjectType('HandoverStateChange', { description: 'A state with its first day.' })
export class HandoverStateChangeType {
  @Field(() => HandoverStateEnum) readonly state!: string;
  @DayField() readonly since!: string;
}

@ObjectType('Handover', {
  description:
    'A handover (bàn giao) between two offices, at both clocks. It moves no duty: that moves by law or decision.',
})
export class HandoverType extends RegisteredType {
  readonly view!: HandoverView;
  readonly giverOfficeId!: string;
  readonly giverActsFor?: string;
  readonly receiverOfficeId!: string;
  readonly witnessOfficeId?: string;
  readonly decidingOfficeId!: string;
  readonly orderActId?: string;

  @Field(() => HandoverStateEnum, { description: 'Where it stands on the day.' }) readonly state!: string;
  @DayField('First day of this state.') readonly since!: string;

  @DayField('Since when authority has moved by law or decision: the first of the three dates.')
  readonly effectiveOn!: string;

  @OptionalTextField() readonly place?: string;
  @OptionalDayField('Day set for the signing of the minutes.') readonly scheduledFor?: string;
  @Field(() => [HandoverItemType]) readonly items!: readonly HandoverItemType[];
  @Field(() => [HandoverSignatureType]) readonly signatures!: readonly HandoverSignatureType[];
  @OptionalDayField() readonly acceptedOn?: string;
  @OptionalTextField('What the receiver does not accept.') readonly reservation?: string;
  @OptionalTextField('Of the receiver, at the acceptance.') readonly opinion?: string;
  @OptionalDayField('First day on which a temporary handover is over.') readonly temporaryUntil?: string;

  @Field(() => [HandoverDiscrepancyType], { description: 'All of them; an open one is not resolved.' })
  readonly discrepancies!: readonly HandoverDiscrepancyType[];

  @Field(() => [HandoverProposalType], { description: 'Neither approved nor declined.' })
  readonly proposals!: readonly HandoverProposalType[];

  @Field(() => [HandoverAttachmentType]) readonly attachments!: readonly HandoverAttachmentType[];
}

export const HandoverConnection = connectionOf('Handover', HandoverType);
