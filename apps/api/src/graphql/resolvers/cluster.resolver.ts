import { Args, Field, ID, InputType, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
  ClusterQuery,
  ClustersQuery,
  requireKnown,
  type Answered,
  type ClusterView,
  type Page,
} from '#application';
import {
  appointmentsOn,
  territoryOn,
  type LifecycleState,
  type ResponsibilityStatus,
  type Territory,
  type UnitLevel,
} from '#domain';
import { AtArg, IdArg, PageArgs } from '../asking.js';
import { AtInput } from '../at.input.js';
import { LifecycleStateEnum, ResponsibilityStatusEnum } from '../enums.js';
import { OptionalIdField, OptionalTextField } from '../fields.js';
import { optionalOffice } from '../lookups.js';
import { clusterNode, responsibilityNode, unitNode } from '../nodes.js';
import { connection, pageRequest } from '../paging.js';
import {
  ClusterConnection,
  ClusterDocumentType,
  ClusterPlacementType,
  ClusterType,
  InfrastructureInvestorType,
} from '../types/cluster.js';
import { LocalDateScalar } from '../scalars.js';
import type { Connection } from '../types/connection.js';
import { OfficeType, ResponsibilityType } from '../types/responsibility.js';
import { UnitType } from '../types/unit.js';
import { withoutNulls } from '../without-nulls.js';
import { FieldsResolver, QuestionsResolver } from './bases.js';
import { withAct } from './with-act.js';

/** The duty whose answer tells whether a cluster has an infrastructure investor. */
const INVESTOR_DUTY = 'ccn_investor_execute_infrastructure_project';

@InputType('ClusterFilter')
export class ClusterFilterInput {
  @OptionalIdField() readonly provinceId?: string;
  @OptionalIdField('Lies in it, or may.') readonly communeId?: string;
  @OptionalIdField('Office that holds any duty over it.') readonly holderId?: string;

  @Field(() => ResponsibilityStatusEnum, { nullable: true, description: 'Status of any duty over it.' })
  readonly status?: ResponsibilityStatus;

  @Field(() => LifecycleStateEnum, { nullable: true, description: 'Where it stands in its life on the day.' })
  readonly lifecycle?: LifecycleState;

  @OptionalTextField('Anywhere in the name of the day, with or without diacritics, in any case.')
  readonly name?: string;
}

@Resolver(() => ClusterType)
export class ClusterResolver extends QuestionsResolver {
  @Query(() => ClusterType, { nullable: true })
  async cluster(@IdArg() id: string, @AtArg() at?: AtInput): Promise<ClusterType | null> {
    const { clocks, result }: Answered<ClusterView | undefined> = await this.queries.execute(
      new ClusterQuery(id, at),
    );
    return result === undefined ? null : clusterNode(result, clocks);
  }

  @Query(() => ClusterConnection)
  async clusters(
    @Args() { first, after }: PageArgs,
    @Args('filter', { nullable: true }) filter?: ClusterFilterInput,
    @AtArg() at?: AtInput,
  ): Promise<Connection<ClusterType>> {
    const page = pageRequest(first, after);
    const query = new ClustersQuery(withoutNulls(filter ?? {}), at, page);
    const { clocks, result }: Answered<Page<ClusterView>> = await this.queries.execute(query);
    return connection(result, clocks, page, (row) => clusterNode(row, clocks));
  }

  @ResolveField(() => [UnitType], {
    description: 'The communes it lies in; empty where that is not determined.',
  })
  communes(@Parent() cluster: ClusterType): UnitType[] {
    const territory = this.#territory(cluster, 'COMMUNE');
    return territory.certainty === 'KNOWN' ? this.#units(territory, cluster) : [];
  }

  @ResolveField(() => [UnitType], {
    description: 'The communes it may lie in, where that is not determined.',
  })
  candidateCommunes(@Parent() cluster: ClusterType): UnitType[] {
    const territory = this.#territory(cluster, 'COMMUNE');
    return territory.certainty === 'ONE_OF' ? this.#units(territory, cluster) : [];
  }

  @ResolveField(() => [UnitType], { description: 'The province it lies in; several where it spans them.' })
  provinces(@Parent() cluster: ClusterType): UnitType[] {
    return this.#units(this.#territory(cluster, 'PROVINCE'), cluster);
  }

