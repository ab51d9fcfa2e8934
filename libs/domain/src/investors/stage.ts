/**
 * Where an investor's appointment stands while it lasts.
 * An enterprise applies, is scored, appointed and works; a public service unit was assigned the role under the
 * earlier decree (NĐ 68/2017 Đ.15(2)) and continues until the province rearranges it (NĐ 32/2024 Đ.35(3)).
 */
export const OPEN_INVESTOR_STAGES = [
  'APPLIED',
  'SCORED',
  'APPOINTED',
  'ACTIVE',
  'CHANGE_PROPOSED',
  'ASSIGNED_68_15_2',
  'CONTINUING_PENDING_REARRANGEMENT',
  'HOLDER_DISSOLVED_NO_SUCCESSOR_DECISION',
] as const;
export type OpenInvestorStage = (typeof OPEN_INVESTOR_STAGES)[number];

/** How an appointment, or an application for it, came to its end; each by a decision. */
export const INVESTOR_OUTCOMES = [
  'NOT_SELECTED',
  'REPLACED',
  'TERMINATED',
  'TRANSFERRED_TO_COMMUNE',
  'TRANSFERRED_TO_PROVINCIAL_UNIT',
  'MERGED_UNIT',
  'DISSOLVED_ASSET_ASSIGNED',
  'REPLACED_BY_ENTERPRISE',
] as const;
export type InvestorOutcome = (typeof INVESTOR_OUTCOMES)[number];

/** Every stage, open or not. */
export const INVESTOR_STAGES = [...OPEN_INVESTOR_STAGES, ...INVESTOR_OUTCOMES] as const;
export type InvestorStage = (typeof INVESTOR_STAGES)[number];

/** The outcomes of a rearrangement of a public investor, which the province decides (NĐ 32/2024 Đ.35(3)). */
export const REARRANGEMENTS = [
  'TRANSFERRED_TO_COMMUNE',
  'TRANSFERRED_TO_PROVINCIAL_UNIT',
  'MERGED_UNIT',
  'DISSOLVED_ASSET_ASSIGNED',
  'REPLACED_BY_ENTERPRISE',
] as const satisfies readonly InvestorOutcome[];
export type Rearrangement = (typeof REARRANGEMENTS)[number];

/**
 * The steps that may be recorded from each stage.
 * To be appointed is not among them: that is an appointment of its own, with its act. Nor is the end of the unit
 * on which an investor depends, which follows from the units themselves.
 */
const STEPS: Readonly<Record<OpenInvestorStage, readonly OpenInvestorStage[]>> = {
  APPLIED: ['SCORED'],
  SCORED: [],
  APPOINTED: ['ACTIVE', 'CHANGE_PROPOSED'],
  ACTIVE: ['CHANGE_PROPOSED'],
  // A proposal that was not followed leaves the investor at work.
  CHANGE_PROPOSED: ['ACTIVE'],
  ASSIGNED_68_15_2: [],
  CONTINUING_PENDING_REARRANGEMENT: [],
  HOLDER_DISSOLVED_NO_SUCCESSOR_DECISION: [],
};

const OF_SELECTION = ['NOT_SELECTED'] as const;
const OF_APPOINTMENT = ['REPLACED', 'TERMINATED'] as const;
const OF_PUBLIC_INVESTOR = [...REARRANGEMENTS, 'TERMINATED'] as const;

/** How each stage may end. */
const ENDINGS: Readonly<Record<OpenInvestorStage, readonly InvestorOutcome[]>> = {
  APPLIED: OF_SELECTION,
  SCORED: OF_SELECTION,
  APPOINTED: OF_APPOINTMENT,
  ACTIVE: OF_APPOINTMENT,
  CHANGE_PROPOSED: OF_APPOINTMENT,
  ASSIGNED_68_15_2: OF_PUBLIC_INVESTOR,
  CONTINUING_PENDING_REARRANGEMENT: OF_PUBLIC_INVESTOR,
  HOLDER_DISSOLVED_NO_SUCCESSOR_DECISION: OF_PUBLIC_INVESTOR,
};

/** Steps that may be recorded from a stage; none from one that has ended. */
export function stepsFrom(stage: InvestorStage): readonly OpenInvestorStage[] {
  return isOpenStage(stage) ? STEPS[stage] : [];
}

/** How a stage may end; nothing ends twice. */
export function endingsFrom(stage: InvestorStage): readonly InvestorOutcome[] {
  return isOpenStage(stage) ? ENDINGS[stage] : [];
}

export function isOpenStage(stage: InvestorStage): stage is OpenInvestorStage {
  return (OPEN_INVESTOR_STAGES as readonly InvestorStage[]).includes(stage);
}

/** True before anybody is appointed: nobody holds a duty by it. */
export function isSelection(stage: InvestorStage): boolean {
  return stage === 'APPLIED' || stage === 'SCORED' || stage === 'NOT_SELECTED';
}
