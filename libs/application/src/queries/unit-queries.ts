import { BanGiaoError, predecessorsOn, successorsOn, type Correspondence } from '#domain';
import { QueryHandler, Inject, type IQueryHandler } from '../handling.js';
import type { Clock } from '../ports/clock.js';
import type { Clocks, Page, ReadModel, UnitView } from '../ports/read-model.js';
import { CLOCK, READ_MODEL } from '../tokens.js';
import { requireKnown, unknownUnit } from './known-ids.js';
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

  /**
   * Without a day, a unit that exists no more is shown as it last was.
   * @throws BanGiaoError `AMBIGUOUS_CODE` for a bare code of two eras without a day, or of two units on it.
   */
  execute({ id, at }: UnitQuery): Promise<Answered<UnitView | undefined>> {
    const dated = at?.validAt != null;
    return this.answer(at, (clocks) => {
      const unitId = NATIONAL_CODE.test(id) ? this.#idOf(id, clocks, dated) : id;
      if (unitId === undefined) return undefined;
      const unit = this.readModel.unit(unitId, clocks);
      return unit ?? (dated ? undefined : this.readModel.anyUnit(unitId, clocks.knownSeq));
    });
  }

  #idOf(code: string, clocks: Clocks, dated: boolean): string | undefined {
    const { readModel } = this;
    const onDay = (units: readonly UnitView[]) =>
      dated ? units.flatMap(({ unitId }) => readModel.unit(unitId, clocks) ?? []) : units;
    const ever = onDay(readModel.unitsWithCode(code, clocks.knownSeq));
    // A unit may have had the code and have another on the day.
    const own = dated ? ever.filter((unit) => unit.code === code) : ever;
    const units = own.length > 0 ? own : onDay(readModel.unitsWithAlias(code, clocks.knownSeq));
    if (units.length > 1) throw ambiguous(code, units);
    return units[0]?.unitId;
  }
}

@QueryHandler(UnitsQuery)
export class UnitsHandler extends QueryBase implements IQueryHandler<UnitsQuery, Answered<Page<UnitView>>> {
  constructor(@Inject(READ_MODEL) readModel: ReadModel, @Inject(CLOCK) clock: Clock) {
    super(readModel, clock);
  }

  async execute({ filter, at, page }: UnitsQuery): Promise<Answered<Page<UnitView>>> {
    const clocks = await this.listClocks(at, page);
    requireKnown(this.readModel, filter);
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
