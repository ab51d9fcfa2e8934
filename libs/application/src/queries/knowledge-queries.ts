import { addDays, BanGiaoError, localDateAt, type Days, type Instant, type LocalDate } from '#domain';
import { QueryHandler, Inject, type IQueryHandler } from '../handling.js';
import type { Clock } from '../ports/clock.js';
import type { Position } from '../ports/event-log.js';
import type { Page, ReadModel } from '../ports/read-model.js';
import type { ChangedAnswer, SubjectScope } from '../ports/reads/knowledge.js';
import { CLOCK, READ_MODEL } from '../tokens.js';
import { POSITION_WAIT_MS } from './clocks.js';
import { requireKnown } from './known-ids.js';
import type { ListRequest } from './queries.js';
import { behind, QueryBase, type Answered } from './query-base.js';

/** A point of record time as a caller gives it: exactly one of these. */
export interface RecordPoint {
  /** As known then. */
  readonly knownAt?: Instant;
  /** As known after the event at this position. */
  readonly position?: Position;
  /** As known after so many events; 0 is the empty record. */
  readonly seq?: number;
}
/** Days asked about: one, or from one until another; absent ends are open. */
export interface AskedDays {
  readonly validAt?: LocalDate;
  readonly validFrom?: LocalDate;
  readonly validTo?: LocalDate;
}

/** Which answers changed between two points of record time. */
export class KnowledgeDiffQuery {
  constructor(
    readonly asked: {
      readonly scope: SubjectScope;
      /** The ids of the scope, by the names under which they were given. */
      readonly ids?: object;
      readonly dutyIds?: readonly string[];
      readonly days: AskedDays;
      readonly knownFrom: RecordPoint;
      /** Absent: everything known. */
      readonly knownTo?: RecordPoint;
    },
    readonly page: ListRequest,
  ) {}
}

@QueryHandler(KnowledgeDiffQuery)
export class KnowledgeDiffHandler
  extends QueryBase
  implements IQueryHandler<KnowledgeDiffQuery, Answered<Page<ChangedAnswer>>>
{
  constructor(@Inject(READ_MODEL) readModel: ReadModel, @Inject(CLOCK) clock: Clock) {
    super(readModel, clock);
  }

  /**
   * A later page goes on between the same two points as the first.
   * @throws BanGiaoError `INVALID_INTERVAL` where a later point or day is given first, `INVALID_INPUT`, `UNKNOWN_UNIT`,
   * `UNKNOWN_SUBJECT`, `READ_MODEL_BEHIND`.
   */
  async execute({ asked, page }: KnowledgeDiffQuery): Promise<Answered<Page<ChangedAnswer>>> {
    const { dutyIds, scope } = asked;
    const days = daysAsked(asked.days);
    const placedOn = days.from ?? localDateAt(this.clock.now());
    const first = { validAt: placedOn, knownSeq: await this.#seqOf(asked.knownTo, 'knownTo') };
    const clocks = page.clocks === undefined ? first : await this.listClocks(undefined, page);
    const knownFrom = await this.#seqOf(asked.knownFrom, 'knownFrom');
    const { knownSeq: knownTo } = clocks;
    if (knownFrom > knownTo) throw backwards('knownFrom', String(knownFrom), `after event ${knownTo}`);
    requireKnown(this.readModel, asked.ids ?? scope);
    const request = { scope, days, placedOn: clocks.validAt, knownFrom, knownTo };
    const changes = { ...request, ...(dutyIds === undefined ? {} : { dutyIds }) };
    return { clocks, result: this.readModel.knowledge.diff(changes, page) };
  }

  async #seqOf(point: RecordPoint | undefined, field: string): Promise<number> {
    const { seq: head } = this.readModel.status();
    if (point === undefined) return head;
    const { knownAt, position, seq } = point;
    if ([knownAt, position, seq].filter((given) => given !== undefined).length !== 1)
      throw notOne(field, 'knownAt, position or seq');
    if (knownAt !== undefined) return this.readModel.seqKnownAt(knownAt);
    if (position !== undefined) {
      await this.readModel.waitFor(position, POSITION_WAIT_MS);
      return this.readModel.knowledge.seqAt(position);
    }
    if (seq === undefined || seq < 0) throw invalid(field, String(seq), 'Give a number from 0.');
    if (seq > head) throw behind(seq, head, field);
    return seq;
  }
}

/**
 * Days as an interval.
 * @throws BanGiaoError `INVALID_INPUT` for a day and an interval at once, `INVALID_INTERVAL`.
 */
export function daysAsked({ validAt, validFrom, validTo }: AskedDays): Days {
  if (validAt !== undefined) {
    if (validFrom !== undefined || validTo !== undefined) throw notOne('validAt', 'a day, or an interval');
    return { from: validAt, to: addDays(validAt, 1) };
  }
  if (validFrom !== undefined && validTo !== undefined && validTo <= validFrom)
    throw backwards('validTo', validTo, `not after ${validFrom}`);
  return {
    ...(validFrom === undefined ? {} : { from: validFrom }),
    ...(validTo === undefined ? {} : { to: validTo }),
  };
}

function backwards(field: string, value: string, how: string): BanGiaoError {
  return new BanGiaoError('INVALID_INTERVAL', `${field} lies ${how}.`, {
    field,
    value,
    remedy: 'Give the earlier one first.',
  });
}

function notOne(field: string, of: string): BanGiaoError {
  return invalid(field, '', `Give exactly one of ${of}.`);
}

function invalid(field: string, value: string, remedy: string): BanGiaoError {
  return new BanGiaoError('INVALID_INPUT', `${field} cannot be used.`, { field, value, remedy });
}
