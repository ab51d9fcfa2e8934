import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { BanGiaoError, predecessorsOn, successorsOn, type Correspondence } from '#domain';
import type { Clock } from '../ports/clock.js';
import type { Page, ReadModel, UnitView } from '../ports/read-model.js';
import { CLOCK, READ_MODEL } from '../tokens.js';
import { CorrespondenceQuery, UnitQuery, UnitsQuery } from './queries.js';
import { QueryBase, type Answered } from './query-base.js';

const NATIONAL_CODE = /^\d{2}(\d{3})?$/;

@QueryHandler(UnitQuery)
export class UnitHandler
  extends QueryBase
  implements IQueryHandler<UnitQuery, Answered<UnitView | undefined>>
{
  constructor(@Inject(READ_MODEL) readModel: ReadModel, @Inject(CLOCK) clock: Clock) {
    super(readModel, clock);
  }

  /** @throws BanGiaoError `AMBIGUOUS_CODE` for a bare code of two eras without a date. */
  execute({ id, at }: UnitQuery): Promise<Answered<UnitView | undefined>> {
    return this.answer(at, (clocks) => {
      if (!NATIONAL_CODE.test(id)) {
        return (
          this.readModel.unit(id, clocks) ??
          (at?.validAt == null ? this.readModel.anyUnit(id, clocks.knownSeq) : undefined)
        );
      }
      const units = this.readModel.unitsWithCode(id, clocks.knownSeq);
      if (units.length > 1 && at?.validAt == null) throw ambiguous(id, units);
      return units.map((u) => this.readModel.unit(u.unitId, clocks)).find((u) => u !== undefined);
    });
  }
}

@QueryHandler(UnitsQuery)
export class UnitsHandler extends QueryBase implements IQueryHandler<UnitsQuery, Answered<Page<UnitView>>> {
  constructor(@Inject(READ_MODEL) readModel: ReadModel, @Inject(CLOCK) clock: Clock) {
    super(readModel, clock);
  }

  async execute({ filter, at, page }: UnitsQuery): Promise<Answered<Page<UnitView>>> {
    const clocks = await this.listClocks(at, page);
    return { clocks, result: this.readModel.units(filter, clocks, page) };
  }
}

@QueryHandler(CorrespondenceQuery)
export class CorrespondenceHandler
  extends QueryBase
  implements IQueryHandler<CorrespondenceQuery, Answered<readonly Correspondence[]>>
{
  constructor(@Inject(READ_MODEL) readModel: ReadModel, @Inject(CLOCK) clock: Clock) {
    super(readModel, clock);
  }

  /** @throws BanGiaoError `UNKNOWN_UNIT`, or `UNIT_NOT_IN_FORCE` where the unit does not exist on the first day. */
  async execute({ from, to, unitId }: CorrespondenceQuery): Promise<Answered<readonly Correspondence[]>> {
    const { knownSeq } = await this.clocks();
    const lineage = this.readModel.lineage(knownSeq);
    if (lineage.lifetime(unitId) === undefined) throw unknownUnit(unitId);
    if (lineage.unitOn(unitId, from) === undefined) throw notInForce(unitId, from);
    const result = (from <= to ? successorsOn : predecessorsOn)(lineage, unitId, to);
    return { clocks: { validAt: to, knownSeq }, result };
  }
}

/** The error for a unit that nobody recorded. */
export function unknownUnit(id: string): BanGiaoError {
  return new BanGiaoError('UNKNOWN_UNIT', `No unit ${id} is known.`, {
    field: 'unitId',
    value: id,
    remedy: 'Look the id up by its name; ids carry their era, as in 15520@2025-07-01.',
  });
}

function notInForce(id: string, day: string): BanGiaoError {
  return new BanGiaoError('UNIT_NOT_IN_FORCE', `Unit ${id} does not exist on ${day}.`, {
    field: 'from',
    value: day,
    remedy: 'Ask from a day on which the unit existed.',
  });
}

function ambiguous(code: string, units: readonly UnitView[]): BanGiaoError {
  const which = units.map((u) => `${u.unitId} (${u.name})`).join(', ');
  return new BanGiaoError(
    'AMBIGUOUS_CODE',
    `The code ${code} denotes different units at different times: ${which}.`,
    {
      field: 'id',
      value: code,
      remedy: 'Give at.validAt, or one of these ids.',
    },
  );
}
