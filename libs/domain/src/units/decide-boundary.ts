import { unknownAct, type ActLookup } from '../acts/decide-act.js';
import type { DomainEvent } from '../events/catalogue.js';
import { accept, refuse, type Decision, type Refusal } from '../refusals/refusal.js';
import type { LocalDate } from '../time/local-date.js';
import { overlapping, type CodeUse, type Formed, type Lifetime } from './code-overlaps.js';
import type { Lineage } from './lineage.js';
import { refuseParent } from './parent-tiers.js';
import { cyclicSuccessions } from './succession-cycles.js';
import type { Succession, UnitId, UnitLevel } from './unit.js';

/** What is recorded of units and acts before the changes. */
export interface KnownBoundaries {
  readonly lineage: Lineage;
  readonly acts: ActLookup;
  /** Recorded units of a level that bear or bore the code. */
  codeInUse(code: string, level: UnitLevel): readonly CodeUse[];
}

/** Why one of the changes cannot be recorded. */
export interface RefusedChange {
  /** Its place among the changes. */
  readonly index: number;
  readonly refusal: Refusal;
}

/**
 * Decides on changes of units (`unit.*` events) that are recorded together, in any order.
 * Refuses with the first of `refuseBoundaries`.
 */
export function decideBoundary(
  changes: readonly DomainEvent[],
  known: KnownBoundaries,
): Decision<DomainEvent> {
  const [first] = refuseBoundaries(changes, known);
  return first === undefined ? accept(changes) : { ok: false, refusal: first.refusal };
}

/**
 * Every change that cannot be recorded, at most one refusal for each, in their order.
 * Refuses `INVALID_INPUT` (not about a unit, or a parent of no wider tier), `UNKNOWN_UNIT`, `UNKNOWN_ACT`, `ALREADY_EXISTS`, `INVALID_INTERVAL`,
 * `CYCLIC_SUCCESSION`, `UNIT_NOT_IN_FORCE`, `OVERLAPPING_INTERVAL`. In time linear in the changes.
 */
export function refuseBoundaries(
  changes: readonly DomainEvent[],
  known: KnownBoundaries,
): readonly RefusedChange[] {
  const country = new Country(changes, known);
  const cyclic = cyclicSuccessions(changes, known.lineage);
  const crowded = overlapping(
    country.formed,
    (code, level) => known.codeInUse(code, level),
    (id) => country.lifetime(id),
  );
  const refused: RefusedChange[] = [];
  for (const [index, change] of changes.entries()) {
    const decision = isOfUnit(change)
      ? (country.refuse(change, index) ??
        (cyclic.has(index) ? cyclicSuccession(change) : undefined) ??
        country.refuseDays(change) ??
        crowded.get(index))
      : notOfUnit(change);
    if (decision?.ok === false) refused.push({ index, refusal: decision.refusal });
  }
  return refused;
}

type UnitChange = Extract<DomainEvent, { readonly type: `unit.${string}` }>;

function isOfUnit(change: DomainEvent): change is UnitChange {
  return change.type.startsWith('unit.');
}

function notOfUnit({ type }: DomainEvent): Decision<never> {
  return refuse(
    'INVALID_INPUT',
    'type',
    type,
    'This is no change of a unit.',
    'Record it by the decision that it belongs to.',
  );
}

/** The units as they are once the changes are recorded. */
class Country {
  readonly formed: readonly Formed[];
  private readonly byId = new Map<UnitId, Formed>();
  private readonly ends = new Map<UnitId, { readonly index: number; readonly on: LocalDate }>();
  private readonly edges = new Map<string, number>();

  constructor(
    changes: readonly DomainEvent[],
    private readonly known: KnownBoundaries,
  ) {
    this.formed = changes.flatMap((change, index) => formedBy(change, index));
    for (const unit of this.formed) if (!this.byId.has(unit.unitId)) this.byId.set(unit.unitId, unit);
    for (const [index, { type, data }] of changes.entries()) {
      if (type === 'unit.abolished' && !this.ends.has(data.unitId))
        this.ends.set(data.unitId, { index, on: data.effectiveFrom });
      if (type === 'unit.succeeded' && !this.edges.has(keyOf(data))) this.edges.set(keyOf(data), index);
    }
  }

