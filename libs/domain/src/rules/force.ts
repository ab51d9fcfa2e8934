import type { ActLookup } from '../acts/decide-act.js';
import { earlierEnd, type ValidInterval } from '../time/interval.js';
import type { LocalDate } from '../time/local-date.js';
import type { Rule } from './rule.js';

/** Where neither a rule nor its act says since when; no such rule is accepted. */
const UNKNOWN_START = '0001-01-01' as LocalDate;

/** Whether the first day of a rule is known, from itself or from its act. */
export function hasStart(rule: Pick<Rule, 'from' | 'actId'>, acts: ActLookup): boolean {
  const act = acts(rule.actId);
  return rule.from !== undefined || act?.inForceFrom !== undefined || act?.issuedOn !== undefined;
}

/** The days on which a rule is in force: not before its act, and no longer than it. */
export function forceOf(rule: Pick<Rule, 'from' | 'to' | 'actId'>, acts: ActLookup): ValidInterval {
  const act = acts(rule.actId);
  const end = earlierEnd(rule.to, act?.endsOn);
  return {
    from: rule.from ?? act?.inForceFrom ?? act?.issuedOn ?? UNKNOWN_START,
    ...(end === undefined ? {} : { to: end }),
  };
}

/** Whether a rule is recorded on something that can be relied on. */
export function isCertain(rule: Pick<Rule, 'provenance'>): boolean {
  return rule.provenance !== 'INFERRED' && rule.provenance !== 'UNVERIFIED';
}
