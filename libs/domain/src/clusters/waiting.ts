import type { DutyId } from '../duties/duty.js';
import type { TaskKind } from '../tasks/task.js';
import type { LocalDate } from '../time/local-date.js';
import { LEGACY_DEADLINE } from './lifecycle.js';
import type { LifecycleState } from './lifecycle-states.js';

/** What a state waits for: whose duty it is, and the time that the decree allows for it. */
export interface Waiting {
  readonly kind: TaskKind;
  readonly dutyId: DutyId;
  readonly term?: { readonly days: number; readonly working: boolean } | LocalDate;
}

/**
 * NĐ 32/2024 Đ.10(1): announced within 5 working days; Đ.10(2): compiled within 5 working days;
 * Đ.10(3): appraised within 25 days; Đ.35(4): clusters from before QĐ 105/2009 are settled by a day.
 * From the scoring on no time is set that a recorded day begins.
 */
export const WAITING: Readonly<Partial<Record<LifecycleState, Waiting>>> = {
  DOSSIER_OPEN: {
    kind: 'DOSSIER_ANNOUNCE',
    dutyId: 'ccn_announce_dossier_intake',
    term: { days: 5, working: true },
  },
  DOSSIER_CLOSED: {
    kind: 'DOSSIER_COMPILE',
    dutyId: 'ccn_compile_establishment_dossier',
    term: { days: 5, working: true },
  },
  UNDER_APPRAISAL: {
    kind: 'DOSSIER_APPRAISE',
    dutyId: 'ccn_appraise_establishment',
    term: { days: 25, working: false },
  },
  INVESTOR_SCORING: { kind: 'ESTABLISHMENT_DECIDE', dutyId: 'ccn_decide_establishment' },
  LEGACY_UNESTABLISHED: {
    kind: 'LEGACY_CLUSTER_SETTLE',
    dutyId: 'ccn_handle_legacy_cluster',
    term: LEGACY_DEADLINE,
  },
};

/** The duties whose holders have work by the state of a cluster. */
export const PROCEDURE_DUTIES: readonly DutyId[] = Object.values(WAITING).map(({ dutyId }) => dutyId);
