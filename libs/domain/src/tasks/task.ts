import type { ActId } from '../acts/act.js';
import type { Provenance } from '../identity/provenance.js';
import type { OfficeId } from '../responsibilities/office.js';
import type { LocalDate } from '../time/local-date.js';
import type { Term } from '../time/term.js';

/** What is waited for; each kind is made by one concept only. */
export const TASK_KINDS = [
  'HANDOVER_INVENTORY',
  'HANDOVER_SCHEDULE',
  'HANDOVER_SIGN',
  'HANDOVER_ACCEPT',
  'HANDOVER_RESOLVE',
  'HANDOVER_DECIDE',
  'MATTER_TAKE_OVER',
  'MATTER_COORDINATE',
  'MATTER_ACCEPT',
  'MATTER_DECIDE',
  /** A cluster lies in one of several communes, and nobody has decided in which. */
  'PLACE_UNDETERMINED',
  /** Several offices hold duties together, and nobody has named the lead. */
  'LEAD_MISSING',
  /** A public service unit is infrastructure investor until rearranged, or the committee that was has ended. */
  'INVESTOR_REARRANGE',
  /** No infrastructure investor has been selected. */
  'INVESTOR_VACANT',
  'DOSSIER_ANNOUNCE',
  'DOSSIER_COMPILE',
  'DOSSIER_APPRAISE',
  'ESTABLISHMENT_DECIDE',
  'LEGACY_CLUSTER_SETTLE',
  'REPORT_DUE',
] as const;
export type TaskKind = (typeof TASK_KINDS)[number];

/** Time allowed, counted after `since` where the term says no other day. */
export type TaskTerm = Omit<Term, 'after'> & Partial<Pick<Term, 'after'>>;
/** The last day on which it is in time: a day, or a term that the calendar known at the time turns into one. */
export type TaskDue = TaskTerm | LocalDate;

/** What the work rests on; the act is absent where none is recorded yet. */
export interface TaskBasis {
  readonly actId?: ActId;
  readonly article?: string;
  readonly provenance: Provenance;
}

/**
 * Work that waits for one office. Each concept gives those of its state: `tasksOf<Concept>(state)`, pure.
 * What is no longer among them is done, as known from then on; `until` says that it was done on an earlier day.
 */
export interface OpenTask {
  /** Made by `taskId`; stable as long as it is the same piece of work, another one where it arises anew. */
  readonly taskId: string;
  /** The office it waits for; two offices have two tasks. */
  readonly officeId: OfficeId;
  readonly kind: TaskKind;
  /** Handover, matter, cluster, … */
  readonly subjectId: string;
  /** First day on which it waited. */
  readonly since: LocalDate;
  /** First day on which it waited no longer; absent while it waits. */
  readonly until?: LocalDate;
  /** Only where a source or a recorded decision sets one; absent: it has no due day and is never overdue. */
  readonly due?: TaskDue;
  readonly basis: TaskBasis;
}

/**
 * Id of a task: its kind, its subject, and what tells it from the others of that kind and subject
 * (the side that signs, the discrepancy, the day it arose). Letters, digits, hyphens, points, colons and at signs only.
 */
export function taskId(kind: TaskKind, subjectId: string, ...parts: readonly string[]): string {
  return [kind.toLowerCase().replaceAll('_', '-'), subjectId, ...parts].join('.');
}
