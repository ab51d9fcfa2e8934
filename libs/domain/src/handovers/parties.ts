import type { Decision } from '../refusals/refusal.js';
import { officeOfUnit, parseOfficeId, type OfficeId } from '../responsibilities/office.js';
import { chairmanOver } from '../tasks/chairman.js';
import type { LocalDate } from '../time/local-date.js';
import type { Lineage } from '../units/lineage.js';
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
 * Refuses whoever has no part in a handover, for the steps that bind nobody: draft, list, day of the minutes, documents.
 * A part have its parties, who decides on it, and committee and chairman of the province above a party.
 * The operator records what offices drew up on paper; he signs for none of them.
 */
export function refuseStranger(
  handover: HandoverParties,
  day: LocalDate,
  { lineage }: { readonly lineage: Lineage },
  { by, today, operator }: HandoverCaller,
): Decision<never> | undefined {
  if (operator === true) return undefined;
  const parties = partiesOf(handover);
  // A step of June is recorded in July by the province that its own went into.
  const above = [day, today].flatMap((on) => provinceAbove(handover, on, lineage));
  return refuseOtherOffice([...new Set([...parties, ...above])], by);
}

function provinceAbove(handover: HandoverParties, day: LocalDate, lineage: Lineage): readonly OfficeId[] {
  const { giverActsFor } = handover;
  const dissolved = giverActsFor === undefined ? [] : [officeOfUnit('UBND_HUYEN', giverActsFor)];
  return [...partiesOf(handover), ...dissolved].flatMap((officeId) => {
    const chairman = chairmanOver(officeId, day, lineage);
    const provinceId = chairman === undefined ? undefined : parseOfficeId(chairman)?.rest;
    if (chairman === undefined || provinceId === undefined) return [];
    return [officeOfUnit('UBND_TINH', provinceId), chairman];
  });
}
