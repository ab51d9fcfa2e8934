import type { ActLookup } from '../acts/decide-act.js';
import { earlierEnd, type ValidInterval } from '../time/interval.js';
import { BEFORE_ALL } from '../time/local-date.js';
import type { Rule } from './rule.js';

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
    // No rule is accepted of which neither it nor its act says since when.
    from: rule.from ?? act?.inForceFrom ?? act?.issuedOn ?? BEFORE_ALL,
    ...(end === undefined ? {} : { to: end }),
  };
}

/** Whether a rule is recorded on something that can be relied on. */
export function isCertain(rule: Pick<Rule, 'provenance'>): boolean {
  return rule.provenance !== 'INFERRED' && rule.provenance !== 'UNVERIFIED';
}
