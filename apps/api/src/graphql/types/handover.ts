import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Clocks, HandoverView } from '#application';
import {
  AssetClassEnum,
  DiscrepancyKindEnum,
  HandoverDecisionEnum,
  HandoverItemKindEnum,
  HandoverNextStepEnum,
  HandoverStateEnum,
  ProvenanceEnum,
} from '../enums.js';
import { JsonScalar, LocalDateScalar } from '../scalars.js';
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
  @Field(() => LocalDateScalar, { nullable: true, description: 'The day on the paper.' })
  readonly confirmedOn?: string;

  @Field(() => String)
  readonly statement!: string;
}

@ObjectType('HandoverItem', { description: 'One thing on the list of a handover; numbers are decimal text.' })
export class HandoverItemType {
  readonly clocks!: Clocks;
  readonly managerOfficeId?: string;

  @Field(() => ID, { description: 'Unique within the handover.' })
  readonly itemId!: string;

  @Field(() => HandoverItemKindEnum)
  readonly kind!: string;

  @Field(() => String)
  readonly description!: string;

  @Field(() => ID, { nullable: true, description: 'The cluster, project or scheme it belongs to.' })
  readonly subjectId?: string;

  @Field(() => AssetClassEnum, { nullable: true })
  readonly assetClass?: string;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Of an asset: whether it needs a handover minute (NĐ 178/2026 Đ.10(5)); null for the rest.',
  })
  readonly needsMinute?: boolean;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Of a procedure: the day its next step is due.',
  })
  readonly dueOn?: string;

  @Field(() => String, { nullable: true })
  readonly quantity?: string;

  @Field(() => String, { nullable: true })
  readonly quantityUnit?: string;

  @Field(() => String, { nullable: true })
  readonly areaHa?: string;

  @Field(() => String, { nullable: true })
  readonly amountVnd?: string;

  @Field(() => String, { nullable: true })
  readonly costVnd?: string;

  @Field(() => String, { nullable: true })
  readonly residualValueVnd?: string;

  @Field(() => String, { nullable: true })
  readonly condition?: string;

  @Field(() => MissingFileType, { nullable: true })
  readonly missingFile?: MissingFileType;
}

@ObjectType('HandoverSignature', { description: 'One party’s signature: the second of the three dates.' })
export class HandoverSignatureType extends OfOffice {
  readonly handoverId!: string;
  readonly revision!: number;

  @Field(() => LocalDateScalar, { description: 'The day on the paper.' })
  readonly signedOn!: string;

  @Field(() => String, { nullable: true, description: 'The post of who signed; never a name.' })
  readonly post?: string;

  @Field(() => String, { nullable: true })
  readonly opinion?: string;
}

@ObjectType('HandoverDiscrepancy', {
  description: 'The list and what is there differ, or a party refuses to sign or accept.',
})
export class HandoverDiscrepancyType extends OfOffice {
  @Field(() => ID)
  readonly discrepancyId!: string;

  @Field(() => ID, { nullable: true })
  readonly itemId?: string;

  @Field(() => DiscrepancyKindEnum)
  readonly kind!: string;

  @Field(() => String)
  readonly description!: string;

  @Field(() => LocalDateScalar)
  readonly openedOn!: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Null while it is open.' })
  readonly resolvedOn?: string;

  @Field(() => String, { nullable: true })
  readonly resolution?: string;
}

@ObjectType('HandoverProposal', { description: 'A decision that waits for somebody else to approve it.' })
export class HandoverProposalType {
  @Field(() => ID)
  readonly proposalId!: string;

  @Field(() => HandoverDecisionEnum)
  readonly decision!: string;

  @Field(() => String)
  readonly reason!: string;

  @Field(() => ID, { nullable: true })
  readonly actId?: string;

