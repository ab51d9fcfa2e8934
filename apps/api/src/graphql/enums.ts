import { registerEnumType } from '@nestjs/graphql';
import {
  ACT_RELATIONS,
  PROGRESS_DIMENSIONS,
  SERIES_CLOCKS,
  SERIES_STEPS,
  TAINT_WAYS,
  TAINTED_CASE_KINDS,
} from '#application';
import {
  ACT_END_MANNERS,
  ACT_KINDS,
  ANSWER_ASPECTS,
  AT_CUTOVER,
  CLOCK_CHANGES,
  CLOCK_STATES,
  ASSET_CLASSES,
  CLUSTER_STATUSES,
  DISCREPANCY_KINDS,
  DUTY_GROUPS,
  DUTY_SUBJECTS,
  GAP_KINDS,
  HANDOVER_DECISIONS,
  HANDOVER_ITEM_KINDS,
  HANDOVER_NEXT_STEPS,
  HANDOVER_STATES,
  HOLDER_LEVELS,
  HOLIDAY_KINDS,
  INVESTOR_KINDS,
  LIFECYCLE_STATES,
  MATTER_KINDS,
  MATTER_OUTCOMES,
  MATTER_PLACE_ROLES,
  MATTER_STAGES,
  INVESTOR_STAGES,
  NAME_READINGS,
  OFFICE_KINDS,
  ORGANISATION_KINDS,
  PARTY_CHANGE_MANNERS,
  PARTY_KINDS,
  PENDING_STAGES,
  PLACEMENT_PRECISIONS,
  PROJECT_STATUSES,
  PROVENANCES,
  REPORT_IDS,
  REPORT_TERMS,
  RESPONSIBILITY_STATUSES,
  SCHEME_PROGRAMMES,
  SCHEME_ROLES,
  SCHEME_STEPS,
  RULE_MATTERS,
  RULE_STATUSES,
  TASK_KINDS,
  UNIT_KINDS,
  UNIT_LEVELS,
} from '#domain';

/** The domain's closed lists as GraphQL enumerations: one list, one place. */
function enumOf<T extends string>(name: string, values: readonly T[], description: string): Record<T, T> {
  const ref = Object.fromEntries(values.map((v) => [v, v])) as Record<T, T>;
  registerEnumType(ref, { name, description });
  return ref;
}

