import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
  AskQuery,
  overKnown,
  type Answered,
  type Clocks,
  type InvestorRecordView,
  type ReadModel,
} from '#application';
import {
  appointmentsOf,
  BanGiaoError,
  CONTINUATION_DUTY,
  investorDuties,
  REARRANGEMENT_DUTY,
  type PendingRearrangement,
} from '#domain';
import { askForPage, AtArg, IdArg, ListArgs } from '../asking.js';
import { AtInput } from '../at.input.js';
import { PendingFilterInput } from '../inputs/investors.input.js';
import { investorNode } from '../investor-nodes.js';
import { actOf, officeOf, optionalOffice } from '../lookups.js';
import { clusterNode, responsibilityNode } from '../nodes.js';
import { ActType } from '../types/act.js';
import { ClusterType } from '../types/cluster.js';
import type { Connection } from '../types/connection.js';
import {
  InvestorAppointmentType,
  InvestorMemberType,
  InvestorStepType,
  PendingRearrangementConnection,
  PendingRearrangementType,
} from '../types/investor.js';
import { BasisType, OfficeType, ResponsibilityType } from '../types/responsibility.js';
import { withoutNulls } from '../without-nulls.js';
import { FieldsResolver, QuestionsResolver } from './bases.js';
import { withAct } from './with-act.js';

@Resolver(() => InvestorAppointmentType)
export class InvestorAppointmentResolver extends QuestionsResolver {
  @Query(() => [InvestorAppointmentType], {
    description: 'Everything recorded of the investors of a cluster, applications included, by start.',
  })
  async investorAppointments(
    @IdArg('clusterId') clusterId: string,
    @AtArg() at?: AtInput,
  ): Promise<InvestorAppointmentType[]> {
    const { clocks, result }: Answered<InvestorRecordView | undefined> = await this.queries.execute(
      new AskQuery(at, (readModel, { knownSeq }) => recordOf(clusterId, readModel, knownSeq)),
    );
    return result === undefined ? [] : nodesOf(result, clocks, this.readModel);
  }

  @ResolveField(() => ClusterType)
  cluster(@Parent() { clusterId, clocks }: InvestorAppointmentType): ClusterType {
    return clusterOf(clusterId, this.readModel, clocks);
  }

  @ResolveField(() => OfficeType, { nullable: true })
  office(@Parent() { officeId, clocks }: InvestorAppointmentType): OfficeType | null {
    return optionalOffice(this.readModel, officeId, clocks);
  }

  @ResolveField(() => ActType, { nullable: true, description: 'The decision that appointed it.' })
  act(@Parent() { actId, clocks }: InvestorAppointmentType): ActType | null {
    return actOf(this.readModel, actId, clocks.knownSeq);
  }
}

@Resolver(() => InvestorMemberType)
export class InvestorMemberResolver extends FieldsResolver {
  @ResolveField(() => OfficeType, { nullable: true })
  office(@Parent() { officeId, clocks }: InvestorMemberType): OfficeType | null {
    return optionalOffice(this.readModel, officeId, clocks);
  }
}

@Resolver(() => InvestorStepType)
export class InvestorStepResolver extends withAct(InvestorStepType) {}

@Resolver(() => PendingRearrangementType)
export class PendingRearrangementResolver extends QuestionsResolver {
  @Query(() => PendingRearrangementConnection, {
    description: 'Investors that the province has to rearrange and has not yet, on the day.',
  })
  pendingRearrangements(
    @Args() asked: ListArgs,
    @Args('filter', { nullable: true }) filter?: PendingFilterInput,
  ): Promise<Connection<PendingRearrangementType>> {
    const wanted = withoutNulls(filter ?? {});
    return askForPage(
      this.queries,
      asked,
      overKnown(wanted, (readModel, at, page) => readModel.appointments.pending(wanted, at, page)),
      pendingNode,
    );
  }

  @ResolveField(() => ClusterType)
  cluster(@Parent() { clusterId, clocks }: PendingRearrangementType): ClusterType {
    return clusterOf(clusterId, this.readModel, clocks);
  }

