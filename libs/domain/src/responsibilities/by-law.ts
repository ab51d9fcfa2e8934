import type { DutyRule } from '../duties/duty.js';
import type { LocalDate } from '../time/local-date.js';
import type { Assignment } from './assignment.js';

/** Who holds a duty from a day on, and until when nothing that it depends on changes. */
export interface HolderByLaw {
  /** Absent where the duty does not concern this cluster then. */
  readonly answer?: Pick<
    Assignment,
    'status' | 'holders' | 'candidates' | 'basis' | 'manner' | 'explanation'
  >;
  /** Next day on which the answer may be another. */
  readonly next?: LocalDate;
}

/** The basis that a rule of the catalogue gives. */
export function basisOf(rule: DutyRule): Assignment['basis'] {
  return {
    ...(rule.basisActId === undefined ? { pending: true } : { actId: rule.basisActId }),
    ...(rule.article === undefined ? {} : { article: rule.article }),
    provenance: rule.provenance,
  };
}

/** Leaves an undefined end out, as exact optional properties want it. */
export function until(next: LocalDate | undefined): { readonly next?: LocalDate } {
  return next === undefined ? {} : { next };
}
