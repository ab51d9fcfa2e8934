import { localDate, type DomainEvent, type UnitVersion } from '#domain';

const PROVINCES = 34;
const COMMUNES = 3_321;
const DUTIES = 30;
const REFORM = localDate('2025-07-01');

/** What a log begins with: the act, the units of the reform and the duties, each with its stream. */
export const PREAMBLE: readonly (readonly [stream: string, event: DomainEvent])[] = [
  ['act-size-act', act()],
  ...numbers(PROVINCES).map((i) => unitFact({ ...province(i) })),
  ...numbers(COMMUNES).map((i) => unitFact(commune(i))),
  ...numbers(DUTIES).map((i) => dutyFact(i)),
];

function act(): DomainEvent {
  const data = {
    actId: 'size-act',
    kind: 'DECREE',
    number: 'size-act',
    issuer: 'Chính phủ',
    inForceFrom: localDate('2024-05-01'),
    provenance: 'STATED',
    source: 'benchmark',
  } as const;
  return { type: 'act.registered', data };
}

function province(i: number): UnitVersion {
  const unitId = `${10 + i}@2025-07-01`;
  return { unitId, code: String(10 + i), name: `Tỉnh ${i}`, level: 'PROVINCE', kind: 'TINH' };
}

function commune(i: number): UnitVersion {
  const code = String(10_000 + i);
  return {
    unitId: `${code}@2025-07-01`,
    code,
    name: `Xã ${i}`,
    level: 'COMMUNE',
    kind: 'XA',
    parentId: province(i % PROVINCES).unitId,
  };
}

function unitFact(unit: UnitVersion): readonly [string, DomainEvent] {
  const data = { ...unit, effectiveFrom: REFORM, actId: 'size-act' };
  return ['boundary-size-act', { type: 'unit.established', data }];
}

function dutyFact(i: number): readonly [string, DomainEvent] {
  const dutyId = `size_duty_${i}`;
  const data = { dutyId, group: 'A', name: dutyId, appliesTo: 'CLUSTER', rules: [] } as const;
  return [`duty-${dutyId}`, { type: 'duty.catalogued', data }];
}

function numbers(count: number): readonly number[] {
  return Array.from({ length: count }, (_, i) => i);
}
