import type {
  ActEndManner,
  ActId,
  ActKind,
  ClusterClaim,
  ClusterDocument,
  ClusterId,
  ClusterStatus,
  Holder,
  InvestorKind,
  LocalDate,
  Placement,
  Provenance,
  Refusal,
} from '#domain';
import type { Actor, Position } from '../ports/event-log.js';

/** What comes with every command besides its input. */
export interface CommandContext {
  readonly actor: Actor;
  /** Given by the caller for retries, else made by the edge: the same id again returns the first result. */
  readonly commandId: string;
  readonly correlationId: string;
}

/** What a command answers: where it was written, or why nothing was. */
export type CommandOutcome =
  | {
      readonly ok: true;
      /** Id of the act, cluster or subject that it concerned. */
      readonly id: string;
      /** Position of the last event written. */
      readonly position: Position;
      /** Revision of the subject's stream, the next `expectedRevision`. */
      readonly revision: number;
      readonly eventIds: readonly string[];
    }
  | { readonly ok: false; readonly refusal: Refusal };

export interface RegisterActInput {
  readonly kind: ActKind;
  readonly number: string;
  readonly title?: string;
  readonly issuer: string;
  readonly issuedOn?: LocalDate;
  readonly inForceFrom?: LocalDate;
  readonly lapsesOn?: LocalDate;
  readonly amends?: readonly ActId[];
  readonly replaces?: readonly ActId[];
  readonly provenance: Provenance;
  readonly source: string;
}

export interface EndActInput {
  readonly actId: ActId;
  /** First day on which it is no longer in force. */
  readonly endsOn: LocalDate;
  readonly manner: ActEndManner;
  readonly byActId?: ActId;
  readonly reason: string;
  readonly expectedRevision: number;
}

export interface ExtendActInput {
  readonly actId: ActId;
  /** New first day on which it is no longer in force; absent: no end any more. */
  readonly lapsesOn?: LocalDate;
  readonly byActId: ActId;
  readonly reason: string;
  readonly expectedRevision: number;
}

export interface InvestorInput {
  readonly kind: InvestorKind;
  /** Name for enterprises and public service units. */
  readonly name?: string;
  /** The committee's unit, or the district a public service unit belonged to. */
  readonly unitId?: string;
  readonly from?: LocalDate;
  readonly actId?: ActId;
}

/** Registers a cluster; a start in the past carries it through every transition since. */
export interface RegisterClusterInput {
  /** Made from the name where absent. */
  readonly clusterId?: ClusterId;
  readonly name: string;
  readonly status: ClusterStatus;
  readonly since?: LocalDate;
  readonly areaHa?: string;
  readonly placements: readonly Placement[];
  readonly documents: readonly ClusterDocument[];
  readonly claims: readonly ClusterClaim[];
  readonly investor?: InvestorInput;
  readonly provenance: Provenance;
  readonly source: string;
}

/** Places a cluster in communes on stated evidence, which settles the duties that its place left open. */
export interface PlaceClusterInput {
  readonly clusterId: ClusterId;
  /** Ids of the communes that hold it. */
  readonly communeIds: readonly string[];
  /** First day for which the evidence holds. */
  readonly from: LocalDate;
  readonly evidence: string;
  readonly actId: ActId;
  readonly reason: string;
  readonly expectedRevision: number;
}

/** Names the lead among the offices that hold duties jointly. */
export interface NameLeadInput {
  readonly clusterId: ClusterId;
  readonly leadOfficeId: string;
  /** All jointly held duties where absent. */
  readonly dutyIds?: readonly string[];
  readonly from: LocalDate;
  readonly to?: LocalDate;
  readonly actId: ActId;
  readonly article?: string;
  readonly reason: string;
  readonly expectedRevision: number;
}

/** Gives a duty to other offices by decision. */
export interface ReassignInput {
  readonly subjectId: string;
  readonly dutyId: string;
  readonly holders: readonly Holder[];
  readonly from: LocalDate;
  readonly to?: LocalDate;
  readonly actId: ActId;
  readonly article?: string;
  readonly reason: string;
  readonly expectedRevision: number;
}

/** Puts a wrong assignment right, with effect in the past; the old answer stays at the old `knownAt`. */
export interface CorrectReassignmentInput {
  /** Id of the event that was wrong. */
  readonly eventId: string;
  readonly holders: readonly Holder[];
  /** Absent: the interval of the corrected event. */
  readonly from?: LocalDate;
  readonly to?: LocalDate;
  /** The act that orders the correction; it may be younger than the days it corrects. */
  readonly actId: ActId;
  /** What the duty rests on in those days; absent: the same as the corrected assignment. */
  readonly basisActId?: ActId;
  readonly article?: string;
  readonly reason: string;
  readonly expectedRevision: number;
}

export class RegisterActCommand {
  constructor(
    readonly input: RegisterActInput,
    readonly context: CommandContext,
  ) {}
}
export class EndActCommand {
  constructor(
    readonly input: EndActInput,
    readonly context: CommandContext,
  ) {}
}
export class ExtendActCommand {
  constructor(
    readonly input: ExtendActInput,
    readonly context: CommandContext,
  ) {}
}
export class RegisterClusterCommand {
  constructor(
    readonly input: RegisterClusterInput,
    readonly context: CommandContext,
  ) {}
}
export class PlaceClusterCommand {
  constructor(
    readonly input: PlaceClusterInput,
    readonly context: CommandContext,
  ) {}
}
export class NameLeadCommand {
  constructor(
    readonly input: NameLeadInput,
    readonly context: CommandContext,
  ) {}
}
export class ReassignCommand {
  constructor(
    readonly input: ReassignInput,
    readonly context: CommandContext,
  ) {}
}
export class CorrectReassignmentCommand {
  constructor(
    readonly input: CorrectReassignmentInput,
    readonly context: CommandContext,
  ) {}
}
