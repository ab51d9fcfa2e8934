/** Why a command was not carried out: a stable code, and what the caller needs to put it right. */
export interface Refusal {
  readonly code: RefusalCode;
  /** The input field at fault, in dotted form (`placement.unitIds.0`). */
  readonly field: string;
  /** The value that was given, as text; empty where none was given. */
  readonly value: string;
  /** What is wrong, in one plain sentence. */
  readonly message: string;
  /** What to do about it, in one plain sentence. */
  readonly remedy: string;
}

/** Stable codes: they are part of the public interface and never change their meaning. */
export const REFUSAL_CODES = [
  'INVALID_INPUT',
  'INVALID_DATE',
  'INVALID_INSTANT',
  'INVALID_POSITION',
  'INVALID_INTERVAL',
  'OVERLAPPING_INTERVAL',
  'UNKNOWN_UNIT',
  'UNIT_NOT_IN_FORCE',
  'AMBIGUOUS_CODE',
  'CYCLIC_SUCCESSION',
  'UNKNOWN_ACT',
  'ACT_NOT_IN_FORCE',
  'ACT_ALREADY_ENDED',
  'UNKNOWN_DUTY',
  'UNKNOWN_SUBJECT',
  'UNKNOWN_EVENT',
  'UNKNOWN_OFFICE',
  'ALREADY_EXISTS',
  'STALE_REVISION',
  'INVALID_STEP',
  'NOT_YOUR_OFFICE',
  'NOT_APPLICABLE',
  'REASON_REQUIRED',
  'EVIDENCE_REQUIRED',
  'COVERAGE_BROKEN',
  'FOUR_EYES',
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** The outcome of a decision: events to record, or the first refusal. */
export type Decision<E> =
  { readonly ok: true; readonly events: readonly E[] } | { readonly ok: false; readonly refusal: Refusal };

/** A decision that records the given events; none means that nothing needs to change. */
export function accept<E>(events: readonly E[]): Decision<E> {
  return { ok: true, events };
}

/** A decision that changes nothing and says why. */
export function refuse<E = never>(
  code: RefusalCode,
  field: string,
  value: string,
  message: string,
  remedy: string,
): Decision<E> {
  return { ok: false, refusal: { code, field, value, message, remedy } };
}
