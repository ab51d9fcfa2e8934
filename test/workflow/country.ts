import { COORDINATION, type DomainEvent, type LocalDate, type OfficeId, type UnitLevel } from '#domain';

const PROVINCES = ['38', '15'] as const;
const COMMUNES_EACH = 3;
const FROM = '2025-07-01';

/** Committees of communes in two provinces. */
export const OFFICES: readonly OfficeId[] = PROVINCES.flatMap((province) =>
  Array.from({ length: COMMUNES_EACH }, (_, i) => `UBND_XA:${province}00${i}@${FROM}`),
);

/** The chairman above an office of this country. */
export function chairmanOf(officeId: OfficeId): OfficeId {
  return `CT_UBND_TINH:${officeId.slice('UBND_XA:'.length, 'UBND_XA:'.length + 2)}@origin`;
}

/** The country and the decree that everything here rests on, by stream. */
export function country(): readonly { readonly stream: string; readonly event: DomainEvent }[] {
  const provinces = PROVINCES.map((id) => unit(`${id}@origin`, 'PROVINCE'));
  const communes = OFFICES.map((office) => {
    const unitId = office.slice('UBND_XA:'.length);
    return unit(unitId, 'COMMUNE', `${unitId.slice(0, 2)}@origin`);
  });
  const decree: DomainEvent = {
    type: 'act.registered',
    data: {
      actId: COORDINATION.actId,
      kind: 'DECREE',
      number: '139/2025/NĐ-CP',
      issuer: 'Chính phủ',
      inForceFrom: FROM as LocalDate,
      lapsesOn: '2027-03-01' as LocalDate,
      provenance: 'READ',
      source: 'test',
    },
  };
  const named = [...provinces, ...communes].map((event, i) => ({ stream: `boundary-test-${i}`, event }));
  return [...named, { stream: `act-${COORDINATION.actId}`, event: decree }];
}

function unit(unitId: string, level: UnitLevel, parentId?: string): DomainEvent {
  const kind = level === 'PROVINCE' ? 'TINH' : 'XA';
  const data = {
    unitId,
    code: unitId.split('@')[0] ?? '',
    name: unitId,
    level,
    kind,
    source: 'test',
  } as const;
  return { type: 'unit.listed', data: { ...data, ...(parentId === undefined ? {} : { parentId }) } };
}