  /** Undefined for a unit that is neither known nor among the changes. */
  lifetime(id: UnitId): Lifetime | undefined {
    const lifetime = this.known.lineage.lifetime(id) ?? this.byId.get(id);
    if (lifetime === undefined) return undefined;
    const to = lifetime.to ?? this.ends.get(id)?.on;
    return {
      ...(lifetime.from === undefined ? {} : { from: lifetime.from }),
      ...(to === undefined ? {} : { to }),
    };
  }

  /** Refuses what names something unknown, or is there already. */
  refuse(change: UnitChange, index: number): Decision<never> | undefined {
    switch (change.type) {
      case 'unit.listed':
        return this.refuseFormed(change.data, index);
      case 'unit.established':
        return this.refuseFormed(change.data, index) ?? this.refuseAct(change.data.actId);
      case 'unit.abolished':
        return (
          this.refuseUnknown('unitId', change.data.unitId) ??
          this.refuseAct(change.data.actId) ??
          this.refuseSecondEnd(change.data.unitId, change.data.effectiveFrom, index)
        );
      case 'unit.renamed':
      case 'unit.retyped':
        return this.refuseUnknown('unitId', change.data.unitId) ?? this.refuseAct(change.data.actId);
      case 'unit.reparented':
        return (
          this.refuseUnknown('unitId', change.data.unitId) ??
          this.refuseParent(change.data.unitId, change.data.parentId) ??
          this.refuseAct(change.data.actId)
        );
      case 'unit.alias-recorded':
        return this.refuseUnknown('unitId', change.data.unitId);
      case 'unit.succeeded':
        return this.refuseEdge(change.data, index);
    }
  }

  /** Refuses days on which the unit does not exist. */
  refuseDays(change: UnitChange): Decision<never> | undefined {
    switch (change.type) {
      case 'unit.abolished':
        return this.refuseEarlyEnd(change.data.unitId, change.data.effectiveFrom);
      case 'unit.renamed':
      case 'unit.retyped':
      case 'unit.reparented':
        return this.refuseNotOn('unitId', change.data.unitId, change.data.effectiveFrom);
      case 'unit.succeeded':
        return (
          this.refuseGoingOn(change.data) ??
          this.refuseNotOn('toId', change.data.toId, change.data.effectiveOn)
        );
      case 'unit.listed':
      case 'unit.established':
      case 'unit.alias-recorded':
        return undefined;
    }
  }

  private refuseFormed(
    { unitId, parentId }: { unitId: UnitId; parentId?: UnitId },
    index: number,
  ): Decision<never> | undefined {
    const twice = this.byId.get(unitId)?.index !== index;
    if (twice || this.known.lineage.lifetime(unitId) !== undefined) {
      return refuse(
        'ALREADY_EXISTS',
        'unitId',
        unitId,
        twice ? `Unit ${unitId} is given twice.` : `Unit ${unitId} is recorded already, with other facts.`,
        'Give each unit once, with an id of its own: its code and the day it was formed.',
      );
    }
    return parentId === undefined ? undefined : this.refuseParent(unitId, parentId);
  }

  private refuseEdge(edge: Succession, index: number): Decision<never> | undefined {
    const unknown =
      this.refuseUnknown('fromId', edge.fromId) ??
      this.refuseUnknown('toId', edge.toId) ??
      this.refuseAct(edge.actId);
    if (unknown !== undefined) return unknown;
    const recorded = this.known.lineage.successionsFrom(edge.fromId).some((s) => s.toId === edge.toId);
    if (!recorded && this.edges.get(keyOf(edge)) === index) return undefined;
    return refuse(
      'ALREADY_EXISTS',
      'toId',
      edge.toId,
      `That ${edge.fromId} went into ${edge.toId} is ${recorded ? 'recorded already' : 'given twice'}.`,
      'Give each pair of units once.',
    );
  }

