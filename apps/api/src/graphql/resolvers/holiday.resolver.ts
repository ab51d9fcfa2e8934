import { Inject } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
  AskQuery,
  DeclareHolidayCommand,
  READ_MODEL,
  type Answered,
  type HolidaysView,
  type ReadModel,
} from '#application';
import { BanGiaoError, yearOf, type LocalDate } from '#domain';
import type { RequestContext } from '../../http/context.js';
import { AtArg } from '../asking.js';
import { AtInput } from '../at.input.js';
import { Decides } from '../decides.js';
import { executeCommand } from '../execute-command.js';
import { DeclareHolidayInputType } from '../inputs/holidays.input.js';
import { actOf } from '../lookups.js';
import { LocalDateScalar } from '../scalars.js';
import { ActType } from '../types/act.js';
import { HolidaysType, HolidayType } from '../types/holiday.js';

const MOST_YEARS = 100;

/** The calendar of working days: what is declared of it, and declaring it. */
@Resolver(() => HolidayType)
export class HolidayResolver {
  constructor(
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(CommandBus) private readonly commands: CommandBus,
    @Inject(READ_MODEL) private readonly readModel: ReadModel,
  ) {}

  @Query(() => HolidaysType, {
    description: `Declared days from a day up to and including another, within ${MOST_YEARS} years.`,
  })
  async holidays(
    @Args('from', { type: () => LocalDateScalar }) from: LocalDate,
    @Args('to', { type: () => LocalDateScalar }) to: LocalDate,
    @AtArg() at?: AtInput,
  ): Promise<HolidaysType> {
    requireSpan(from, to);
    const { clocks, result }: Answered<HolidaysView> = await this.queries.execute(
      new AskQuery(at, (readModel, { knownSeq }) => readModel.holidays.between(from, to, knownSeq)),
    );
    const days = result.days.map((day) => ({ ...day, knownSeq: clocks.knownSeq }));
    return { ...result, days };
  }

  @ResolveField(() => ActType, { nullable: true, description: 'The law or announcement it rests on.' })
  act(@Parent() { actId, knownSeq }: HolidayType): ActType | null {
    return actOf(this.readModel, actId, knownSeq);
  }

  @Decides('Declares a day off, or one worked in exchange; a day declared before is thereby corrected.')
  declareHoliday(
    @Args('input') input: DeclareHolidayInputType,
    @Context() context: RequestContext,
  ): Promise<object> {
    return executeCommand(this.commands, DeclareHolidayCommand, input, context);
  }
}

function requireSpan(from: LocalDate, to: LocalDate): void {
  if (from <= to && yearOf(to) - yearOf(from) < MOST_YEARS) return;
  throw new BanGiaoError('INVALID_INTERVAL', `The days from ${from} to ${to} cannot be listed.`, {
    field: 'to',
    value: to,
    remedy: `Give a day not before ${from} and within ${MOST_YEARS} years.`,
  });
}
