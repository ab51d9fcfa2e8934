import { Field, ObjectType } from '@nestjs/graphql';
import type { Clocks, ClusterView } from '#application';
import type { Placement } from '#domain';
import {
  CertaintyEnum,
  ClusterStatusEnum,
  InvestorKindEnum,
  PlacementPrecisionEnum,
  ProvenanceEnum,
} from '../enums.js';
import { IdField, OptionalDayField, OptionalTextField, TextField } from '../fields.js';
import { RegisteredType, SourcedType } from './bases.js';
import { ScheduleType } from './cluster-life.js';
import { connectionOf } from './connection.js';

@ObjectType('ClusterDocument', { description: 'A document about a cluster; the issuer stays who it was.' })
export class ClusterDocumentType {
  readonly knownSeq!: number;
  readonly actId!: string;

  @TextField('What it did.') readonly subject!: string;
}

@ObjectType('ClusterClaim', {
  description: 'A dated figure or statement with its source; conflicting ones stand beside each other.',
})
export class ClusterClaimType extends SourcedType {
  @TextField() readonly field!: string;
  @TextField() readonly value!: string;
  @OptionalDayField() readonly asOf?: string;
}

@ObjectType('ClusterPlacement', { description: 'Where a cluster lies on the day, and how that is known.' })
export class ClusterPlacementType {
  @Field(() => CertaintyEnum) readonly certainty!: string;
  @Field(() => PlacementPrecisionEnum) readonly precision!: string;
  @Field(() => ProvenanceEnum) readonly provenance!: string;
  @TextField() readonly evidence!: string;
  @OptionalTextField('Why the communes are not known.') readonly because?: string;
}

@ObjectType('InfrastructureInvestor', {
  description:
    'Who builds the infrastructure (chủ đầu tư xây dựng hạ tầng kỹ thuật); `responsibility` has its status.',
})
export class InfrastructureInvestorType {
  readonly clocks!: Clocks;
  readonly officeId?: string;
  readonly clusterId!: string;

  @IdField() readonly id!: string;
  @Field(() => InvestorKindEnum) readonly kind!: string;
  @OptionalTextField('As named at the appointment.') readonly name?: string;
  @OptionalTextField('The phase that it is for; absent for the whole cluster.') readonly phaseId?: string;
}

@ObjectType('Cluster', { description: 'An industrial cluster (cụm công nghiệp) at both clocks.' })
export class ClusterType extends RegisteredType {
  readonly placements!: readonly Placement[];
  readonly view!: ClusterView;

  @TextField('Its name on the day.') readonly name!: string;

  @Field(() => ClusterStatusEnum, {
    description: 'As registered; `lifecycle` says where it stands on the day.',
  })
  readonly status!: string;

  @OptionalTextField('Hectares on the day, a decimal number as text.') readonly areaHa?: string;

  @OptionalTextField('The place as the decision words it on the day; it moves no responsibility.')
  readonly locationText?: string;

  @Field(() => [String], { nullable: true, description: 'Its industries, where a decision adjusted them.' })
  readonly industries?: readonly string[];

  @OptionalTextField('Whole đồng, where a decision adjusted it.') readonly capitalVnd?: string;

  @Field(() => ScheduleType, { nullable: true, description: 'Where a decision adjusted it.' })
  readonly schedule?: ScheduleType;

  @OptionalTextField('The investor as the decision words it on the day; it appoints nobody.')
  readonly investorText?: string;

  @OptionalDayField('First day on which it is known to exist.') readonly since?: string;
  @Field(() => [ClusterDocumentType]) readonly documents!: readonly ClusterDocumentType[];
  @Field(() => [ClusterClaimType]) readonly claims!: readonly ClusterClaimType[];
}

export const ClusterConnection = connectionOf('Cluster', ClusterType);
