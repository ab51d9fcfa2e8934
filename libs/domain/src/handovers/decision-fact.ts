import type { LocalDate } from '../time/local-date.js';
import type { HandoverFact } from './evolve.js';
import type { HandoverActor, HandoverId, HandoverProposal } from './handover.js';

/** Who approved, and on which day. */
export interface ApprovedBy {
  readonly decidedOn: LocalDate;
  readonly by: HandoverActor;
}

/** The fact that an approved proposal becomes. The proposal has been checked: what its kind needs is there. */
export function decisionFact(
  handoverId: HandoverId,
  proposal: HandoverProposal,
  { decidedOn, by }: ApprovedBy,
): HandoverFact {
  const { proposalId, decision, reason, actId, discrepancyId, until, correction } = proposal;
  const approved = {
    handoverId,
    proposalId,
    decidedOn,
    reason,
    ...(actId === undefined ? {} : { actId }),
    proposedBy: proposal.by,
    approvedBy: by,
  };
  switch (decision) {
    case 'RESOLVE_DISCREPANCY':
      return {
        type: 'handover.discrepancy-resolved',
        data: { ...approved, discrepancyId: needed(discrepancyId) },
      };
    case 'MAKE_TEMPORARY':
      return { type: 'handover.made-temporary', data: { ...approved, until: needed(until) } };
    case 'CORRECT':
      return {
        type: 'handover.corrected',
        data: { ...approved, ...needed(correction), actId: needed(actId) },
      };
    case 'CANCEL':
      return { type: 'handover.cancelled', data: approved };
  }
}

function needed<T>(value: T | undefined): T {
  if (value === undefined) throw new TypeError('The proposal was not checked before it was approved.');
  return value;
}
