import { importStreams, type EventLog, type StreamBatch } from '#application';
import { localDate, streamOf, type DomainEvent, type UnitVersion } from '#domain';
import {
  ACTS,
  DUTIES,
  REFORM,
  SUCCESSIONS,
  UNITS,
  type ListedUnit,
} from '../../libs/domain/src/testing/index.js';

const REORGANISATION = 'nq-202-2025';
/** Where the clusters of the callers lie: a smaller country is projected sooner. */
const PROVINCES = /^(?:01|10|15|38|51)\b/;
const COMMUNES = /^(?:00|02|04|15|21)\d{3}@/;
const isHere = (unitId: string) => (/^\d{5}@/.test(unitId) ? COMMUNES : PROVINCES).test(unitId);
const HERE = UNITS.filter(({ id }) => isHere(id));
const by = (on: string) => ({ actId: REORGANISATION, effectiveFrom: localDate(on) });

/** Records a part of the country before and after its reform, with acts and duties: what commands are about. */
export async function recordRegister(log: EventLog): Promise<void> {
  const actor = { id: 'simulation', office: 'bangiao', role: 'import' };
  const clock = { now: () => new Date() };
  await importStreams(log, [...acts(), ...duties(), ...units()], { importId: 'register', actor, clock });
}

function acts(): readonly StreamBatch[] {
  return ACTS.map(({ endsOn: _, ...data }) => ({
    stream: streamOf.act(data.actId),
    events: [{ type: 'act.registered', data }],
  }));
}

function duties(): readonly StreamBatch[] {
  return DUTIES.map((data) => ({
    stream: streamOf.duty(data.dutyId),
    events: [{ type: 'duty.catalogued', data }],
  }));
}

function units(): readonly StreamBatch[] {
  const listed = HERE.filter((unit) => unit.from === undefined).map((unit): DomainEvent => ({
    type: 'unit.listed',
    data: { ...versionOf(unit), source: 'simulation' },
  }));
  const changed = HERE.flatMap(changesOf);
  const succeeded = SUCCESSIONS.filter(([from]) => isHere(from)).map(
    ([fromId, toId, extent]): DomainEvent => ({
      type: 'unit.succeeded',
      data: { fromId, toId, extent, actId: REORGANISATION, effectiveOn: localDate(REFORM) },
    }),
  );
  return [
    { stream: streamOf.boundary('origin'), events: listed },
    { stream: streamOf.boundary(REORGANISATION), events: [...changed, ...succeeded] },
  ];
}

function changesOf(unit: ListedUnit): readonly DomainEvent[] {
  const { id: unitId, from, to, changes = [] } = unit;
  const events: DomainEvent[] = [];
  if (from !== undefined)
    events.push({ type: 'unit.established', data: { ...versionOf(unit), ...by(from) } });
  if (to !== undefined) events.push({ type: 'unit.abolished', data: { unitId, ...by(to) } });
  for (const { on, name = unit.name, kind, parent } of changes) {
    if (kind !== undefined) events.push({ type: 'unit.retyped', data: { unitId, name, kind, ...by(on) } });
    if (parent !== undefined)
      events.push({ type: 'unit.reparented', data: { unitId, parentId: parent, ...by(on) } });
  }
  return events;
}

function versionOf({ id, name, level, kind, parent }: ListedUnit): UnitVersion {
  return {
    unitId: id,
    ...(level === 'DISTRICT' ? {} : { code: id.split('@')[0] ?? '' }),
    name,
    level,
    kind,
    ...(parent === undefined ? {} : { parentId: parent }),
  };
}
