import { reasonRequired, unknownAct, type ActLookup } from '../acts/decide-act.js';
import { unknownSubject } from '../decisions/refusals.js';
import type { EventOf } from '../events/catalogue.js';
import { accept, refuse, type Decision } from '../refusals/refusal.js';
import { questionOf, sameValue } from './claims.js';
import type { ClaimAccepted, ClaimRecorded } from './events.js';

/** What is looked up to decide on claims about one subject. */
export interface ClaimFacets {
  readonly acts: ActLookup;
  /** Whether the subject or unit is known. */
  readonly subjectKnown: boolean;
  /** All claims about it, those of its registration included. */
  readonly claims: readonly ClaimRecorded[];
  readonly accepted: readonly ClaimAccepted[];
}

/**
 * Records what a source states; a claim that conflicts with others stands beside them.
 * Refuses `UNKNOWN_SUBJECT`, `INVALID_INPUT`, `ALREADY_EXISTS`.
 */
export function decideRecordClaim(
  input: ClaimRecorded,
  facets: ClaimFacets,
): Decision<EventOf<'claim.recorded'>> {
  if (!facets.subjectKnown) return unknownSubject('subjectId', input.subjectId);
  return (
    refuseBlank(input) ??
    refuseRepeated(input, facets.claims) ??
    accept([{ type: 'claim.recorded', data: input }])
  );
}

/**
 * Takes one of the claims about a field and day; the one accepted before is superseded from now on.
 * Refuses `UNKNOWN_SUBJECT` for a claim that is not recorded, `REASON_REQUIRED`, `UNKNOWN_ACT`,
 * `EVIDENCE_REQUIRED` for what is only inferred or remembered, `NOT_APPLICABLE` where it is accepted already.
 */
export function decideAcceptClaim(
  input: ClaimAccepted,
  facets: ClaimFacets,
): Decision<EventOf<'claim.accepted'>> {
  const claim = facets.claims.find(({ claimId }) => claimId === input.claimId);
  if (claim === undefined) return unknownSubject('claimId', input.claimId);
  if (input.reason.trim() === '') return reasonRequired();
  if (input.actId !== undefined && facets.acts(input.actId) === undefined)
    return unknownAct('actId', input.actId);
  return (
    refuseUncertain(claim, input) ??
    refuseAccepted(claim, facets) ??
    accept([{ type: 'claim.accepted', data: input }])
  );
}

function refuseBlank(input: ClaimRecorded): Decision<never> | undefined {
  const blank = (['claimId', 'field', 'value', 'source'] as const).find(
    (field) => input[field].trim() === '',
  );
  if (blank === undefined) return undefined;
  return refuse(
    'INVALID_INPUT',
    blank,
    input[blank],
    'A claim needs an id, a field, a value and its source.',
    'Give the value as the source gives it, and where it was read.',
  );
}

function refuseRepeated(input: ClaimRecorded, claims: readonly ClaimRecorded[]): Decision<never> | undefined {
  const sameId = claims.some(({ claimId }) => claimId === input.claimId);
  const same = claims.some(
    (claim) =>
      questionOf(claim) === questionOf(input) && sameValue(claim, input) && claim.source === input.source,
  );
  if (!sameId && !same) return undefined;
  return refuse(
    'ALREADY_EXISTS',
    sameId ? 'claimId' : 'value',
    sameId ? input.claimId : input.value,
    sameId ? 'A claim with this id is recorded.' : 'This claim of this source is recorded.',
    sameId ? 'Give another id.' : 'Use the recorded claim.',
  );
}

/** What no source states is never presented as certain: somebody with the competence has to have decided it. */
function refuseUncertain(
  { claimId, provenance }: ClaimRecorded,
  { actId }: ClaimAccepted,
): Decision<never> | undefined {
  const uncertain = provenance === 'INFERRED' || provenance === 'UNVERIFIED';
  if (!uncertain || actId !== undefined) return undefined;
  return refuse(
    'EVIDENCE_REQUIRED',
    'actId',
    claimId,
    `No source states this claim: its provenance is ${provenance}.`,
    'Name the act that shows it, or record the claim of a source and accept that.',
  );
}

function refuseAccepted(
  claim: ClaimRecorded,
  { claims, accepted }: ClaimFacets,
): Decision<never> | undefined {
  const rivals = claims.filter((other) => questionOf(other) === questionOf(claim));
  const standing = accepted.filter(({ claimId }) => rivals.some((rival) => rival.claimId === claimId)).at(-1);
  if (standing?.claimId !== claim.claimId) return undefined;
  return refuse(
    'NOT_APPLICABLE',
    'claimId',
    claim.claimId,
    'This claim is the accepted one already.',
    'Accept another claim to supersede it.',
  );
}
