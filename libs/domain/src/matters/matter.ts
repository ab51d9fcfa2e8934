import type { ActId } from '../acts/act.js';
import type { Placement } from '../clusters/cluster.js';
import type { Provenance } from '../identity/provenance.js';
import type { OfficeId } from '../responsibilities/office.js';
import type { LocalDate } from '../time/local-date.js';

export type MatterId = string;

/** What a matter (hồ sơ, công việc đang giải quyết) is about. */
export const MATTER_KINDS = [
  'ESTABLISHMENT_DOSSIER',
  'INVESTOR_SELECTION',
  'SECONDARY_PROJECT_PROCEDURE',
  'PLAN_ADJUSTMENT',
  /** Boundary, area, name or industries of a cluster. */
  'CLUSTER_ADJUSTMENT',
  /** What the infrastructure investor still needs before it may build. */
  'INFRASTRUCTURE_PROCEDURE',
  'INSPECTION',
  'PETITION',
  'COMPENSATION',
  'OTHER',
] as const;
export type MatterKind = (typeof MATTER_KINDS)[number];

/**
 * Whose place it is. A matter follows "the territory of the people and enterprises" (NĐ 139/2025/NĐ-CP Art. 22(3));
 * what it is about may lie in another commune.
 */
export const MATTER_PLACE_ROLES = ['APPLICANT', 'SUBJECT'] as const;
export type MatterPlaceRole = (typeof MATTER_PLACE_ROLES)[number];

export interface MatterPlace extends Pick<
  Placement,
  'precision' | 'unitIds' | 'complete' | 'provenance' | 'evidence'
> {
  readonly of: MatterPlaceRole;
}

/** The time that a rule allows for the matter, as far as the source states it. */
export interface MatterClock {
  readonly days: number;
  /** True where Saturdays, Sundays and public holidays do not count. */
  readonly working: boolean;
  /** The day after which it is counted. */
  readonly startedOn?: LocalDate;
  /** First day on which it stood still, where it did when the matter was recorded. */
  readonly pausedOn?: LocalDate;
  /** Days that were left when the districts ended; it takes the place of counting from the start. */
  readonly remainingAtCutover?: number;
  readonly actId?: ActId;
  readonly article?: string;
}

/** A document of the matter; the issuer stays who it was on the day of issue. */
export interface MatterDocument {
  readonly actId: ActId;
  readonly subject: string;
}

/** What is recorded when a matter enters the register. */
export interface MatterRecord {
  readonly matterId: MatterId;
  readonly kind: MatterKind;
  readonly title: string;
  /** What it is about: a cluster, a project, a scheme. */
  readonly subjectId?: string;
  /** The office whose turn it was; absent where the source does not say. */
  readonly officeId?: OfficeId;
  readonly places: readonly MatterPlace[];
  /** What was to be done next, in the words of the source. */
  readonly step: string;
  /** The day for which the source says so. */
  readonly asOf: LocalDate;
  readonly startedOn?: LocalDate;
  /** The decree under which it was opened, and under which it ends (NĐ 32/2024/NĐ-CP Art. 35(2)). */
  readonly applicableActId?: ActId;
  readonly clock?: MatterClock;
  readonly documents: readonly MatterDocument[];
  readonly provenance: Provenance;
  readonly source: string;
}

/** What every later fact of a matter has. */
interface MatterFact {
  readonly matterId: MatterId;
  /** First day on which it counts. */
  readonly effectiveOn: LocalDate;
  /** The day of the paper, where it is known. */
  readonly signedOn?: LocalDate;
  readonly provenance: Provenance;
  readonly source: string;
}

/** An office took the matter over by territory. */
export interface MatterTakenOver extends MatterFact {
  readonly officeId: OfficeId;
  readonly actId: ActId;
  readonly article?: string;
}

/** The provincial chairman decided which office continues the matter. */
export interface MatterCoordinated extends MatterFact {
  readonly officeId: OfficeId;
  /** The chairman's office. */
  readonly byOfficeId: OfficeId;
  readonly actId: ActId;
  readonly article?: string;
  readonly reason: string;
}

/** The receiving office accepted the matter. */
export interface MatterAccepted extends MatterFact {
  readonly officeId: OfficeId;
}

export const CLOCK_CHANGES = ['STARTED', 'PAUSED', 'RESUMED', 'EXTENDED'] as const;
export type ClockChangeKind = (typeof CLOCK_CHANGES)[number];

/** What a step does to the clock: `days` where it starts or is extended, `working` where it starts. */
export interface ClockChange {
  readonly change: ClockChangeKind;
  readonly days?: number;
  readonly working?: boolean;
}

/** The office whose turn it is went on with the matter. */
export interface MatterAdvanced extends MatterFact {
  readonly officeId: OfficeId;
  /** What is to be done next; absent where only the clock changed. */
  readonly step?: string;
  readonly clock?: ClockChange;
  readonly actId?: ActId;
  readonly article?: string;
  readonly reason?: string;
}

export const MATTER_OUTCOMES = ['DECIDED', 'REJECTED', 'WITHDRAWN', 'STOPPED'] as const;
export type MatterOutcome = (typeof MATTER_OUTCOMES)[number];

/** The matter came to its end. */
export interface MatterClosed extends MatterFact {
  readonly officeId: OfficeId;
  readonly outcome: MatterOutcome;
  readonly actId?: ActId;
  readonly reason: string;
}
