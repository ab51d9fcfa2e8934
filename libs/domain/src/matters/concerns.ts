import { addDays } from '../time/calendar-days.js';
import type { LocalDate } from '../time/local-date.js';
import { officeOfUnit } from '../responsibilities/office.js';
import type { Lineage } from '../units/lineage.js';
import { unitsUpwards } from '../units/upwards.js';
import type { UnitId } from '../units/unit.js';
import { unitOfOffice } from './continuation.js';
import type { MatterRecord } from './matter.js';
import type { MatterStanding } from './standing.js';

/** Whether a unit had the matter, or the matter lay in it while it existed. */
export function concernsUnit(matter: MatterRecord, unitId: UnitId, lineage: Lineage): boolean {
  const office = matter.officeId === undefined ? undefined : unitOfOffice(matter.officeId);
  return (
    office === unitId ||
    matter.places.some((place) => place.unitIds.some((id) => liesIn(id, unitId, lineage)))
  );
}

/** Whether it is a province's office that it waits for, or one that its chairman stands over. */
export function isOfProvince({ officeId, coordinators }: MatterStanding, provinceId: UnitId): boolean {
  return (
    coordinators.includes(officeOfUnit('CT_UBND_TINH', provinceId)) ||
    (officeId !== undefined && unitOfOffice(officeId) === provinceId)
  );
}

/** Whether a unit is another, or belonged to it on its own last day. */
function liesIn(id: UnitId, wanted: UnitId, lineage: Lineage): boolean {
  if (id === wanted) return true;
  const above = [...unitsUpwards(lineage, id, (unitId) => lastDayOf(unitId, lineage))];
  return above.some((unit) => unit.parentId === wanted);
}

/** Its last day, or its first while it goes on. */
function lastDayOf(id: UnitId, lineage: Lineage): LocalDate | undefined {
  const { from, to } = lineage.lifetime(id) ?? {};
  return to === undefined ? from : addDays(to, -1);
}
