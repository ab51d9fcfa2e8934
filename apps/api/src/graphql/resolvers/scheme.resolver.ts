import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { overKnown } from '#application';
import { executingSpans, partyChanges, schemeProvinceOn, type LocalDate, type PartySpan } from '#domain';
import { askFor, askForPage, AtArg, IdArg, ListArgs } from '../asking.js';
import { AtInput } from '../at.input.js';
import { SchemeFilterInput } from '../inputs/schemes.input.js';
import { actOf, unitOf } from '../lookups.js';
import { changeNode, schemeNode } from '../scheme-nodes.js';
import { ActType } from '../types/act.js';
import type { Connection } from '../types/connection.js';
import { OrganisationType } from '../types/organisation.js';
import {
  ExecutingUnitType,
  SchemeConnection,
  SchemePartyChangeType,
  SchemePartyType,
  SchemeStepType,
  SchemeType,
} from '../types/scheme.js';
import { UnitType } from '../types/unit.js';
import { withoutNulls } from '../without-nulls.js';
import { FieldsResolver, QuestionsResolver } from './bases.js';
import { organisationWithId } from './organisation.resolver.js';
import { withAct } from './with-act.js';

/** Questions about industrial-promotion schemes. */
@Resolver(() => SchemeType)
export class SchemeResolver extends QuestionsResolver {
  @Query(() => SchemeType, { nullable: true })
  scheme(@IdArg() id: string, @AtArg() at?: AtInput): Promise<SchemeType | null> {
    return askFor(
      this.queries,
      at,
      (readModel, { knownSeq }) => readModel.schemes.scheme(id, knownSeq),
      schemeNode,
    );
  }

  @Query(() => SchemeConnection)
  schemes(
    @Args() asked: ListArgs,
    @Args('filter', { nullable: true }) filter?: SchemeFilterInput,
  ): Promise<Connection<SchemeType>> {
    const wanted = withoutNulls(filter ?? {});
    return askForPage(
      this.queries,
      asked,
      overKnown(wanted, (readModel, at, page) => readModel.schemes.schemes(wanted, at, page)),
      schemeNode,
    );
  }

  @ResolveField(() => UnitType, { nullable: true, description: 'The province as it was for the scheme.' })
  province(@Parent() { provinceId, clocks }: SchemeType): UnitType | null {
    return unitOf(this.readModel, provinceId, clocks);
  }

  @ResolveField(() => UnitType, {
    nullable: true,
    description: 'What its province has become by the day; derived from succession, never recorded.',
  })
  provinceOnDay(@Parent() { view, clocks }: SchemeType): UnitType | null {
    const lineage = this.readModel.lineage(clocks.knownSeq);
    const id = schemeProvinceOn(view.registration, clocks.validAt, lineage);
    return unitOf(this.readModel, id, clocks);
  }

  @ResolveField(() => ExecutingUnitType, {
    nullable: true,
    description:
      'Who executes it on the day, with the decisions that led to it; null where nobody is known to.',
  })
  executingUnit(@Parent() { view, clocks }: SchemeType): ExecutingUnitType | null {
    const span = executingSpans(view).findLast((s) => covers(s, clocks.validAt));
    const organisation = span && organisationWithId(this.readModel, span.party.id, clocks);
    if (span === undefined || organisation == null) return null;
    const { party: _party, from, to } = span;
    return {
      organisation,
      ...(from === undefined ? {} : { since: from }),
      ...(to === undefined ? {} : { until: to }),
      decidedBy: partyChanges(view, 'EXECUTING_UNIT', clocks.validAt).map((c) => changeNode(c, clocks)),
    };
  }
}

function covers({ from, to }: PartySpan, day: LocalDate): boolean {
  return (from === undefined || from <= day) && (to === undefined || day < to);
}

@Resolver(() => SchemeStepType)
export class SchemeStepResolver extends withAct(SchemeStepType, 'The registered act that decided it.') {}

@Resolver(() => SchemePartyType)
export class SchemePartyResolver extends FieldsResolver {
  @ResolveField(() => OrganisationType, { nullable: true, description: 'For a registered organisation.' })
  organisation(@Parent() { kind, id, clocks }: SchemePartyType): OrganisationType | null {
    return kind === 'ORGANISATION' ? organisationWithId(this.readModel, id, clocks) : null;
  }
}

@Resolver(() => SchemePartyChangeType)
export class SchemePartyChangeResolver extends FieldsResolver {
  @ResolveField(() => ActType, { nullable: true, description: 'The decision on the organisation or scheme.' })
  act(@Parent() { actId, clocks }: SchemePartyChangeType): ActType | null {
    return actOf(this.readModel, actId, clocks.knownSeq);
  }
}
