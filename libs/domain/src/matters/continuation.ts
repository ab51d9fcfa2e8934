import { correspondingOn, isInferred, territoryOn, type Territory } from '../clusters/territory.js';
import { tierOf } from '../responsibilities/holder-by-law.js';
import { officeOfUnit, parseOfficeId, type OfficeId } from '../responsibilities/office.js';
import type { LocalDate } from '../time/local-date.js';
import { successorsOn, type Lineage } from '../units/lineage.js';
import type { UnitId, UnitLevel } from '../units/unit.js';
import type { MatterPlace, MatterRecord } from './matter.js';

/** Who goes on with a matter on a day, by law alone. */
export type Continuation =
  /** The office still exists, or another province's office stands in its place. */
  | { readonly by: 'OFFICE'; readonly officeId: OfficeId }
  /** Its unit ended, and the territory leads to exactly one commune. */
  | { readonly by: 'TERRITORY'; readonly officeId: OfficeId }
  /** Its unit ended, and the territory does not say which. */
  | { readonly by: 'NOBODY_YET'; readonly candidates: readonly OfficeId[]; readonly because: string };

/** The unit that an office belongs to, where its end ends the office. */
export function unitOfOffice(officeId: OfficeId): UnitId | undefined {
  const office = parseOfficeId(officeId);
  if (office === undefined || office.kind === 'ENTERPRISE' || office.kind === 'PUBLIC_SERVICE_UNIT')
    return undefined;
  return tierOf(office.kind) === undefined ? undefined : office.rest;
}

/**
 * Who goes on with a matter that an office had.
 * A province's matters stay with the office of its successor; a district's go by territory (NĐ 139/2025/NĐ-CP Art. 22(3));
 * a commune's go where the commune went, and by territory where it was divided.
 */
export function continuationOn(
  matter: MatterRecord,
  officeId: OfficeId,
  day: LocalDate,
  lineage: Lineage,
): Continuation {
  const unitId = unitOfOffice(officeId);
  const end = unitId === undefined ? undefined : lineage.lifetime(unitId)?.to;
  if (unitId === undefined || end === undefined || day < end) return { by: 'OFFICE', officeId };
  const level = lineage.levelOf(unitId);
  if (level === 'PROVINCE') return ofProvince(officeId, unitId, day, lineage);
  const followed = level === 'COMMUNE' ? communesOf([placeOfUnit(unitId, level)], day, lineage) : undefined;
  return followed?.by === 'TERRITORY'
    ? followed
    : communesOf(placesOf(matter, officeId, lineage), day, lineage);
}

/** The communes that a matter belongs to on a day by its places alone. */
export function communesOf(places: readonly MatterPlace[], day: LocalDate, lineage: Lineage): Continuation {
  const territories = places.map((place) => territoryOf(place, day, 'COMMUNE', lineage));
  const unitIds = [...new Set(territories.flatMap((t) => t.unitIds))].sort();
  const candidates = unitIds.map((id) => officeOfUnit('UBND_XA', id));
  const [only] = candidates;
  const because = doubtOf(places, territories, unitIds);
  return because === undefined && only !== undefined
    ? { by: 'TERRITORY', officeId: only }
    : { by: 'NOBODY_YET', candidates, because: because ?? 'No place is stated.' };
}

/** The chairmen who may decide which office continues a matter: of the provinces that it lies in on the day. */
export function coordinatorsOf(matter: MatterRecord, day: LocalDate, lineage: Lineage): readonly OfficeId[] {
  const provinces = placesOf(matter, matter.officeId, lineage)
    .filter((place) => !isInferred(place))
    .flatMap((place) => territoryOf(place, day, 'PROVINCE', lineage).unitIds);
  return [...new Set(provinces)].sort().map((id) => officeOfUnit('CT_UBND_TINH', id));
}

/** Where a matter lies: its stated places, else the unit of the office that had it. */
export function placesOf(
  matter: MatterRecord,
  officeId: OfficeId | undefined,
  lineage: Lineage,
): readonly MatterPlace[] {
  if (matter.places.length > 0) return matter.places;
  const unitId = officeId === undefined ? undefined : unitOfOffice(officeId);
  const level = unitId === undefined ? undefined : lineage.levelOf(unitId);
  return unitId === undefined || level === undefined ? [] : [placeOfUnit(unitId, level)];
}

/** Where a place lies on a day; not known while a unit that it went into is not recorded yet. */
function territoryOf(place: MatterPlace, day: LocalDate, level: UnitLevel, lineage: Lineage): Territory {
  const reached = place.unitIds.flatMap((id) => correspondingOn(lineage, id, day));
  return reached.every((id) => lineage.unitOn(id, day) !== undefined)
    ? territoryOn([place], day, level, lineage)
    : { certainty: 'UNKNOWN', unitIds: [], because: 'A unit that it went into is not recorded.' };
}

function placeOfUnit(unitId: UnitId, precision: UnitLevel): MatterPlace {
  return {
    of: 'SUBJECT',
    precision,
    unitIds: [unitId],
    complete: true,
    provenance: 'COMPUTED',
    evidence: 'The unit of the office that had it.',
  };
}

function ofProvince(officeId: OfficeId, unitId: UnitId, day: LocalDate, lineage: Lineage): Continuation {
  const kind = parseOfficeId(officeId)?.kind ?? 'UBND_TINH';
  const candidates = successorsOn(lineage, unitId, day).map((s) => officeOfUnit(kind, s.unitId));
  const [only] = candidates;
  if (only !== undefined && candidates.length === 1) return { by: 'OFFICE', officeId: only };
  return { by: 'NOBODY_YET', candidates, because: 'Its province has no single successor.' };
}

function doubtOf(
  places: readonly MatterPlace[],
  territories: readonly Territory[],
  unitIds: readonly UnitId[],
): string | undefined {
  for (const territory of territories) if (territory.certainty !== 'KNOWN') return territory.because;
  if (unitIds.length <= 1) return undefined;
  const roles = new Set(places.map((p) => p.of));
  return roles.size > 1
    ? 'The person or enterprise and what the matter is about lie in different communes.'
    : 'Its place lies in several communes.';
}
