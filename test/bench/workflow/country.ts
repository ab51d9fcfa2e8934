import { localDate, REPORTS, type DomainEvent, type UnitId } from '#domain';

/** How many units a made-up country has; a commune of today has three before the reform. */
export interface Country {
  readonly oldProvinces: number;
  readonly provinces: number;
  readonly districts: number;
  readonly communes: number;
}
/** As many as Vietnam has. */
export const VIETNAM: Country = { oldProvinces: 63, provinces: 34, districts: 696, communes: 3_321 };

export const REFORM = localDate('2025-07-01');
export const LAW = 'bench-law';
export const DECISION = 'bench-decision';
/** The acts that make reports due. */
const REPORTED_UNDER = [...new Set(REPORTS.map(({ basis }) => basis.actId))];
const MERGED = 3;
const UNDER = { actId: LAW, effectiveFrom: REFORM } as const;

export function provinceOf({ oldProvinces, provinces, districts }: Country, commune: number): number {
  return ((commune % districts) % oldProvinces) % provinces;
}

export function provinceId(province: number): UnitId {
  return `${10 + province}@2025-07-01`;
}
export function communeId(commune: number): UnitId {
  return `${10_000 + commune}@2025-07-01`;
}
/** One of the communes before the reform. */
export function oldCommuneId(commune: number, part: number): UnitId {
  return `${10_000 + MERGED * commune + (part % MERGED)}@origin`;
}
export function districtId({ districts }: Country, commune: number): UnitId {
  return `d${commune % districts}@origin`;
}

/** The acts, and the units before and after the reform with their succession. */
export function* countryEvents(country: Country): Generator<DomainEvent> {
  yield act(LAW, 'Quốc hội');
  yield act(DECISION, 'UBND tỉnh');
  for (const id of REPORTED_UNDER) yield act(id, 'Bộ Công Thương');
  for (let i = 0; i < country.oldProvinces; i += 1) yield listed(oldProvinceId(i), 'PROVINCE', 'TINH');
  for (let i = 0; i < country.districts; i += 1)
    yield listed(districtId(country, i), 'DISTRICT', 'HUYEN', oldProvinceId(i % country.oldProvinces));
  for (let i = 0; i < country.communes; i += 1)
    for (let part = 0; part < MERGED; part += 1)
      yield listed(oldCommuneId(i, part), 'COMMUNE', 'XA', districtId(country, i));
  for (let i = 0; i < country.provinces; i += 1) yield established(provinceId(i), 'PROVINCE', 'TINH');
  for (let i = 0; i < country.communes; i += 1)
    yield established(communeId(i), 'COMMUNE', 'XA', provinceId(provinceOf(country, i)));
  yield* reform(country);
}

function* reform(country: Country): Generator<DomainEvent> {
  for (let i = 0; i < country.oldProvinces; i += 1)
    yield* merged(oldProvinceId(i), provinceId(i % country.provinces));
  for (let i = 0; i < country.districts; i += 1)
    yield* merged(districtId(country, i), provinceId(provinceOf(country, i)));
  for (let i = 0; i < country.communes; i += 1)
    for (let part = 0; part < MERGED; part += 1) yield* merged(oldCommuneId(i, part), communeId(i));
}

function* merged(fromId: UnitId, toId: UnitId): Generator<DomainEvent> {
  yield { type: 'unit.succeeded', data: { fromId, toId, extent: 'WHOLE', actId: LAW, effectiveOn: REFORM } };
  yield { type: 'unit.abolished', data: { ...UNDER, unitId: fromId } };
}

function oldProvinceId(i: number): UnitId {
  return `${10 + i}@origin`;
}

type Level = 'PROVINCE' | 'DISTRICT' | 'COMMUNE';
type Kind = 'TINH' | 'HUYEN' | 'XA';

function unit(unitId: UnitId, level: Level, kind: Kind, parentId?: UnitId) {
  const code = unitId.slice(0, unitId.indexOf('@'));
  return {
    unitId,
    code,
    name: `Đơn vị ${code}`,
    level,
    kind,
    ...(parentId === undefined ? {} : { parentId }),
  };
}

function listed(...of: Parameters<typeof unit>): DomainEvent {
  return { type: 'unit.listed', data: { ...unit(...of), source: 'benchmark' } };
}

function established(...of: Parameters<typeof unit>): DomainEvent {
  return { type: 'unit.established', data: { ...unit(...of), ...UNDER } };
}

function act(actId: string, issuer: string): DomainEvent {
  const data = {
    actId,
    kind: 'OTHER',
    number: actId,
    issuer,
    inForceFrom: localDate('2024-05-01'),
    provenance: 'STATED',
    source: 'benchmark',
  } as const;
  return { type: 'act.registered', data };
}
