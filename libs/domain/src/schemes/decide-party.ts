import { reasonRequired } from '../acts/decide-act.js';
import type { EventOf } from '../events/catalogue.js';
import { accept, refuse, type Decision } from '../refusals/refusal.js';
import { partyOf, refuseParty, type SchemePartyInput } from './parties.js';
import { notRegistered, refuseBlank, refusePromotionBasis, type SchemeRegister } from './register.js';
import type { Scheme, SchemeParty, SchemePartyChanged } from './scheme.js';
import { schemePartiesOn } from './state-on.js';

/** Another party for one role by decision; `fromId` says which of several beneficiaries goes. */
export type ChangeSchemeParty = Omit<SchemePartyChanged, 'from' | 'to' | 'manner'> & {
  readonly fromId?: string;
  readonly to: SchemePartyInput;
};

/**
 * Gives one role of a scheme to another party from a day on; its other roles, contract and money stay as they are.
 * A change of units, or decree 139/2025, moves no scheme: it takes a decision on the scheme or on its executing unit.
 * Refuses `UNKNOWN_SUBJECT`, `REASON_REQUIRED`, `INVALID_INPUT`, `UNKNOWN_ACT`, `ACT_NOT_IN_FORCE`, `UNKNOWN_OFFICE`,
 * `UNKNOWN_EVENT`, `NOT_APPLICABLE`.
 */
export function decideChangeSchemeParty(
  input: ChangeSchemeParty,
  register: SchemeRegister,
): Decision<EventOf<'scheme.party-changed'>> {
  const scheme = register.scheme(input.schemeId);
  if (scheme === undefined) return notRegistered('schemeId', input.schemeId);
  if (input.reason.trim() === '') return reasonRequired();
  const to = partyOf(input.to, `${input.schemeId}-from-${input.effectiveOn}`, register);
  const standing = schemePartiesOn(withoutCorrected(scheme, input), input.role, input.effectiveOn);
  const from = leaving(input, standing);
  const refusal =
    refuseBlank('source', input.source) ??
    refusePromotionBasis(input.actId, input.effectiveOn, register) ??
    refuseCorrected(scheme, input) ??
    refuseParty('to', input.role, to, input.effectiveOn, register) ??
    refuseFrom(input, standing, from, to);
  return refusal ?? accept([{ type: 'scheme.party-changed', data: changed(input, from, to) }]);
}

function changed(
  input: ChangeSchemeParty,
  from: SchemeParty | undefined,
  to: SchemeParty,
): SchemePartyChanged {
  const { fromId: _id, ...rest } = input;
  return { ...rest, ...(from === undefined ? {} : { from }), to, manner: 'BY_DECISION' };
}

/** Only a beneficiary can join others; who holds another role leaves it. */
function leaving(input: ChangeSchemeParty, standing: readonly SchemeParty[]): SchemeParty | undefined {
  const { role, fromId } = input;
  return role === 'BENEFICIARY' || fromId !== undefined
    ? standing.find((party) => party.id === fromId)
    : standing.at(0);
}

function withoutCorrected(scheme: Scheme, { role, corrects }: ChangeSchemeParty): Scheme {
  if (corrects === undefined) return scheme;
  const changes = scheme.changes.filter((c) => c.role !== role || c.effectiveOn !== corrects);
  return { ...scheme, changes };
}

function refuseCorrected({ changes }: Scheme, input: ChangeSchemeParty): Decision<never> | undefined {
  const { role, corrects } = input;
  if (corrects === undefined || changes.some((c) => c.role === role && c.effectiveOn === corrects))
    return undefined;
  return refuse(
    'UNKNOWN_EVENT',
    'corrects',
    corrects,
    `No change of ${role} on ${corrects} is recorded.`,
    'Name the first day of a change that is recorded.',
  );
}

function refuseFrom(
  { role, fromId, effectiveOn }: ChangeSchemeParty,
  standing: readonly SchemeParty[],
  from: SchemeParty | undefined,
  to: SchemeParty,
): Decision<never> | undefined {
  if (fromId !== undefined && from === undefined) {
    return refuse(
      'NOT_APPLICABLE',
      'fromId',
      fromId,
      `${fromId} is not ${role} on ${effectiveOn}.`,
      `Name one of ${standing.map((party) => party.id).join(', ') || 'nobody'}.`,
    );
  }
  if (!standing.some((party) => party.id === to.id)) return undefined;
  return refuse(
    'NOT_APPLICABLE',
    'to',
    to.id,
    `${to.id} is ${role} on ${effectiveOn} already.`,
    'Nothing needs to change.',
  );
}