  @Field(() => ID, { nullable: true })
  readonly discrepancyId?: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'First day on which it would be over.' })
  readonly until?: string;

  @Field(() => JsonScalar, { nullable: true, description: 'What a correction would change.' })
  readonly correction?: unknown;

  @Field(() => LocalDateScalar)
  readonly proposedOn!: string;

  @Field(() => ID, { description: 'Opaque id of who proposed it; he cannot approve it.' })
  readonly proposedByActor!: string;

  @Field(() => String, { description: 'The office he acted for.' })
  readonly proposedByOffice!: string;
}

@ObjectType('HandoverAttachment', { description: 'A document by its hash; its content is kept elsewhere.' })
export class HandoverAttachmentType {
  @Field(() => String)
  readonly sha256!: string;

  @Field(() => Int)
  readonly sizeBytes!: number;

  @Field(() => String)
  readonly mediaType!: string;

  @Field(() => String)
  readonly title!: string;

  @Field(() => ID, { nullable: true })
  readonly itemId?: string;

  @Field(() => LocalDateScalar)
  readonly addedOn!: string;
}

@ObjectType('HandoverWait', { description: 'What an office has to do next.' })
export class HandoverWaitType extends OfOffice {
  @Field(() => HandoverNextStepEnum)
  readonly step!: string;

  @Field(() => ID, { nullable: true, description: 'The discrepancy or proposal it is about.' })
  readonly about?: string;

  @Field(() => LocalDateScalar, { description: 'First day on which it waited.' })
  readonly since!: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day in time, where one was set.' })
  readonly dueOn?: string;
}

@ObjectType('HandoverStateChange', { description: 'A state with its first day.' })
export class HandoverStateChangeType {
  @Field(() => HandoverStateEnum)
  readonly state!: string;

  @Field(() => LocalDateScalar)
  readonly since!: string;
}

@ObjectType('Handover', {
  description:
    'A handover (bàn giao) between two offices, at both clocks. It moves no duty: that moves by law or decision.',
})
export class HandoverType {
  readonly clocks!: Clocks;
  readonly view!: HandoverView;
  readonly giverOfficeId!: string;
  readonly giverActsFor?: string;
  readonly receiverOfficeId!: string;
  readonly witnessOfficeId?: string;
  readonly decidingOfficeId!: string;
  readonly orderActId?: string;

  @Field(() => ID)
  readonly id!: string;

  @Field(() => HandoverStateEnum, { description: 'Where it stands on the day.' })
  readonly state!: string;

  @Field(() => LocalDateScalar, { description: 'First day of this state.' })
  readonly since!: string;

  @Field(() => LocalDateScalar, {
    description: 'Since when authority has moved by law or decision: the first of the three dates.',
  })
  readonly effectiveOn!: string;

  @Field(() => String, { nullable: true })
  readonly place?: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Day set for the signing of the minutes.' })
  readonly scheduledFor?: string;

  @Field(() => [HandoverItemType])
  readonly items!: readonly HandoverItemType[];

  @Field(() => [HandoverSignatureType])
  readonly signatures!: readonly HandoverSignatureType[];

  @Field(() => LocalDateScalar, { nullable: true })
  readonly acceptedOn?: string;

  @Field(() => String, { nullable: true, description: 'What the receiver does not accept.' })
  readonly reservation?: string;

  @Field(() => String, { nullable: true, description: 'Of the receiver, at the acceptance.' })
  readonly opinion?: string;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'First day on which a temporary handover is over.',
  })
  readonly temporaryUntil?: string;

  @Field(() => [HandoverDiscrepancyType], { description: 'All of them; an open one is not resolved.' })
  readonly discrepancies!: readonly HandoverDiscrepancyType[];

  @Field(() => [HandoverProposalType], { description: 'Neither approved nor declined.' })
  readonly proposals!: readonly HandoverProposalType[];

  @Field(() => [HandoverAttachmentType])
  readonly attachments!: readonly HandoverAttachmentType[];

  @Field(() => ProvenanceEnum)
  readonly provenance!: string;

  @Field(() => String)
  readonly source!: string;

  @Field(() => Int, { description: 'For expectedRevision.' })
  readonly revision!: number;
}

export const HandoverConnection = connectionOf('Handover', HandoverType);