  private refuseParent(unitId: UnitId, parentId: UnitId): Decision<never> | undefined {
    const tiered = (id: UnitId) => ({ unitId: id, level: this.level(id) });
    return this.refuseUnknown('parentId', parentId) ?? refuseParent(tiered(unitId), tiered(parentId));
  }

  private level(id: UnitId): UnitLevel | undefined {
    return this.known.lineage.levelOf(id) ?? this.byId.get(id)?.level;
  }

  private refuseUnknown(field: string, id: UnitId): Decision<never> | undefined {
    if (this.byId.has(id) || this.known.lineage.lifetime(id) !== undefined) return undefined;
    return refuse(
      'UNKNOWN_UNIT',
      field,
      id,
      `No unit ${id} is known.`,
      'Add the unit, or look its id up by its name; ids carry their era, as in 15520@2025-07-01.',
    );
  }

  private refuseAct(id: string): Decision<never> | undefined {
    return this.known.acts(id) === undefined ? unknownAct('actId', id) : undefined;
  }

  private refuseSecondEnd(id: UnitId, day: LocalDate, index: number): Decision<never> | undefined {
    const end = this.known.lineage.lifetime(id)?.to;
    if (end === undefined && this.ends.get(id)?.index === index) return undefined;
    return refuse(
      'UNIT_NOT_IN_FORCE',
      'effectiveFrom',
      day,
      `The end of unit ${id} is ${end === undefined ? 'given twice' : `recorded already, on ${end}`}.`,
      'Give each unit one end.',
    );
  }

  private refuseEarlyEnd(id: UnitId, day: LocalDate): Decision<never> | undefined {
    const from = this.lifetime(id)?.from;
    if (from === undefined || from < day) return undefined;
    return refuse(
      'INVALID_INTERVAL',
      'effectiveFrom',
      day,
      `Unit ${id} would end on ${day}, not after its first day ${from}.`,
      'Give an end after the first day, or none where the unit still exists.',
    );
  }

  private refuseGoingOn({ fromId, effectiveOn }: Succession): Decision<never> | undefined {
    const end = this.lifetime(fromId)?.to;
    if (end === effectiveOn) return undefined;
    return refuse(
      'UNIT_NOT_IN_FORCE',
      'fromId',
      fromId,
      `Unit ${fromId} does not end on ${effectiveOn}${end === undefined ? '; it goes on' : ` but on ${end}`}.`,
      'Give the unit an end on the day of its succession, or correct the day.',
    );
  }

  private refuseNotOn(field: string, id: UnitId, day: LocalDate): Decision<never> | undefined {
    const { from, to } = this.lifetime(id) ?? {};
    if ((from === undefined || from <= day) && (to === undefined || day < to)) return undefined;
    return refuse(
      'UNIT_NOT_IN_FORCE',
      field,
      id,
      `Unit ${id} does not exist on ${day}.`,
      'Name a unit that exists on that day, or correct the day.',
    );
  }
}

function formedBy({ type, data }: DomainEvent, index: number): readonly Formed[] {
  if (type !== 'unit.listed' && type !== 'unit.established') return [];
  const { unitId, code, level } = data;
  const from = type === 'unit.established' ? { from: data.effectiveFrom } : {};
  return [{ index, unitId, level, ...(code === undefined ? {} : { code }), ...from }];
}

function keyOf({ fromId, toId }: Succession): string {
  return `${fromId}\n${toId}`;
}

function cyclicSuccession(change: DomainEvent): Decision<never> | undefined {
  if (change.type !== 'unit.succeeded') return undefined;
  const { fromId, toId } = change.data;
  return refuse(
    'CYCLIC_SUCCESSION',
    'toId',
    toId,
    `Unit ${fromId} would come out of itself through ${toId}.`,
    'Take out the edge that leads back to an earlier unit.',
  );
}
