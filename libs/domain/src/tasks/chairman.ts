import { officeOfUnit, parseOfficeId, type OfficeId, type OfficeKind } from '../responsibilities/office.js';
import { addDays } from '../time/calendar-days.js';
import type { LocalDate } from '../time/local-date.js';
import { successorsOn, type Lineage } from '../units/lineage.js';
import { unitsUpwards } from '../units/upwards.js';
import type { UnitId } from '../units/unit.js';

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
  const provinceId = provinceOf(office.rest, day, lineage);
  return provinceId === undefined ? undefined : officeOfUnit('CT_UBND_TINH', provinceId);
}

/** The province of a unit on a day; that of a dissolved unit is the one its province went into. */
function provinceOf(unitId: UnitId, day: LocalDate, lineage: Lineage): UnitId | undefined {
  for (const unit of unitsUpwards(lineage, unitId, (id) => dayInLife(id, day, lineage))) {
    if (unit.level !== 'PROVINCE') continue;
    const now = successorsOn(lineage, unit.unitId, day);
    return now.length === 1 ? now[0]?.unitId : undefined;
  }
  return undefined;
}

/** The day, or the last one of a unit that ended before. */
function dayInLife(unitId: UnitId, day: LocalDate, lineage: Lineage): LocalDate {
  const end = lineage.lifetime(unitId)?.to;
  return end === undefined || day < end ? day : addDays(end, -1);
}
