import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { KnowledgeDiffQuery, requireKnown, type Answered, type ChangedAnswer, type Page } from '#application';
import { BanGiaoError, type LocalDate } from '#domain';
import { askFor, askForPage, AtArg, IdArg, ListArgs, PageArgs } from '../asking.js';
import { AtInput } from '../at.input.js';
import {
  CorrectionFilterInput,
  KnowledgeDiffFilterInput,
  RecordPointInput,
} from '../inputs/knowledge.input.js';
import {
  changedAnswerNode,
  correctionNode,
  eventOf,
  taintedAnswerNode,
  taintNode,
} from '../knowledge-nodes.js';
import { connection, pageRequest } from '../paging.js';
import { LocalDateScalar } from '../scalars.js';
import type { Connection } from '../types/connection.js';
import { RecordedEventConnection, type RecordedEventType } from '../types/event.js';
import {
  ChangedAnswerConnection,
  CorrectionConnection,
  TaintedAnswerConnection,
  TaintedCaseConnection,
  TaintType,
  type ChangedAnswerType,
  type CorrectionType,
  type TaintedAnswerType,
  type TaintedCaseType,
} from '../types/knowledge.js';
import { withoutNulls } from '../without-nulls.js';
import { QuestionsResolver } from './bases.js';

/** How what is known came to be otherwise, and what hangs on an act. */
@Resolver(() => TaintType)
export class KnowledgeResolver extends QuestionsResolver {
  @Query(() => ChangedAnswerConnection, {
    description:
      'Answers that changed between two points of record time, on a day, in an interval of days, or on all days.',
  })
  async knowledgeDiff(
    @Args() { first, after }: PageArgs,
    @Args('filter', { type: () => KnowledgeDiffFilterInput }) filter: KnowledgeDiffFilterInput,
    @Args('knownFrom', { type: () => RecordPointInput }) knownFrom: RecordPointInput,
    @Args('knownTo', {
      type: () => RecordPointInput,
      nullable: true,
      description: 'Default: everything known.',
    })
    knownTo?: RecordPointInput,
    @Args('validAt', { type: () => LocalDateScalar, nullable: true }) validAt?: LocalDate,
    @Args('validFrom', { type: () => LocalDateScalar, nullable: true }) validFrom?: LocalDate,
    @Args('validTo', { type: () => LocalDateScalar, nullable: true, description: 'Exclusive.' })
    validTo?: LocalDate,
  ): Promise<Connection<ChangedAnswerType>> {
    const page = pageRequest(first, after);
    const { dutyIds, ...where } = withoutNulls(filter);
    const days = withoutNulls({ validAt, validFrom, validTo }) as KnowledgeDiffQuery['asked']['days'];
    const asked = {
      ...(dutyIds === undefined ? {} : { dutyIds }),
      scope: scopeOf(where),
      ids: { ...where, ...(dutyIds === undefined ? {} : { dutyIds }) },
      days,
      knownFrom: withoutNulls(knownFrom),
      ...(knownTo == null ? {} : { knownTo: withoutNulls(knownTo) }),
    };
    const { clocks, result }: Answered<Page<ChangedAnswer>> = await this.queries.execute(
      new KnowledgeDiffQuery(asked, page),
    );
    return connection(result, clocks, page, (row) => changedAnswerNode(this.readModel, row));
  }

  @Query(() => CorrectionConnection, {
    description: 'Corrections in log order: by whom, why, under which act, and which answers changed.',
  })
  corrections(
    @Args() asked: ListArgs,
    @Args('filter', { nullable: true }) filter?: CorrectionFilterInput,
  ): Promise<Connection<CorrectionType>> {
    const wanted = withoutNulls(filter ?? {});
    return askForPage(
      this.queries,
      asked,
      (readModel, clocks, page) => {
        requireKnown(readModel, wanted);
        return readModel.knowledge.corrections(wanted, clocks, page);
      },
      (row, clocks) => correctionNode(this.readModel, row, clocks),
    );
  }

  @Query(() => TaintType, {
    nullable: true,
    description: 'What rests on an act and would be touched by its repeal or annulment; nothing is written.',
  })
  taint(@IdArg('actId') actId: string, @AtArg() at?: AtInput): Promise<TaintType | null> {
    return askFor(
      this.queries,
      at,
      (readModel, { knownSeq }) => {
        requireKnown(readModel, { actId });
        return readModel.knowledge.taint(actId, knownSeq);
      },
      (view, clocks) => taintNode(this.readModel, view, clocks),
    );
  }

  @ResolveField(() => RecordedEventConnection, { description: 'Events that rest on it, in log order.' })
  events(
    @Parent() { actId, clocks: known }: TaintType,
    @Args() { first, after }: PageArgs,
  ): Connection<RecordedEventType> {
    const page = pageRequest(first, after);
    const clocks = page.clocks ?? known;
    const found = this.readModel.knowledge.taintedEvents(actId, clocks.knownSeq, page);
    return connection(found, clocks, page, (seq) => eventOf(this.readModel, seq, clocks));
  }

  @ResolveField(() => TaintedAnswerConnection, { description: 'Answers that owe something to it.' })
  answers(
    @Parent() { actId, clocks: known }: TaintType,
    @Args('openOnly', { type: () => Boolean, defaultValue: false, description: 'Only what is open already.' })
    openOnly: boolean,
    @Args() { first, after }: PageArgs,
  ): Connection<TaintedAnswerType> {
    const page = pageRequest(first, after);
    const clocks = page.clocks ?? known;
    const found = this.readModel.knowledge.taintedAnswers(actId, openOnly, clocks, page);
    return connection(found, clocks, page, (row) => taintedAnswerNode(this.readModel, row));
  }

  @ResolveField(() => TaintedCaseConnection, {
    description: 'Handovers and matters that rest on it, by kind and id.',
  })
  cases(
    @Parent() { actId, clocks: known }: TaintType,
    @Args() { first, after }: PageArgs,
  ): Connection<TaintedCaseType> {
    const page = pageRequest(first, after);
    const clocks = page.clocks ?? known;
    const found = this.readModel.knowledge.taintedCases(actId, clocks, page);
    return connection(found, clocks, page, (row) => row);
  }
}

/** @throws BanGiaoError `INVALID_INPUT` unless exactly one is named. */
function scopeOf({
  provinceId,
  unitId = provinceId,
  subjectId,
}: Omit<KnowledgeDiffFilterInput, 'dutyIds'>): KnowledgeDiffQuery['asked']['scope'] {
  if (unitId !== undefined && subjectId === undefined && (provinceId ?? unitId) === unitId) return { unitId };
  if (subjectId !== undefined && unitId === undefined) return { subjectId };
  throw new BanGiaoError('INVALID_INPUT', 'The filter names no subject, or several.', {
    field: 'filter',
    value: [provinceId, unitId, subjectId].filter((id) => id !== undefined).join(', '),
    remedy: 'Give exactly one of provinceId, unitId and subjectId.',
  });
}
