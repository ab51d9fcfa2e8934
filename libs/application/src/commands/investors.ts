import type {
  ActId,
  AdvanceInvestor,
  ClusterId,
  CorrectInvestor,
  Enterprise,
  InvestorKind,
  LocalDate,
  Provenance,
  Rearrangement,
} from '#domain';
import type { CommandContext } from './commands.js';

/** Its id is made of the name where absent. */
export type RegisterEnterpriseInput = Omit<Enterprise, 'enterpriseId'> & { readonly enterpriseId?: string };

/** A member of a joint venture, by the id of a registered enterprise. */
export interface MemberInput {
  readonly enterpriseId: string;
  readonly sharePercent?: string;
}

/** Whom a decision names as investor. */
export interface InvestorPartyInput {
  readonly kind: InvestorKind;
  /** A registered enterprise. */
  readonly enterpriseId?: string;
  /** Name of a public service unit, or of a joint venture. */
  readonly name?: string;
  /** The committee's unit, or the district that a public service unit belonged to. */
  readonly unitId?: string;
  /** The enterprises of a joint venture. */
  readonly members?: readonly MemberInput[];
}

/** Where a decision on an investor was read, and on what revision it was made. */
interface OnInvestor {
  readonly clusterId: ClusterId;
  readonly provenance: Provenance;
  readonly source: string;
  /** Of the cluster's investors; absent only where none is recorded yet. */
  readonly expectedRevision?: number;
}

/** A step of an application or an appointment; nobody becomes or stops being investor by it. */
export interface AdvanceInvestorInput extends AdvanceInvestor {
  readonly expectedRevision?: number;
}

export interface AppointInvestorInput extends OnInvestor {
  /** Of a scored application, or a new one; made of the cluster's id where absent. */
  readonly appointmentId?: string;
  readonly phaseId?: string;
  readonly investor: InvestorPartyInput;
  readonly from: LocalDate;
  readonly actId: ActId;
  readonly reason: string;
}

/** What a decision that ends an appointment says, whoever follows. */
interface EndOfAppointment extends OnInvestor {
  readonly appointmentId: string;
  /** First day on which it is no longer current. */
  readonly effectiveOn: LocalDate;
  readonly reason: string;
}

export interface ReplaceInvestorInput extends EndOfAppointment {
  readonly actId: ActId;
  readonly successor: InvestorPartyInput;
  /** Of the scored application that follows; made of the cluster's id where absent. */
  readonly successorAppointmentId?: string;
}

/** The province rearranges a public investor (NĐ 32/2024 Đ.35(3)). */
export interface RearrangeInvestorInput extends EndOfAppointment {
  readonly outcome: Rearrangement;
  readonly actId: ActId;
  /** Absent only where the assets of a dissolved unit are assigned and nobody is investor yet. */
  readonly successor?: InvestorPartyInput;
  readonly successorAppointmentId?: string;
}

/** Ends an appointment that nobody follows, or an application that was not selected. */
export interface EndInvestorInput extends EndOfAppointment {
  readonly outcome: 'TERMINATED' | 'NOT_SELECTED';
  /** Absent only for an application. */
  readonly actId?: ActId;
}

/** What was recorded last of an appointment was wrong. */
export interface CorrectInvestorInput extends CorrectInvestor {
  readonly expectedRevision?: number;
}

export class RegisterEnterpriseCommand {
  constructor(
    readonly input: RegisterEnterpriseInput,
    readonly context: CommandContext,
  ) {}
}
export class AdvanceInvestorCommand {
  constructor(
    readonly input: AdvanceInvestorInput,
    readonly context: CommandContext,
  ) {}
}
export class AppointInvestorCommand {
  constructor(
    readonly input: AppointInvestorInput,
    readonly context: CommandContext,
  ) {}
}
export class ReplaceInvestorCommand {
  constructor(
    readonly input: ReplaceInvestorInput,
    readonly context: CommandContext,
  ) {}
}
export class RearrangeInvestorCommand {
  constructor(
    readonly input: RearrangeInvestorInput,
    readonly context: CommandContext,
  ) {}
}
export class EndInvestorCommand {
  constructor(
    readonly input: EndInvestorInput,
    readonly context: CommandContext,
  ) {}
}
export class CorrectInvestorCommand {
  constructor(
    readonly input: CorrectInvestorInput,
    readonly context: CommandContext,
  ) {}
}
