import { officeOfUnit, parseOfficeId, type OfficeId, type OfficeKind } from '../responsibilities/office.js';
import type { LocalDate } from '../time/local-date.js';
import type { Lineage } from '../units/lineage.js';
import { provinceOn } from '../units/upwards.js';

/** Offices over which the chairman of the provincial committee stands; councils, statistics and enterprises are not. */
const BELOW_HIM: readonly OfficeKind[] = [
  'UBND_XA',
  'UBND_HUYEN',
  'UBND_TINH',
  'SO_CONG_THUONG',
  'TRUNG_TAM_KHUYEN_CONG',
];

/** The chairman of the province in which an office lies on a day; undefined where none stands over it. */
export function chairmanOver(officeId: OfficeId, day: LocalDate, lineage: Lineage): OfficeId | undefined {
  const office = parseOfficeId(officeId);
  if (office?.rest === undefined || !BELOW_HIM.includes(office.kind)) return undefined;
  const provinceId = provinceOn(office.rest, day, lineage);
  return provinceId === undefined ? undefined : officeOfUnit('CT_UBND_TINH', provinceId);
}
