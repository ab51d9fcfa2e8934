import type { ActId } from '../acts/act.js';
import type { DutyId } from '../duties/duty.js';
import type { Provenance } from '../identity/provenance.js';
import type { OfficeId } from '../responsibilities/office.js';

/** Which office issued an act; its name as printed does not say which unit of that name it was. */
export interface DocumentIssuerIdentified {
  readonly actId: ActId;
  /** The office as it was on the day of issue, dissolved since or not. */
  readonly issuerOfficeId: OfficeId;
  /** The duty under which it was issued; absent where that is not recorded. */
  readonly dutyId?: DutyId;
  /** Why another office was taken for the issuer before and this one is now. */
  readonly reason?: string;
  readonly provenance: Provenance;
  readonly source: string;
}

export interface DocumentEvents {
  'document.issuer-identified': DocumentIssuerIdentified;
}

export const DOCUMENT_EVENT_VERSIONS = {
  'document.issuer-identified': 1,
} as const satisfies Readonly<Record<keyof DocumentEvents, number>>;
