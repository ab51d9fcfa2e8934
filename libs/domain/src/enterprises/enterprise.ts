import type { Provenance } from '../identity/provenance.js';
import { slug } from '../identity/fold.js';
import type { OfficeId } from '../responsibilities/office.js';

/** An enterprise (doanh nghiệp, hợp tác xã): an organisation, never a person. */
export interface Enterprise {
  /** Made of its name, as in `cong-ty-co-phan-tap-doan-grand-bright`. */
  readonly enterpriseId: string;
  /** As in the source. */
  readonly name: string;
  /** Number of its registration (mã số doanh nghiệp); absent where the source does not state it. */
  readonly registrationNumber?: string;
  readonly provenance: Provenance;
  readonly source: string;
}

/** The id of an enterprise of this name. */
export function enterpriseId(name: string): string {
  return slug(name);
}

/** The office that an enterprise is where it holds a duty. */
export function officeOfEnterprise(id: string): OfficeId {
  return `ENTERPRISE:${id}`;
}
