import type { LocalDate } from '../time/local-date.js';
import type { Lineage } from '../units/lineage.js';
import type { Succession, UnitId, UnitKind, UnitLevel, UnitVersion } from '../units/unit.js';

/** One unit of a test's country: since when, until when, and what changed in between. */
export interface ListedUnit {
  readonly id: UnitId;
  readonly name: string;
  readonly level: UnitLevel;
  readonly kind: UnitKind;
  readonly parent?: UnitId;
  /** First day; absent where it existed when the lists begin. */
  readonly from?: string;
  /** Exclusive; absent where it still exists. */
  readonly to?: string;
  readonly changes?: readonly {
    readonly on: string;
    readonly name?: string;
    readonly kind?: UnitKind;
    readonly parent?: UnitId;
  }[];
}

/** One edge: from, to, and whether all of it went there. */
export type ListedSuccession = readonly [from: UnitId, to: UnitId, extent: 'WHOLE' | 'PARTIAL'];

/** A lineage out of plain lists; an edge takes effect on the day its origin ends. */
export function lineageOf(
  units: readonly ListedUnit[],
  edges: readonly ListedSuccession[],
  actId = 'reorganisation',
): Lineage {
  const byId = new Map(units.map((u) => [u.id, u]));
  const successions = edges.map(([fromId, toId, extent]): Succession => {
    const effectiveOn = (byId.get(fromId)?.to ?? '9999-12-31') as LocalDate;
    return { fromId, toId, extent, actId, effectiveOn };
  });
  const byOtherEnd = (key: 'fromId' | 'toId') => (a: Succession, b: Succession) => (a[key] < b[key] ? -1 : 1);
  return {
    unitOn: (id, day) => versionOn(byId.get(id), day),
    levelOf: (id) => byId.get(id)?.level,
    lifetime: (id) => {
      const unit = byId.get(id);
      if (unit === undefined) return undefined;
      return {
        ...(unit.from === undefined ? {} : { from: unit.from as LocalDate }),
        ...(unit.to === undefined ? {} : { to: unit.to as LocalDate }),
      };
    },
    successionsFrom: (id) => successions.filter((s) => s.fromId === id).sort(byOtherEnd('toId')),
    successionsTo: (id) => successions.filter((s) => s.toId === id).sort(byOtherEnd('fromId')),
  };
}

function versionOn(unit: ListedUnit | undefined, day: LocalDate): UnitVersion | undefined {
  if (unit === undefined || (unit.from ?? '') > day || day >= (unit.to ?? '9999-12-32')) return undefined;
  const now = (unit.changes ?? [])
    .filter((c) => c.on <= day)
    .reduce((at, change) => ({ ...at, ...change }), unit);
  return {
    unitId: unit.id,
    ...(unit.level === 'DISTRICT' ? {} : { code: unit.id.split('@')[0] ?? '' }),
    name: now.name,
    level: now.level,
    kind: now.kind,
    ...(now.parent === undefined ? {} : { parentId: now.parent }),
  };
}