  @ResolveField(() => InvestorAppointmentType)
  appointment(
    @Parent() { clusterId, appointmentId, clocks }: PendingRearrangementType,
  ): InvestorAppointmentType {
    const record = this.readModel.appointments.record(clusterId, clocks.knownSeq);
    const nodes = record === undefined ? [] : nodesOf(record, clocks, this.readModel);
    const node = nodes.find(({ id }) => id === appointmentId);
    if (node === undefined) throw unknownCluster(clusterId);
    return node;
  }

  @ResolveField(() => BasisType, {
    nullable: true,
    description: 'Under which it continues until the decision: NĐ 32/2024 Đ.35(3).',
  })
  basis(@Parent() { clocks }: PendingRearrangementType): BasisType | null {
    const rule = this.readModel.duty(CONTINUATION_DUTY, clocks.knownSeq)?.rules[0];
    if (rule === undefined) return null;
    const { basisActId, article, provenance } = rule;
    return {
      ...(basisActId === undefined ? {} : { actId: basisActId }),
      ...(article === undefined ? {} : { article }),
      provenance,
      pending: basisActId === undefined,
      knownSeq: clocks.knownSeq,
    };
  }

  @ResolveField(() => [OfficeType], {
    description: 'Who must decide: the committee of the province on the day; empty where not determined.',
  })
  mustDecide(@Parent() { deciderIds, clocks }: PendingRearrangementType): OfficeType[] {
    return deciderIds.map((id) => officeOf(this.readModel, id, clocks));
  }

  @ResolveField(() => [OfficeType], { description: 'Who may have to, where that is not determined.' })
  mayHaveToDecide(@Parent() { possibleDeciderIds, clocks }: PendingRearrangementType): OfficeType[] {
    return possibleDeciderIds.map((id) => officeOf(this.readModel, id, clocks));
  }

  @ResolveField(() => ResponsibilityType, {
    description: 'The duty to decide, as the register has it: its holder and its basis on the day.',
  })
  decision(@Parent() { clusterId, clocks }: PendingRearrangementType): ResponsibilityType {
    return responsibilityNode(this.readModel.responsibility(clusterId, REARRANGEMENT_DUTY, clocks), clocks);
  }

  @ResolveField(() => [ResponsibilityType], {
    description: 'What the register says meanwhile of every duty of the investor.',
  })
  meanwhile(@Parent() { clusterId, clocks }: PendingRearrangementType): ResponsibilityType[] {
    const { readModel } = this;
    const law = {
      duties: readModel.duties(clocks.knownSeq),
      lineage: readModel.lineage(clocks.knownSeq),
      leadRules: [],
    };
    const dutyIds = investorDuties(law).map((d) => d.dutyId);
    return readModel.responsibilities(clusterId, dutyIds, clocks).map((r) => responsibilityNode(r, clocks));
  }
}

function recordOf(clusterId: string, readModel: ReadModel, knownSeq: number): InvestorRecordView | undefined {
  if (readModel.cluster(clusterId, readModel.status().seq) === undefined) throw unknownCluster(clusterId);
  return readModel.appointments.record(clusterId, knownSeq);
}

function nodesOf(
  record: InvestorRecordView,
  clocks: Clocks,
  readModel: ReadModel,
): InvestorAppointmentType[] {
  const lineage = readModel.lineage(clocks.knownSeq);
  const appointments = appointmentsOf(record);
  return record.entries
    .map((entry) => investorNode(entry, appointments, record.revision, clocks, lineage))
    .sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : (a.from ?? '') > (b.from ?? '') ? 1 : 0));
}

function pendingNode(
  { clusterId, appointment, stage, since, decidedBy, mayBeDecidedBy }: PendingRearrangement,
  clocks: Clocks,
): PendingRearrangementType {
  return {
    clusterId,
    appointmentId: appointment.appointmentId,
    stage,
    since,
    deciderIds: decidedBy,
    possibleDeciderIds: mayBeDecidedBy,
    clocks,
  };
}

function clusterOf(clusterId: string, readModel: ReadModel, clocks: Clocks): ClusterType {
  const cluster = readModel.cluster(clusterId, clocks.knownSeq);
  if (cluster === undefined) throw unknownCluster(clusterId);
  return clusterNode(cluster, clocks);
}

function unknownCluster(id: string): BanGiaoError {
  return new BanGiaoError('UNKNOWN_SUBJECT', `No cluster ${id} is known.`, {
    field: 'clusterId',
    value: id,
    remedy: 'Look its id up in the list of clusters.',
  });
}
