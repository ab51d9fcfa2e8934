import { refuse, type Decision } from '../refusals/refusal.js';
import { officeOfUnit, parseOfficeId, type OfficeId } from '../responsibilities/office.js';
import { chairmanOver } from '../tasks/chairman.js';
import type { LocalDate } from '../time/local-date.js';
import type { Lineage } from '../units/lineage.js';
import type { UnitId } from '../units/unit.js';
import { provinceOn } from '../units/upwards.js';
import { refuseOtherOffice } from './checks.js';
import type { HandoverParticulars } from './handover.js';
import type { HandoverCaller } from './sight.js';

/** Who a handover is between, and who decides on it. */
export type HandoverParties = Pick<
  HandoverParticulars,
  'giverOfficeId' | 'giverActsFor' | 'receiverOfficeId' | 'witnessOfficeId' | 'decidingOfficeId'
>;

/** The offices of a handover: giver, receiver, witness and who decides. */
export function partiesOf({
  giverOfficeId,
  receiverOfficeId,
  witnessOfficeId,
  decidingOfficeId,
}: HandoverParties): readonly OfficeId[] {
  return [giverOfficeId, receiverOfficeId, witnessOfficeId, decidingOfficeId].filter(
    (id) => id !== undefined,
  );
}

/**
 * Refuses whoever has no part in a handover, for the steps that bind nobody: list, day of the minutes, documents.
 * A part have its parties, who decides on it, and committee and chairman of the province above giver or receiver.
 * The operator records what offices drew up on paper; he signs for none of them.
 */
export function refuseStranger(
  handover: HandoverParties,
  day: LocalDate,
  { lineage }: { readonly lineage: Lineage },
  { by, today, operator }: HandoverCaller,
): Decision<never> | undefined {
  if (operator === true) return undefined;
  // A step of June is recorded in July by the province that its own went into.
  const above = provincesAbove(handover, [day, today], lineage);
  return refuseOtherOffice([...new Set([...partiesOf(handover), ...above])], by);
}

/** As `refuseStranger`, for the draft: whoever names himself its witness has no part in it by that. */
export function refuseStrangeDrafter(
  { witnessOfficeId: _, ...handover }: HandoverParties,
  ...others: readonly [LocalDate, { readonly lineage: Lineage }, HandoverCaller]
): Decision<never> | undefined {
  return refuseStranger(handover, ...others);
}

/**
 * Refuses whoever drafts a handover between provinces from a province: an office is not given work by one that nothing
 * puts above it (decision 0015).
 */
export function refuseDraftBetweenProvinces(
  handover: HandoverParties,
  days: readonly LocalDate[],
  lineage: Lineage,
  { by, operator }: HandoverCaller,
): Decision<never> | undefined {
  if (operator === true || isNational(by.officeId)) return undefined;
  if (!lieApart(handover, days, lineage)) return undefined;
  return refuse(
    'NOT_YOUR_OFFICE',
    'officeId',
    by.officeId,
    'No province has giver, receiver and the dissolved unit in it; only a national office drafts such a handover.',
    `Ask the national office that decides to draft it; you act for ${by.officeId}.`,
  );
}

/**
 * Refuses as the deciding office one that is a party, or does not stand above every side: committee and chairman of
 * their province do (NĐ 139/2025/NĐ-CP Đ.22(3) names the chairman), and national offices above all (decision 0015).
 */
export function refuseDecidingOffice(
  handover: HandoverParties,
  days: readonly LocalDate[],
  lineage: Lineage,
): Decision<never> | undefined {
  const { decidingOfficeId: id, giverOfficeId, receiverOfficeId } = handover;
  const above = lieApart(handover, days, lineage) ? [] : provincesAbove(handover, days, lineage);
  const isParty = id === giverOfficeId || id === receiverOfficeId;
  if (!isParty && (above.includes(id) || isNational(id))) return undefined;
  return refuse(
    'NOT_APPLICABLE',
    'decidingOfficeId',
    id,
    isParty ? 'No party decides on its own handover.' : `${id} does not stand above every side of it.`,
    above.length === 0 ? 'Name the national office that decides.' : `Name ${above.join(' or ')}.`,
  );
}

function isNational(officeId: OfficeId): boolean {
  const office = parseOfficeId(officeId);
  return office !== undefined && office.rest === undefined;
}

/** Committee and chairman of the provinces above giver and receiver on some days. */
function provincesAbove(
  handover: HandoverParties,
  days: readonly LocalDate[],
  lineage: Lineage,
): readonly OfficeId[] {
  const chairmen = days.flatMap((day) => sidesOf(handover).map((id) => chairmanOver(id, day, lineage)));
  return [...new Set(chairmen)].flatMap((chairman) => {
    const provinceId = chairman === undefined ? undefined : parseOfficeId(chairman)?.rest;
    if (chairman === undefined || provinceId === undefined) return [];
    return [officeOfUnit('UBND_TINH', provinceId), chairman];
  });
}

/** Giver, receiver, and the committee of the dissolved unit that is given for. */
function sidesOf({ giverOfficeId, giverActsFor, receiverOfficeId }: HandoverParties): readonly OfficeId[] {
  const dissolved = giverActsFor === undefined ? [] : [officeOfUnit('UBND_HUYEN', giverActsFor)];
  return [giverOfficeId, receiverOfficeId, ...dissolved];
}

/** Whether no province has every side in it. */
function lieApart(handover: HandoverParties, days: readonly LocalDate[], lineage: Lineage): boolean {
  const sides = sidesOf(handover)
    .map((id) => provincesOf(id, days, lineage))
    .filter((side) => side !== undefined);
  const [first, ...others] = sides;
  return first?.some((id) => others.every((side) => side.includes(id))) === false;
}

/** None for a national office; undefined for a body of which nothing says where it lies. */
function provincesOf(
  officeId: OfficeId,
  days: readonly LocalDate[],
  lineage: Lineage,
): readonly UnitId[] | undefined {
  const office = parseOfficeId(officeId);
  if (office === undefined || office.kind === 'ENTERPRISE' || office.kind === 'PUBLIC_SERVICE_UNIT')
    return undefined;
  const { rest: unitId } = office;
  if (unitId === undefined) return [];
  return days.map((day) => provinceOn(unitId, day, lineage)).filter((id) => id !== undefined);
}
