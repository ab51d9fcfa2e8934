import { addDays } from '../time/calendar-days.js';
import { officeOfUnit } from '../responsibilities/office.js';
import type { Lineage } from '../units/lineage.js';
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
  const { from, to } = lineage.lifetime(id) ?? {};
  const day = to === undefined ? from : addDays(to, -1);
  const parent = day === undefined ? undefined : lineage.unitOn(id, day)?.parentId;
  return parent !== undefined && liesIn(parent, wanted, lineage);
}
