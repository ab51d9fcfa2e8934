import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { overKnown, type Clocks, type OrganisationView, type ReadModel } from '#application';
import { organisationEnd, type OrganisationSuccession } from '#domain';
import { askFor, askForPage, AtArg, IdArg, ListArgs, PageArgs } from '../asking.js';
import { AtInput } from '../at.input.js';
import { OrganisationFilterInput } from '../inputs/organisations.input.js';
import { actOf, recordedOffice, unitOf } from '../lookups.js';
import { connection, pageRequest } from '../paging.js';
import { organisationNode, organisationSuccessionNode, schemeNode } from '../scheme-nodes.js';
import { ActType } from '../types/act.js';
import type { Connection } from '../types/connection.js';
import {
  NamedOfficeType,
  OrganisationConnection,
  OrganisationSuccessionType,
  OrganisationType,
} from '../types/organisation.js';
import { OfficeType } from '../types/responsibility.js';
import { SchemeConnection, type SchemeType } from '../types/scheme.js';
import { UnitType } from '../types/unit.js';
import { withoutNulls } from '../without-nulls.js';
import { FieldsResolver, QuestionsResolver } from './bases.js';

/** Promotion centres and similar organisations. */
@Resolver(() => OrganisationType)
export class OrganisationResolver extends QuestionsResolver {
  @Query(() => OrganisationType, { nullable: true })
  organisation(@IdArg() id: string, @AtArg() at?: AtInput): Promise<OrganisationType | null> {
    return askFor(
      this.queries,
      at,
      (readModel, { knownSeq }) => readModel.organisations.organisation(id, knownSeq),
      (view, clocks) => organisationOf(this.readModel, view, clocks),
    );
  }

  @Query(() => OrganisationConnection)
  organisations(
    @Args() asked: ListArgs,
    @Args('filter', { nullable: true }) filter?: OrganisationFilterInput,
  ): Promise<Connection<OrganisationType>> {
    const wanted = withoutNulls(filter ?? {});
    return askForPage(
      this.queries,
      asked,
      overKnown(wanted, (readModel, at, page) => readModel.organisations.organisations(wanted, at, page)),
      (row, clocks) => organisationOf(this.readModel, row, clocks),
    );
  }

  @ResolveField(() => UnitType, { nullable: true, description: 'The administrative unit it works for.' })
  unit(@Parent() { unitId, clocks }: OrganisationType): UnitType | null {
    return unitOf(this.readModel, unitId, clocks);
  }

  @ResolveField(() => ActType, { nullable: true, description: 'The act that established it.' })
  act(@Parent() { actId, clocks }: OrganisationType): ActType | null {
    return actOf(this.readModel, actId, clocks.knownSeq);
  }

  @ResolveField(() => [OrganisationSuccessionType], { description: 'What went into it, by day.' })
  predecessors(@Parent() { id, clocks }: OrganisationType): OrganisationSuccessionType[] {
    return this.#lineage(clocks, (lineage) => lineage.successionsTo(id));
  }

  @ResolveField(() => [OrganisationSuccessionType], {
    description: 'Where it went, whole or in part, by day.',
  })
  successors(@Parent() { id, clocks }: OrganisationType): OrganisationSuccessionType[] {
    return this.#lineage(clocks, (lineage) => lineage.successionsFrom(id));
  }

  @ResolveField(() => SchemeConnection, { description: 'The schemes that it executes on the day.' })
  schemes(
    @Parent() { id, clocks }: OrganisationType,
    @Args() { first, after }: PageArgs,
  ): Connection<SchemeType> {
    const page = pageRequest(first, after);
    const rows = this.readModel.schemes.schemes({ executingUnitId: id }, clocks, page);
    return connection(rows, clocks, page, (row) => schemeNode(row, clocks));
  }

  #lineage(
    clocks: Clocks,
    ask: (lineage: ReturnType<ReadModel['organisations']['succession']>) => readonly OrganisationSuccession[],
  ): OrganisationSuccessionType[] {
    return ask(this.readModel.organisations.succession(clocks.knownSeq)).map((edge) =>
      organisationSuccessionNode(edge, clocks),
    );
  }
}

@Resolver(() => OrganisationSuccessionType)
export class OrganisationSuccessionResolver extends FieldsResolver {
  @ResolveField(() => OrganisationType, { nullable: true })
  from(@Parent() { fromId, clocks }: OrganisationSuccessionType): OrganisationType | null {
    return organisationWithId(this.readModel, fromId, clocks);
  }

  @ResolveField(() => OrganisationType, { nullable: true })
  to(@Parent() { toId, clocks }: OrganisationSuccessionType): OrganisationType | null {
    return organisationWithId(this.readModel, toId, clocks);
  }

  @ResolveField(() => ActType, { nullable: true, description: 'The decision.' })
  act(@Parent() { actId, clocks }: OrganisationSuccessionType): ActType | null {
    return actOf(this.readModel, actId, clocks.knownSeq);
  }
}

@Resolver(() => NamedOfficeType)
export class NamedOfficeResolver extends FieldsResolver {
  @ResolveField(() => OfficeType, { nullable: true, description: 'Absent where it is none of ours.' })
  office(@Parent() { officeId, clocks }: NamedOfficeType): OfficeType | null {
    return recordedOffice(this.readModel, officeId, clocks);
  }
}

/** The organisation with an id, as known; null where none is. */
export function organisationWithId(
  readModel: ReadModel,
  id: string,
  clocks: Clocks,
): OrganisationType | null {
  const view = readModel.organisations.organisation(id, clocks.knownSeq);
  return view === undefined ? null : organisationOf(readModel, view, clocks);
}

function organisationOf(
  { organisations }: ReadModel,
  view: OrganisationView,
  clocks: Clocks,
): OrganisationType {
  const end = organisationEnd(view.registration.organisationId, organisations.succession(clocks.knownSeq));
  return organisationNode(view, end, clocks);
}
