import type { ActId } from '../acts/act.js';
import type { ClusterId } from '../clusters/cluster.js';
import { slug } from '../identity/fold.js';
import type { Provenance } from '../identity/provenance.js';
import { stateOn, type StepTable } from '../lifecycle/steps.js';
import type { OfficeId } from '../responsibilities/office.js';
import type { LocalDate } from '../time/local-date.js';

export type ProjectId = string;

/**
 * Where a secondary project (dự án thứ cấp) stands, NĐ 32/2024/NĐ-CP Art. 20 to 23; `UNKNOWN` where the source does not say.
 * Whether a policy decision or a registration certificate comes first, or none, depends on the project.
 */
export const PROJECT_STATUSES = [
  'UNKNOWN',
  'SITE_AGREED',
  'POLICY_APPROVED',
  'IRC_ISSUED',
  'LAND_SUBLEASED',
  'PERMITTED',
  'BUILDING',
  'OPERATING',
  'SUSPENDED',
  'RESUMED',
  'RELOCATING',
  'REVOKED',
  'ENDED',
] as const;
export type ProjectStatus = (typeof PROJECT_STATUSES)[number];

/** What may end a project that is still prepared or built. */
const GIVEN_UP = ['REVOKED', 'ENDED'] as const;
const STOPPED = ['SUSPENDED', 'RELOCATING', ...GIVEN_UP] as const;

/** What may follow what. */
export const PROJECT_STEPS: StepTable<ProjectStatus> = {
  UNKNOWN: PROJECT_STATUSES.filter((status) => status !== 'UNKNOWN'),
  SITE_AGREED: ['POLICY_APPROVED', 'IRC_ISSUED', 'LAND_SUBLEASED', ...GIVEN_UP],
  POLICY_APPROVED: ['IRC_ISSUED', 'LAND_SUBLEASED', ...GIVEN_UP],
  IRC_ISSUED: ['LAND_SUBLEASED', ...GIVEN_UP],
  LAND_SUBLEASED: ['PERMITTED', 'BUILDING', ...STOPPED],
  PERMITTED: ['BUILDING', ...STOPPED],
  BUILDING: ['OPERATING', ...STOPPED],
  OPERATING: [...STOPPED],
  SUSPENDED: ['RESUMED', 'RELOCATING', ...GIVEN_UP],
  RESUMED: ['OPERATING', ...STOPPED],
  RELOCATING: ['ENDED'],
  REVOKED: ['ENDED'],
  ENDED: [],
};

/** What is recorded when a project enters the register. */
export interface ProjectRegistration {
  readonly projectId: ProjectId;
  readonly name: string;
  /** The cluster it lies in; absent where the source does not say. */
  readonly clusterId?: ClusterId;
  /** Name of the enterprise or cooperative that invests; never of a person. */
  readonly investorName?: string;
  readonly status: ProjectStatus;
  /** First day on which it is known to stand there; absent where the source does not say. */
  readonly since?: LocalDate;
  /** Leased area in hectares, a decimal string. */
  readonly areaHa?: string;
  /** Registered capital in đồng, a decimal string. */
  readonly capitalVnd?: string;
  readonly provenance: Provenance;
  readonly source: string;
}

/** A step in the life of a project. */
export interface ProjectAdvanced {
  readonly projectId: ProjectId;
  readonly to: ProjectStatus;
  /** First day on which it counts. */
  readonly effectiveOn: LocalDate;
  /** Day on which its document was signed, where that is another. */
  readonly signedOn?: LocalDate;
  /** The registered act that decided it. */
  readonly actId?: ActId;
  /** The document by its number and date, where it is no registered act (a certificate, a lease). */
  readonly document?: string;
  readonly reason?: string;
  readonly provenance: Provenance;
  readonly source: string;
}

/** A project with all its steps, in the order of record. */
export interface Project extends ProjectRegistration {
  readonly steps: readonly ProjectAdvanced[];
}

/** The office of the enterprise that invests; absent where its name is not known. */
export function investorOffice({ investorName }: Pick<Project, 'investorName'>): OfficeId | undefined {
  return investorName === undefined ? undefined : `ENTERPRISE:${slug(investorName)}`;
}

/** Where a project stands on a day. */
export function projectStatusOn({ status, steps }: Project, day: LocalDate): ProjectStatus {
  return stateOn(status, steps, day);
}
