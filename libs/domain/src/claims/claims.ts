import type { ClusterClaim, ClusterId } from '../clusters/cluster.js';
import type { EventOf } from '../events/catalogue.js';
import type { LocalDate } from '../time/local-date.js';
import type { ClaimAccepted, ClaimEvents, ClaimRecorded } from './events.js';

/** Everything claimed about one subject or unit, in the order of recording. */
export interface SubjectClaims {
  readonly subjectId: string;
  readonly claims: readonly ClaimRecorded[];
  readonly accepted: readonly ClaimAccepted[];
}

/** What is claimed with one more event. */
export function evolveClaims(
  state: SubjectClaims | undefined,
  event: EventOf<keyof ClaimEvents>,
): SubjectClaims {
  const before = state ?? { subjectId: event.data.subjectId, claims: [], accepted: [] };
  return event.type === 'claim.recorded'
    ? { ...before, claims: [...before.claims, event.data] }
    : { ...before, accepted: [...before.accepted, event.data] };
}

/** The claims that came with a cluster's registration, with the ids by which they are accepted. */
export function registeredClaims(
  clusterId: ClusterId,
  claims: readonly ClusterClaim[],
): readonly ClaimRecorded[] {
  return claims.map((claim, i) => ({
    ...claim,
    claimId: `${clusterId}-registered-${i + 1}`,
    subjectId: clusterId,
  }));
}

/** All claims about one field and one day. */
export interface ClaimGroup {
  readonly field: string;
  /** Absent where the sources give no day. */
  readonly asOf?: LocalDate;
  readonly claims: readonly ClaimRecorded[];
  /** True where they do not all say the same. */
  readonly conflicting: boolean;
  /** The acceptance that stands; absent where nobody has decided. */
  readonly accepted?: ClaimAccepted;
}

/** Claims given for days up to one, by field and day; those without a day come first. */
export function claimGroups(
  claims: readonly ClaimRecorded[],
  accepted: readonly ClaimAccepted[],
  on: LocalDate,
): readonly ClaimGroup[] {
  const groups = new Map<string, ClaimRecorded[]>();
  for (const claim of claims) {
    if (claim.asOf !== undefined && claim.asOf > on) continue;
    const key = questionOf(claim);
    const group = groups.get(key) ?? [];
    groups.set(key, [...group, claim]);
  }
  return [...groups.keys()].sort().flatMap((key) => groupOf(groups.get(key) ?? [], accepted));
}

function groupOf(
  claims: readonly ClaimRecorded[],
  accepted: readonly ClaimAccepted[],
): readonly ClaimGroup[] {
  const [first] = claims;
  if (first === undefined) return [];
  const { field, asOf } = first;
  const standing = accepted.filter(({ claimId }) => claims.some((claim) => claim.claimId === claimId)).at(-1);
  return [
    {
      field,
      ...(asOf === undefined ? {} : { asOf }),
      claims,
      conflicting: field !== NOTE && claims.some((claim) => !sameValue(claim, first)),
      ...(standing === undefined ? {} : { accepted: standing }),
    },
  ];
}

/** Remarks beside one another contradict nothing. */
const NOTE = 'note';

/** What several claims answer together: at most one of them is accepted at a time. */
export function questionOf({ field, asOf }: Pick<ClaimRecorded, 'field' | 'asOf'>): string {
  return JSON.stringify([field, asOf ?? '']);
}

/** True where two claims say the same; `12.0` and `12` do. */
export function sameValue(
  a: Pick<ClaimRecorded, 'value' | 'unit'>,
  b: Pick<ClaimRecorded, 'value' | 'unit'>,
): boolean {
  return plain(a.value) === plain(b.value) && a.unit === b.unit;
}

function plain(value: string): string {
  return /^\d+\.\d+$/.test(value) ? value.replace(/\.?0+$/, '') : value;
}