export const UnitLevelEnum = enumOf(
  'UnitLevel',
  UNIT_LEVELS,
  'Tier of the administration; the district tier ended on 2025-07-01.',
);
export const UnitKindEnum = enumOf(
  'UnitKind',
  UNIT_KINDS,
  'Kind of an administrative unit (đơn vị hành chính).',
);
export const SuccessionExtentEnum = enumOf(
  'SuccessionExtent',
  ['WHOLE', 'PARTIAL'] as const,
  'Whether the whole predecessor went into the successor.',
);
export const ProvenanceEnum = enumOf(
  'Provenance',
  PROVENANCES,
  'How certain a fact is; INFERRED and UNVERIFIED are never certain.',
);
export const ResponsibilityStatusEnum = enumOf(
  'ResponsibilityStatus',
  RESPONSIBILITY_STATUSES,
  'What is known of who is responsible; not knowing is an answer.',
);
export const OfficeKindEnum = enumOf(
  'OfficeKind',
  OFFICE_KINDS,
  'Kind of an office; an office is never a person.',
);
export const DutyGroupEnum = enumOf(
  'DutyGroup',
  DUTY_GROUPS,
  'A: NĐ 32/2024 Đ.34; B: NĐ 139/2025 Đ.11; C: Đ.12; D: unchanged; E: created by the reform; F: industrial promotion.',
);
export const DutySubjectEnum = enumOf('DutySubject', DUTY_SUBJECTS, 'What a duty is about.');
export const HolderLevelEnum = enumOf('HolderLevel', HOLDER_LEVELS, 'Tier or body that holds a duty by law.');
export const ActKindEnum = enumOf('ActKind', ACT_KINDS, 'Kind of a legal act.');
export const ActEndMannerEnum = enumOf('ActEndManner', ACT_END_MANNERS, 'How an act came to its end.');
export const ClusterStatusEnum = enumOf(
  'ClusterStatus',
  CLUSTER_STATUSES,
  'Where a cluster stands in its life; UNKNOWN where the sources do not say.',
);
export const LifecycleStateEnum = enumOf(
  'LifecycleState',
  LIFECYCLE_STATES,
  'A state of a cluster’s life; each is reached by a dated step.',
);
export const PlacementPrecisionEnum = enumOf(
  'PlacementPrecision',
  PLACEMENT_PRECISIONS,
  'How closely the place of a cluster is known.',
);
export const CertaintyEnum = enumOf(
  'Certainty',
  ['KNOWN', 'ONE_OF', 'UNKNOWN'] as const,
  'Whether the communes are known, one or more of several, or not stated.',
);
export const OrganisationKindEnum = enumOf(
  'OrganisationKind',
  ORGANISATION_KINDS,
  'What an organisation is; PROMOTION_CENTRE is a trung tâm khuyến công.',
);
export const SchemeProgrammeEnum = enumOf(
  'SchemeProgramme',
  SCHEME_PROGRAMMES,
  'Whose money an industrial-promotion scheme spends; UNKNOWN where the source does not say.',
);
export const SchemeStepEnum = enumOf(
  'SchemeStepKind',
  SCHEME_STEPS,
  'Steps of an industrial-promotion scheme; UNKNOWN where the sources do not say.',
);
export const SchemeRoleEnum = enumOf(
  'SchemeRole',
  SCHEME_ROLES,
  'Roles in a scheme: đơn vị thực hiện, đơn vị thụ hưởng, and the department that looks after it.',
);
export const PartyKindEnum = enumOf(
  'PartyKind',
  PARTY_KINDS,
  'What a party is; a household business is a person and is never named.',
);
export const PartyChangeMannerEnum = enumOf(
  'PartyChangeManner',
  PARTY_CHANGE_MANNERS,
  'Whether a role followed the decision on an organisation or a decision on the scheme.',
);
export const InvestorKindEnum = enumOf(
  'InvestorKind',
  INVESTOR_KINDS,
  'Who was appointed; NONE where nobody is yet, UNKNOWN where the source is silent.',
);
export const InvestorStageEnum = enumOf(
  'InvestorStage',
  INVESTOR_STAGES,
  'Where an application or an appointment stands, or how it ended.',
);
export const PendingStageEnum = enumOf(
  'PendingRearrangementStage',
  PENDING_STAGES,
  'Why an investor waits: the unit continues without its district, or the committee was dissolved.',
);
export const AssignmentMannerEnum = enumOf(
  'AssignmentManner',
  ['BY_LAW', 'BY_DECISION', 'CORRECTION'] as const,
  'How an assignment came about.',
);
export const ProjectStatusEnum = enumOf(
  'ProjectStatus',
  PROJECT_STATUSES,
  'Where a secondary project stands; UNKNOWN where the source does not say.',
);
export const RuleMatterEnum = enumOf(
  'RuleMatter',
  RULE_MATTERS,
  'What a province decides as a rule: the matters 1 to 8 of NĐ 139/2025 Đ.12 under their duties, and what a regulation adds.',
);
export const RuleStatusEnum = enumOf(
  'RuleStatus',
  RULE_STATUSES,
  'What is known of the rule that applies; BY_LAW before the reform, NO_BASIS where nothing lets the province decide.',
);
export const ReportIdEnum = enumOf(
  'ReportId',
  REPORT_IDS,
  'The periodic reports, TT 14/2024 Đ.3 and NĐ 139/2025 Đ.20.',
);
export const ReportTermEnum = enumOf(
  'ReportTerm',
  REPORT_TERMS,
  'H1 from 15/12 to 14/6, Y from 15/12 to 14/12, A yearly without a stated period.',
);
export const HolidayKindEnum = enumOf(
  'HolidayKind',
  HOLIDAY_KINDS,
  'A day off, or a Saturday or Sunday that is worked in exchange.',
);
export const TaskKindEnum = enumOf('TaskKind', TASK_KINDS, 'What an office is waited for.');
export const ProgressDimensionEnum = enumOf(
  'ProgressDimension',
  PROGRESS_DIMENSIONS,
  'What progress is told apart by.',
);
export const SeriesStepEnum = enumOf('SeriesStep', SERIES_STEPS, 'How far apart the points of a series lie.');
export const SeriesClockEnum = enumOf(
  'SeriesClock',
  SERIES_CLOCKS,
  'Which clock moves from point to point: the day asked about, what was known at its end, or both.',
);
export const MatterKindEnum = enumOf('MatterKind', MATTER_KINDS, 'What a matter in flight is about.');
export const MatterStageEnum = enumOf(
  'MatterStage',
  MATTER_STAGES,
  'Where a matter stands between the offices; UNDETERMINED where no source says which office had it.',
);
export const MatterPlaceRoleEnum = enumOf(
  'MatterPlaceRole',
  MATTER_PLACE_ROLES,
  'Whose place it is: of the person or enterprise, or of what the matter is about.',
);
export const MatterOutcomeEnum = enumOf('MatterOutcome', MATTER_OUTCOMES, 'How a matter ended.');
export const MatterStepKindEnum = enumOf(
  'MatterStepKind',
  ['TAKEN_OVER', 'COORDINATED', 'ACCEPTED', 'ADVANCED', 'CLOSED'] as const,
  'What was recorded of a matter.',
);
export const AtCutoverEnum = enumOf(
  'AtCutover',
  AT_CUTOVER,
  'Whether a matter was in flight when the districts ended, as far as the sources say.',
);
export const ClockStateEnum = enumOf(
  'ClockState',
  CLOCK_STATES,
  'NOT_STATED: a time is allowed, and no source says since when it is counted.',
);
export const ClockChangeEnum = enumOf('ClockChange', CLOCK_CHANGES, 'What a step does to a clock.');
export const NameReadingEnum = enumOf(
  'NameReading',
  NAME_READINGS,
  'Whether a unit bore a name on the day; STALE where none did any more, which changes nothing about the document.',
);
export const AnswerAspectEnum = enumOf(
  'AnswerAspect',
  ANSWER_ASPECTS,
  'In what an answer differs from another; GROUNDS is another event behind it.',
);
export const GapKindEnum = enumOf(
  'GapKind',
  GAP_KINDS,
  'What an answer leaves open; JOINT_WITHOUT_LEAD is held by several, of whom none leads.',
);
export const TaintWayEnum = enumOf(
  'TaintWay',
  TAINT_WAYS,
  'What an answer owes to an act: its basis, the decision, the evidence of the place, or the force of its basis.',
);
export const ActRelationEnum = enumOf('ActRelation', ACT_RELATIONS, 'How another act hangs on an act.');
export const HandoverStateEnum = enumOf(
  'HandoverState',
  HANDOVER_STATES,
  'Where a handover stands; it says nothing about who is responsible.',
);
export const HandoverItemKindEnum = enumOf('HandoverItemKind', HANDOVER_ITEM_KINDS, 'What is handed over.');
export const AssetClassEnum = enumOf(
  'AssetClass',
  ASSET_CLASSES,
  'Class of an asset: a, b, c, d and đ of NĐ 178/2026 Đ.10(1), in this order.',
);
export const DiscrepancyKindEnum = enumOf(
  'DiscrepancyKind',
  DISCREPANCY_KINDS,
  'What does not fit; REFUSED where a party refuses to sign or accept.',
);
export const HandoverDecisionEnum = enumOf(
  'HandoverDecision',
  HANDOVER_DECISIONS,
  'What one actor proposes and another one approves.',
);
export const HandoverNextStepEnum = enumOf(
  'HandoverNextStep',
  HANDOVER_NEXT_STEPS,
  'What an office has to do next.',
);
export const TaintedCaseKindEnum = enumOf(
  'TaintedCaseKind',
  TAINTED_CASE_KINDS,
  'What kind of case rests on an act.',
);
