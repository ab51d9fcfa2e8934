import { Inject } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Args, InputType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
  ActQuery,
  ActsQuery,
  DutiesQuery,
  LogStatusQuery,
  type ActView,
  type Answered,
  type LogStatusView,
  type Page,
} from '#application';
import type { Duty, LocalDate } from '#domain';
import { IdArg, PageArgs } from '../asking.js';
import { OptionalDayField, OptionalTextField } from '../fields.js';
import { actOf } from '../lookups.js';
import { actNode, dutyNode } from '../nodes.js';
import { connection, pageRequest } from '../paging.js';
import { withoutNulls } from '../without-nulls.js';
import { ActConnection, ActType } from '../types/act.js';
import type { Connection } from '../types/connection.js';
import { DutyRuleType, DutyType } from '../types/duty.js';
import { LogStatusType } from '../types/log-status.js';
import { FieldsResolver, QuestionsResolver } from './bases.js';

@InputType('ActFilter')
export class ActFilterInput {
  @OptionalTextField('As printed, e.g. 139/2025/NĐ-CP.') readonly number?: string;
  @OptionalTextField('Anywhere in the issuer, with or without diacritics.') readonly issuer?: string;
  @OptionalDayField() readonly inForceOn?: LocalDate;
}

@Resolver(() => ActType)
export class ActResolver extends QuestionsResolver {
  @Query(() => ActType, { nullable: true })
  async act(@IdArg() id: string): Promise<ActType | null> {
    const { clocks, result }: Answered<ActView | undefined> = await this.queries.execute(new ActQuery(id));
    return result === undefined ? null : actNode(result, clocks.knownSeq);
  }

  @Query(() => ActConnection)
  async acts(
    @Args() { first, after }: PageArgs,
    @Args('filter', { nullable: true }) filter?: ActFilterInput,
  ): Promise<Connection<ActType>> {
    const page = pageRequest(first, after);
    const { clocks, result }: Answered<Page<ActView>> = await this.queries.execute(
      new ActsQuery(withoutNulls(filter ?? {}), page),
    );
    return connection(result, clocks, page, (row) => actNode(row, clocks.knownSeq));
  }

  @ResolveField(() => ActType, { nullable: true, description: 'The act that ended it.' })
  endedBy(@Parent() { endedByActId, knownSeq }: ActType): ActType | null {
    return actOf(this.readModel, endedByActId, knownSeq);
  }
}

@Resolver(() => DutyType)
export class DutyResolver {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  @Query(() => [DutyType], { description: 'The catalogue of duties.' })
  async duties(): Promise<DutyType[]> {
    const { clocks, result }: Answered<readonly Duty[]> = await this.queries.execute(new DutiesQuery());
    return result.map((duty) => dutyNode(duty, clocks.knownSeq));
  }
}

@Resolver(() => DutyRuleType)
export class DutyRuleResolver extends FieldsResolver {
  @ResolveField(() => ActType, { nullable: true })
  basis(@Parent() { basisActId, knownSeq }: DutyRuleType): ActType | null {
    return actOf(this.readModel, basisActId, knownSeq);
  }
}

@Resolver(() => LogStatusType)
export class LogStatusResolver {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  @Query(() => LogStatusType)
  async log(): Promise<LogStatusType> {
    const status: LogStatusView = await this.queries.execute(new LogStatusQuery());
    const { head, logAnswers, completeAsOf, ageSeconds, caughtUp } = status;
    const { seq, position, recordedAt } = status.readModel;
    const lag = lagOf(status);
    const failure = failureOf(status);
    return {
      ...(head === undefined ? {} : { head }),
      answers: logAnswers,
      readModel: {
        seq,
        ...(position === undefined ? {} : { position }),
        ...(recordedAt === undefined ? {} : { recordedAt }),
        ...(failure === undefined ? {} : { failure }),
      },
      caughtUp,
      ...(lag === undefined ? {} : { lag }),
      ...(completeAsOf === undefined ? {} : { completeAsOf }),
      ...(ageSeconds === undefined ? {} : { ageSeconds }),
    };
  }
}

/** Positions of the embedded log count its events; those of other stores do not. */
function lagOf({ head, caughtUp, readModel: { seq, position } }: LogStatusView): number | undefined {
  if (caughtUp) return 0;
  return head === undefined || position !== String(seq) ? undefined : Number(head) - seq;
}

function failureOf({ readModel: { poison }, followingFailure }: LogStatusView): string | undefined {
  return poison === undefined ? followingFailure : `event ${poison.seq}: ${poison.message}`;
}
