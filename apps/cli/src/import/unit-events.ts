import {
  BEFORE_ALL,
  type DomainEvent,
  type Lineage,
  type LocalDate,
  type Succession,
  type UnitId,
  type UnitVersion,
} from '#domain';
import type { Place } from './problems.js';
import type { UnitRow } from './unit-rows.js';

/** What a row adds to what is recorded; nothing where it is recorded already. */
export interface RowEvents {
  readonly place: Place;
  readonly events: readonly DomainEvent[];
  /** Cells whose day no act explains. */
  readonly withoutAct: readonly ActGap[];
}

/** A cell with a day on which no act is known to have formed or ended the unit. */
export interface ActGap {
  readonly unitId: UnitId;
  readonly column: 'valid_from' | 'valid_to';
  readonly value: string;
}

type Placed<T> = T & { readonly place: Place };

/** By which act a unit was formed or ended on a day: that of its succession, in the file or recorded. */
export class BoundaryActs {
  private readonly given = new Map<string, string>();

  constructor(
    successions: readonly Succession[],
    private readonly lineage: Lineage,
  ) {
    for (const { fromId, toId, actId, effectiveOn } of successions) {
      for (const key of [`to ${toId} ${effectiveOn}`, `from ${fromId} ${effectiveOn}`])
        if (!this.given.has(key)) this.given.set(key, actId);
    }
  }

  forming(unitId: UnitId, day: LocalDate): string | undefined {
    return this.given.get(`to ${unitId} ${day}`) ?? actOn(this.lineage.successionsTo(unitId), day);
  }

  ending(unitId: UnitId, day: LocalDate): string | undefined {
    return this.given.get(`from ${unitId} ${day}`) ?? actOn(this.lineage.successionsFrom(unitId), day);
  }
}

function actOn(successions: readonly Succession[], day: LocalDate): string | undefined {
  return successions.find((edge) => edge.effectiveOn === day)?.actId;
}

/** The events of a unit's row: that it is there, and that it ended. */
export function unitEvents(row: Placed<UnitRow>, acts: BoundaryActs, lineage: Lineage): RowEvents {
  const { place, validFrom, validTo, ...unit } = row;
  const { unitId } = unit;
  const events: DomainEvent[] = [];
  const withoutAct: ActGap[] = [];
  if (!isRecorded(row, lineage)) {
    const actId = validFrom === undefined ? undefined : acts.forming(unitId, validFrom);
    if (validFrom !== undefined && actId === undefined)
      withoutAct.push({ unitId, column: 'valid_from', value: validFrom });
    // Kept without an act as well, so that what refers to it is not taken for unknown.
    events.push(
      validFrom === undefined
        ? { type: 'unit.listed', data: { ...unit, source: place.file } }
        : { type: 'unit.established', data: { ...unit, effectiveFrom: validFrom, actId: actId ?? '' } },
    );
  }
  if (validTo !== undefined && lineage.lifetime(unitId)?.to !== validTo) {
    const actId = acts.ending(unitId, validTo);
    if (actId === undefined) withoutAct.push({ unitId, column: 'valid_to', value: validTo });
    events.push({ type: 'unit.abolished', data: { unitId, effectiveFrom: validTo, actId: actId ?? '' } });
  }
  return { place, events, withoutAct };
}

/** The event of a succession's row. */
export function successionEvents({ place, ...edge }: Placed<Succession>, lineage: Lineage): RowEvents {
  const recorded = lineage
    .successionsFrom(edge.fromId)
    .some(
      (s) =>
        s.toId === edge.toId &&
        s.extent === edge.extent &&
        s.actId === edge.actId &&
        s.effectiveOn === edge.effectiveOn,
    );
  return { place, withoutAct: [], events: recorded ? [] : [{ type: 'unit.succeeded', data: edge }] };
}

const AFTER_ALL = '9999-12-31' as LocalDate;

/** Recorded as the row says, at its beginning or as it stands at its end; it may have been renamed in between. */
function isRecorded({ unitId, validFrom, ...row }: UnitRow, lineage: Lineage): boolean {
  const lifetime = lineage.lifetime(unitId);
  if (lifetime === undefined || lifetime.from !== validFrom) return false;
  const first = lineage.unitOn(unitId, validFrom ?? BEFORE_ALL);
  const last = lineage.unitOn(unitId, lastDay(lifetime.to));
  return [first, last].some((version) => version !== undefined && sameUnit(version, { unitId, ...row }));
}

function lastDay(end: LocalDate | undefined): LocalDate {
  if (end === undefined) return AFTER_ALL;
  const day = new Date(`${end}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - 1);
  return day.toISOString().slice(0, 10) as LocalDate;
}

const FIELDS = ['code', 'name', 'level', 'kind', 'parentId'] as const;

function sameUnit(a: UnitVersion, b: UnitVersion): boolean {
  return FIELDS.every((field) => a[field] === b[field]);
}