  @ResolveField(() => [UnitType], {
    description: 'The district it lay in, where that is known; none from 2025-07-01 on.',
  })
  districts(@Parent() cluster: ClusterType): UnitType[] {
    const territory = this.#territory(cluster, 'DISTRICT');
    return territory.certainty === 'KNOWN' ? this.#units(territory, cluster) : [];
  }

  @ResolveField(() => LocalDateScalar, { description: 'The day that this answer is for.' })
  validAt(@Parent() { clocks }: ClusterType): string {
    return clocks.validAt;
  }

  @ResolveField(() => Int, { description: 'Number of the last event that this answer knows; for citations.' })
  knownSeq(@Parent() { clocks }: ClusterType): number {
    return clocks.knownSeq;
  }

  @ResolveField(() => ClusterPlacementType, { nullable: true })
  placement(@Parent() cluster: ClusterType): ClusterPlacementType | null {
    const territory = this.#territory(cluster, 'COMMUNE');
    if (territory.placement === undefined) return null;
    const { precision, provenance, evidence } = territory.placement;
    const because = territory.certainty === 'KNOWN' ? {} : { because: territory.because };
    return { certainty: territory.certainty, precision, provenance, evidence, ...because };
  }

  @ResolveField(() => [ResponsibilityType], {
    description: 'Who is responsible for each duty over it, or for the named ones.',
  })
  responsibilities(
    @Parent() { id, clocks }: ClusterType,
    @Args('dutyIds', { type: () => [ID], nullable: true }) dutyIds?: string[],
  ): ResponsibilityType[] {
    if (dutyIds !== undefined) requireKnown(this.readModel, { dutyIds });
    return this.readModel.responsibilities(id, dutyIds, clocks).map((r) => responsibilityNode(r, clocks));
  }

  @ResolveField(() => InfrastructureInvestorType, {
    nullable: true,
    description: 'The one of the phase that began last, where phases have their own.',
  })
  infrastructureInvestor(@Parent() cluster: ClusterType): InfrastructureInvestorType | null {
    return this.infrastructureInvestors(cluster).at(-1) ?? null;
  }

  @ResolveField(() => [InfrastructureInvestorType], {
    description: 'Each phase’s own, by start; one without a phase is for the whole cluster.',
  })
  infrastructureInvestors(@Parent() { id, clocks }: ClusterType): InfrastructureInvestorType[] {
    const appointments = appointmentsOn(this.readModel.investors(id, clocks.knownSeq), clocks.validAt);
    return appointments.map((appointment) => ({ ...appointment, id: appointment.appointmentId, clocks }));
  }

  #territory(cluster: ClusterType, level: UnitLevel): Territory {
    const { validAt, knownSeq } = cluster.clocks;
    return territoryOn(cluster.placements, validAt, level, this.readModel.lineage(knownSeq));
  }

  #units(territory: Territory, { clocks }: ClusterType): UnitType[] {
    return territory.unitIds.flatMap((id) => {
      const unit = this.readModel.unit(id, clocks);
      return unit === undefined ? [] : [unitNode(unit, clocks)];
    });
  }
}

@Resolver(() => ClusterDocumentType)
export class ClusterDocumentResolver extends withAct(ClusterDocumentType) {}

@Resolver(() => InfrastructureInvestorType)
export class InfrastructureInvestorResolver extends FieldsResolver {
  @ResolveField(() => OfficeType, {
    nullable: true,
    description: 'Who was appointed; `responsibility` says whether that still stands.',
  })
  office(@Parent() { officeId, clocks }: InfrastructureInvestorType): OfficeType | null {
    return optionalOffice(this.readModel, officeId, clocks);
  }

  @ResolveField(() => ResponsibilityStatusEnum)
  status(@Parent() investor: InfrastructureInvestorType): string {
    return this.responsibility(investor).status;
  }

  @ResolveField(() => ResponsibilityType, {
    description: 'Who holds the investor role on the day, since when, and on what basis.',
  })
  responsibility(@Parent() { clusterId, clocks }: InfrastructureInvestorType): ResponsibilityType {
    return responsibilityNode(this.readModel.responsibility(clusterId, INVESTOR_DUTY, clocks), clocks);
  }
}
