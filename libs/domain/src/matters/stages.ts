import type { MatterStepType } from './evolve.js';

/**
 * Where a matter stands between the offices.
 * `IN_PROGRESS`: with the office that had it, or a merged province's in its place.
 * `TO_BE_TAKEN_OVER`: that office ended, and the territory leads to one other.
 * `COORDINATION_NEEDED`: it ended, and the territory leads to several, or to none that is known.
 * `UNDETERMINED`: the source does not say which office had it.
 * `TAKEN_OVER` and `COORDINATED`: an office has it and has not accepted it.
 */
export const MATTER_STAGES = [
  'IN_PROGRESS',
  'TO_BE_TAKEN_OVER',
  'COORDINATION_NEEDED',
  'UNDETERMINED',
  'TAKEN_OVER',
  'COORDINATED',
  'ACCEPTED',
  'CLOSED',
] as const;
export type MatterStage = (typeof MATTER_STAGES)[number];

/** What may be recorded in each stage; everything else is refused. */
export const MATTER_STEPS: Readonly<Record<MatterStage, readonly MatterStepType[]>> = {
  IN_PROGRESS: ['matter.advanced', 'matter.closed'],
  TO_BE_TAKEN_OVER: ['matter.taken-over', 'matter.coordinated'],
  COORDINATION_NEEDED: ['matter.coordinated'],
  UNDETERMINED: ['matter.coordinated'],
  TAKEN_OVER: ['matter.accepted', 'matter.coordinated'],
  COORDINATED: ['matter.accepted', 'matter.coordinated'],
  /** The chairman may decide again: a wrong acceptance is put right by another coordination. */
  ACCEPTED: ['matter.advanced', 'matter.closed', 'matter.coordinated'],
  CLOSED: [],
};

/** Stages in which an office still has to accept the matter. */
export const WITHOUT_ACCEPTANCE: readonly MatterStage[] = [
  'TO_BE_TAKEN_OVER',
  'COORDINATION_NEEDED',
  'UNDETERMINED',
  'TAKEN_OVER',
  'COORDINATED',
];
