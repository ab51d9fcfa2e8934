import type { ActLookup, KnownAct } from '../acts/decide-act.js';
import type { ClusterDocument } from '../clusters/cluster.js';
import type { DutyId } from '../duties/duty.js';
import type { AssignmentBasis, Holder, ResponsibilityStatus } from '../responsibilities/assignment.js';
import { officeOfUnit, parseOfficeId, type OfficeId } from '../responsibilities/office.js';
import type { LocalDate } from '../time/local-date.js';
import { successorsOn, type Lineage } from '../units/lineage.js';
import type { UnitId } from '../units/unit.js';
import type { DocumentIssuerIdentified } from './events.js';

/** Documents stay in force, and the agency that now has the authority amends them (NĐ 139/2025 Đ.22(4)). */
export const CONTINUITY: AssignmentBasis & { readonly actId: string } = {
  actId: '139-2025-nd-cp.chinh-phu.2025-06-12',
  article: 'Đ.22(4)',
  provenance: 'READ',
};

/** Who issued an act, as far as it is known. */
export type IdentifiedIssuer = Omit<DocumentIssuerIdentified, 'actId' | 'reason'>;

/** A cluster whose documents name the act. */
export interface DocumentSubject {
  readonly clusterId: string;
  /** What the document did to it. */
  readonly subject: ClusterDocument['subject'];
}

/** The unit of an issuer that exists no longer. */
export interface DissolvedIssuer {
  readonly unitId: UnitId;
  /** First day without it. */
  readonly dissolvedOn: LocalDate;
}

/** Who may amend a document on a day, for one subject or for all of it. */
export interface Amendment {
  /** The cluster it is answered for; absent where it is the same whatever the document is about. */
  readonly clusterId?: string;
  readonly status: ResponsibilityStatus;
  readonly holders: readonly Holder[];
  /** Who it may be, where it is not determined or has no basis in force. */
  readonly candidates: readonly OfficeId[];
  readonly basis: AssignmentBasis;
  /** In one plain sentence. */
  readonly explanation: string;
}

/** What a ledger answers for one duty over a cluster on the day. */
export type LedgerAnswer = Omit<Amendment, 'clusterId' | 'basis'> & { readonly basis?: AssignmentBasis };

/** What the answer is made from. */
export interface KnownForAmendment {
  readonly lineage: Lineage;
  readonly acts: ActLookup;
  /** Who has a duty over a cluster on the day that is asked about. */
  answer(clusterId: string, dutyId: DutyId): LedgerAnswer;
}

/** The dissolved unit of an issuer on a day; undefined where the unit exists, or the office has none. */
export function dissolvedIssuer(
  officeId: OfficeId,
  day: LocalDate,
  lineage: Lineage,
): DissolvedIssuer | undefined {
  const unitId = parseOfficeId(officeId)?.rest;
  const dissolvedOn = unitId === undefined ? undefined : lineage.lifetime(unitId)?.to;
  return unitId === undefined || dissolvedOn === undefined || dissolvedOn > day
    ? undefined
    : { unitId, dissolvedOn };
}

/** Whether an act is in force on a day, as far as its dates and its end are known; the end of its issuer ends no act. */
export function documentInForce(act: KnownAct, day: LocalDate): boolean {
  const begins = act.inForceFrom ?? act.issuedOn;
  return (begins === undefined || begins <= day) && (act.endsOn === undefined || day < act.endsOn);
}

/**
 * Who may amend a document of a dissolved issuer on a day: the office that now has the matter.
 * Where the duty is recorded that it was issued under, that is the holder of the duty, for each cluster concerned.
 * Otherwise what a province issued passed to the merged province, and what a district issued leaves candidates:
 * nothing is guessed.
 */
export function amendableBy(
  issuer: IdentifiedIssuer,
  subjects: readonly DocumentSubject[],
  day: LocalDate,
  known: KnownForAmendment,
): readonly Amendment[] {
  const { dutyId } = issuer;
  if (dutyId === undefined || subjects.length === 0)
    return [withBasis(bySuccession(issuer, day, known.lineage), day, known.acts)];
  return subjects.map(({ clusterId }) => byLedger(clusterId, dutyId, day, known));
}

/** A duty that rests on an act of its own is held without the decree that keeps old documents going (H5). */
function byLedger(clusterId: string, dutyId: DutyId, day: LocalDate, known: KnownForAmendment): Amendment {
  const answer = { clusterId, ...known.answer(clusterId, dutyId) };
  const continued = withBasis({ ...answer, basis: CONTINUITY }, day, known.acts);
  const { basis } = answer;
  return continued.status === 'NO_BASIS' && basis !== undefined && restsOnItsOwn(basis, day, known.acts)
    ? { ...answer, basis }
    : continued;
}

function restsOnItsOwn({ actId }: AssignmentBasis, day: LocalDate, acts: ActLookup): boolean {
  const act = actId === undefined || actId === CONTINUITY.actId ? undefined : acts(actId);
  return act !== undefined && documentInForce(act, day);
}

function bySuccession(issuer: IdentifiedIssuer, day: LocalDate, lineage: Lineage): Amendment {
  const unitId = unitOf(issuer);
  const kind = parseOfficeId(issuer.issuerOfficeId)?.kind;
  const level = lineage.levelOf(unitId);
  const successors = successorsOn(lineage, unitId, day);
  const names = successors.map((s) => lineage.unitOn(s.unitId, day)?.name ?? s.unitId).join(', ');
  const offices = successors.map((s) =>
    officeOfUnit(level === 'DISTRICT' || kind === undefined ? 'UBND_XA' : kind, s.unitId),
  );
  const [only] = successors;
  if (level !== 'DISTRICT' && successors.length === 1 && only?.extent === 'WHOLE') {
    const holders = offices.map((officeId) => ({ officeId, lead: false }));
    const explanation = `All of the issuer's unit went into ${names}, which has its authority now.`;
    return { status: 'HELD', holders, candidates: [], basis: CONTINUITY, explanation };
  }
  return {
    status: 'UNDETERMINED',
    holders: [],
    candidates: offices,
    basis: CONTINUITY,
    explanation: undetermined(issuer, level === 'DISTRICT', names),
  };
}

function undetermined(issuer: IdentifiedIssuer, district: boolean, names: string): string {
  if (!district)
    return `The territory of the issuer went to ${names}; which of them has this matter is not determined.`;
  const why =
    issuer.dutyId === undefined
      ? 'It is not recorded under which duty the district issued it'
      : 'No cluster is recorded that it is about';
  return `${why}; the territory of the district went to ${names}.`;
}

/** Whatever it is, it lasts only as long as the act that keeps old documents going is in force. */
function withBasis(answer: Amendment, day: LocalDate, acts: ActLookup): Amendment {
  const end = acts(CONTINUITY.actId)?.endsOn;
  if (end === undefined || day < end || answer.status === 'NO_BASIS') return answer;
  return {
    ...answer,
    status: 'NO_BASIS',
    holders: [],
    candidates: [...answer.holders.map((h) => h.officeId), ...answer.candidates],
    explanation: `The act that says who amends old documents ended on ${end}, and no newer basis is recorded.`,
  };
}

function unitOf(issuer: IdentifiedIssuer): UnitId {
  return parseOfficeId(issuer.issuerOfficeId)?.rest ?? '';
}
