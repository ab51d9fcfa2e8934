import { reasonRequired, unknownAct } from '../acts/decide-act.js';
import { accept, refuse, type Decision } from '../refusals/refusal.js';
import { refuseFuture } from '../refusals/refuse-future.js';
import type { LocalDate } from '../time/local-date.js';
import { decideFact, firstOf, refuseOtherOffice, refuseSameEyes, unknownHandover } from './checks.js';
import { decisionFact, type ApprovedBy } from './decision-fact.js';
import type { HandoverFact, HandoverRecord } from './evolve.js';
import type { Handover, HandoverId, HandoverProposal } from './handover.js';
import { partiesOf } from './parties.js';
import { refuseProposal } from './refuse-proposal.js';
import type { HandoverCaller, HandoverSight } from './sight.js';
import { handoverOn } from './timeline.js';

export type ProposeHandoverDecision = Omit<HandoverProposal, 'proposalId' | 'by'> & {
  readonly handoverId: HandoverId;
};

/**
 * Proposes to resolve a discrepancy, to make the handover temporary, to correct or to cancel it.
 * It takes effect when somebody else, of the deciding office, approves it;
 * to cancel what nobody has signed needs no second actor and takes effect at once.
 */
export function decideProposeHandoverDecision(
  { handoverId, ...input }: ProposeHandoverDecision,
  record: HandoverRecord | undefined,
  sight: HandoverSight,
  { by, today }: HandoverCaller,
): Decision<HandoverFact> {
  const handover = record === undefined ? undefined : handoverOn(record);
  if (record === undefined || handover === undefined) return unknownHandover(handoverId);
  const proposal = { ...input, proposalId: nextProposalId(record), by };
  const refused = firstOf(
    () => refuseOtherOffice(partiesOf(handover), by),
    () => refuseFuture('proposedOn', input.proposedOn, today),
    () => (input.reason.trim() === '' ? reasonRequired() : undefined),
    () =>
      input.actId === undefined || sight.acts(input.actId) !== undefined
        ? undefined
        : unknownAct('actId', input.actId),
    () => refuseProposal(proposal, handover, sight),
  );
  if (refused !== undefined) return refused;
  if (input.decision === 'CANCEL' && handover.signatures.length === 0)
    return decideFact(record, cancelledAtOnce(handoverId, proposal));
  const trial = decideFact(record, decisionFact(handoverId, proposal, { decidedOn: input.proposedOn, by }));
  if (!trial.ok) return trial;
  return accept([{ type: 'handover.decision-proposed', data: { handoverId, ...proposal } }]);
}

function cancelledAtOnce(
  handoverId: HandoverId,
  { reason, actId, proposedOn, by }: HandoverProposal,
): HandoverFact {
  return {
    type: 'handover.cancelled',
    data: {
      handoverId,
      decidedOn: proposedOn,
      reason,
      ...(actId === undefined ? {} : { actId }),
      proposedBy: by,
    },
  };
}

function nextProposalId({ facts }: HandoverRecord): string {
  return `p${facts.filter((f) => f.type === 'handover.decision-proposed').length + 1}`;
}

export interface SettleHandoverProposal {
  readonly handoverId: HandoverId;
  readonly proposalId: string;
  readonly decidedOn: LocalDate;
}

/** Approves what somebody else proposed; only the deciding office can. */
export function decideApproveHandoverDecision(
  input: SettleHandoverProposal,
  record: HandoverRecord | undefined,
  sight: HandoverSight,
  { by, today }: HandoverCaller,
): Decision<HandoverFact> {
  if (record === undefined) return unknownHandover(input.handoverId);
  const found = openProposal(input, record);
  if (!found.ok) return found.refused;
  const refused =
    refuseSettling(input, found, { by, today }) ??
    refuseSameEyes([found.proposal.by.actorId], by, 'proposed it') ??
    refuseProposal(found.proposal, found.handover, sight);
  const approved: ApprovedBy = { decidedOn: input.decidedOn, by };
  return refused ?? decideFact(record, decisionFact(input.handoverId, found.proposal, approved));
}

/** Declines a proposal, which then has no effect; only the deciding office can. */
export function decideDeclineHandoverDecision(
  { reason, ...input }: SettleHandoverProposal & { readonly reason: string },
  record: HandoverRecord | undefined,
  caller: HandoverCaller,
): Decision<HandoverFact> {
  if (record === undefined) return unknownHandover(input.handoverId);
  const found = openProposal(input, record);
  if (!found.ok) return found.refused;
  const refused =
    refuseSettling(input, found, caller) ?? (reason.trim() === '' ? reasonRequired() : undefined);
  const { handoverId, proposalId, decidedOn: declinedOn } = input;
  const data = { handoverId, proposalId, declinedOn, reason, by: caller.by };
  return refused ?? decideFact(record, { type: 'handover.decision-declined', data });
}

type OpenProposal =
  | { readonly ok: true; readonly handover: Handover; readonly proposal: HandoverProposal }
  | { readonly ok: false; readonly refused: Decision<never> };

function openProposal(
  { handoverId, proposalId }: SettleHandoverProposal,
  record: HandoverRecord,
): OpenProposal {
  const handover = handoverOn(record);
  const proposal = handover?.proposals.find((p) => p.proposalId === proposalId);
  if (handover !== undefined && proposal !== undefined) return { ok: true, handover, proposal };
  const refused = refuse(
    'NOT_APPLICABLE',
    'proposalId',
    proposalId,
    `No proposal ${proposalId} of ${handoverId} is open.`,
    'Read the handover; it names the proposals that are open.',
  );
  return { ok: false, refused };
}

function refuseSettling(
  { decidedOn }: SettleHandoverProposal,
  { handover, proposal }: OpenProposal & { ok: true },
  { by, today }: HandoverCaller,
): Decision<never> | undefined {
  return firstOf(
    () => refuseOtherOffice([handover.decidingOfficeId], by),
    () => refuseFuture('decidedOn', decidedOn, today),
    () =>
      proposal.proposedOn <= decidedOn
        ? undefined
        : refuse(
            'INVALID_INTERVAL',
            'decidedOn',
            decidedOn,
            `It was proposed on ${proposal.proposedOn} only.`,
            'Give the day of the decision.',
          ),
  );
}
