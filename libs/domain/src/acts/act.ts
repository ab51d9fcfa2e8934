import { slug } from '../identity/fold.js';
import type { Provenance } from '../identity/provenance.js';
import type { LocalDate } from '../time/local-date.js';

export type ActId = string;

export const ACT_KINDS = [
  'LAW',
  'DECREE',
  'CIRCULAR',
  'RESOLUTION',
  'PRIME_MINISTER_DECISION',
  'MINISTER_DECISION',
  'PROVINCIAL_DECISION',
  'DISTRICT_DECISION',
  'GUIDANCE',
  'OTHER',
] as const;
export type ActKind = (typeof ACT_KINDS)[number];

/** A legal act; number, issuer and date identify it together, because decision numbers repeat every year. */
export interface Act {
  readonly actId: ActId;
  readonly kind: ActKind;
  /** As printed, e.g. `139/2025/NĐ-CP`. */
  readonly number: string;
  readonly title?: string;
  /** Name of the issuing authority at the date of issue. */
  readonly issuer: string;
  /** Absent where the source does not state it. */
  readonly issuedOn?: LocalDate;
  readonly inForceFrom?: LocalDate;
  /** First day on which it is no longer in force by its own terms. */
  readonly lapsesOn?: LocalDate;
  readonly amends?: readonly ActId[];
  readonly replaces?: readonly ActId[];
  readonly provenance: Provenance;
  /** Where the facts were read. */
  readonly source: string;
}

/** How an act came to its end. */
export const ACT_END_MANNERS = ['LAPSED', 'REPEALED', 'REPLACED', 'ANNULLED'] as const;
export type ActEndManner = (typeof ACT_END_MANNERS)[number];

/** Id made of number, issuer and date; an act whose date is not known says so. */
export function actId(number: string, issuer: string, issuedOn?: LocalDate): ActId {
  return `${slug(number)}.${slug(issuer)}.${issuedOn ?? 'undated'}`;
}
