import type { ActId } from '../acts/act.js';
import type { Provenance } from '../identity/provenance.js';
import type { LocalDate } from '../time/local-date.js';
import type { UnitId } from '../units/unit.js';
import type { SchemeProgramme, SchemeStep } from './steps.js';

export type SchemeId = string;

/** Roles in a scheme; each has its own parties and its own history. */
export const SCHEME_ROLES = ['EXECUTING_UNIT', 'BENEFICIARY', 'DEPARTMENT'] as const;
export type SchemeRole = (typeof SCHEME_ROLES)[number];

/**
 * What a party is: an `ORGANISATION` of the register, an `OFFICE`, or a body that only its source names.
 * A `HOUSEHOLD` business is a person and is described, never named.
 */
export const PARTY_KINDS = [
  'ORGANISATION',
  'OFFICE',
  'ENTERPRISE',
  'COOPERATIVE',
  'ESTABLISHMENT',
  'HOUSEHOLD',
  'OTHER',
] as const;
export type PartyKind = (typeof PARTY_KINDS)[number];

export interface SchemeParty {
  readonly kind: PartyKind;
  /** Id of the organisation or office; for others an id of our own. */
  readonly id: string;
  /** As in the source, unless that may be the name of a person: then a description. */
  readonly name: string;
}

/** The parties that a scheme begins with; what the source does not name is absent. */
export interface SchemeParties {
  /** Đơn vị thực hiện. */
  readonly executingUnit?: SchemeParty;
  /** Đơn vị thụ hưởng. */
  readonly beneficiaries: readonly SchemeParty[];
  /** The department that looks after it. */
  readonly department?: SchemeParty;
}

/** What is recorded when a scheme enters the register. */
export interface SchemeRegistration {
  readonly schemeId: SchemeId;
  readonly name: string;
  readonly programme: SchemeProgramme;
  /** Where it stood when it was first told of; `UNKNOWN` where the source does not say. */
  readonly step: SchemeStep;
  /** The day it reached that step; absent where the source does not state it. */
  readonly stepOn?: LocalDate;
  /** First day on which it is known to exist; absent where the source does not state it. */
  readonly from?: LocalDate;
  /** The years of the plan it belongs to. */
  readonly fromYear?: number;
  readonly toYear?: number;
  /** The province as it was then; the province of another day follows from succession and is never stored. */
  readonly provinceId?: UnitId;
  readonly parties: SchemeParties;
  readonly contractNumber?: string;
  /** Whole đồng as digits. */
  readonly budgetVnd?: string;
  readonly provenance: Provenance;
  readonly source: string;
}

/** A step that a scheme took on a day. */
export interface SchemeAdvanced {
  readonly schemeId: SchemeId;
  readonly to: SchemeStep;
  /** First day on which it counts. */
  readonly effectiveOn: LocalDate;
  /** The act by which it took the step, where it is one. */
  readonly actId?: ActId;
  /** The minutes, contract or letter by its number, where it is no registered act. */
  readonly document?: string;
  /** Day of the signature, which is not the day of effect. */
  readonly signedOn?: LocalDate;
  readonly reason?: string;
  /** The recorded step that this one puts right: it no longer counts. */
  readonly corrects?: CorrectedStep;
  readonly provenance: Provenance;
  readonly source: string;
}

/** Names a recorded step; the one a scheme was registered with may have no day. */
export interface CorrectedStep {
  readonly to: SchemeStep;
  readonly effectiveOn?: LocalDate;
}

/** How a party came to be another: its role follows the decision on an organisation, or a decision on the scheme. */
export const PARTY_CHANGE_MANNERS = ['BY_SUCCESSION', 'BY_DECISION'] as const;
export type PartyChangeManner = (typeof PARTY_CHANGE_MANNERS)[number];

/** One role goes from one party to another; nothing else of the scheme changes. */
export interface SchemePartyChanged {
  readonly schemeId: SchemeId;
  readonly role: SchemeRole;
  /** Absent where the role had no party. */
  readonly from?: SchemeParty;
  readonly to: SchemeParty;
  readonly effectiveOn: LocalDate;
  readonly actId: ActId;
  readonly manner: PartyChangeManner;
  readonly reason: string;
  /** First day of the recorded change of this role that this one puts right: it no longer counts. */
  readonly corrects?: LocalDate;
  readonly provenance: Provenance;
  readonly source: string;
}

/** A step as it stands in the history of a scheme; only the first may have no day. */
export type StepFact = Omit<SchemeAdvanced, 'schemeId' | 'effectiveOn' | 'corrects'> & {
  readonly effectiveOn?: LocalDate;
};

/** A scheme as it is known: what it began with, and what happened since, by day. */
export interface Scheme {
  readonly registration: SchemeRegistration;
  readonly steps: readonly [StepFact, ...StepFact[]];
  readonly changes: readonly SchemePartyChanged[];
}
