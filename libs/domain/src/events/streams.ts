/** Names of the streams; others rely on them. */
export const streamOf = {
  cluster: (id: string) => `cluster-${id}`,
  investor: (id: string) => `investor-${id}`,
  /** Everything claimed about a subject or a unit. */
  claim: (subjectId: string) => `claim-${subjectId}`,
  matter: (id: string) => `matter-${id}`,
  project: (id: string) => `project-${id}`,
  enterprise: (id: string) => `enterprise-${id}`,
  scheme: (id: string) => `scheme-${id}`,
  organisation: (id: string) => `organisation-${id}`,
  handover: (id: string) => `handover-${id}`,
  act: (id: string) => `act-${id}`,
  /** Days off and worked of one year. */
  holiday: (year: string) => `holiday-${year}`,
  /** What became of one piece of work besides being done. */
  task: (taskId: string) => `task-${taskId}`,
  duty: (id: string) => `duty-${id}`,
  /** All changes of units that one act makes. */
  boundary: (actId: string) => `boundary-${actId}`,
  /** Everything that a dissolved unit held. */
  transition: (unitId: string) => `transition-${unitId}`,
  /** Reports of imports. */
  import: (id: string) => `import-${id}`,
  rule: (id: string) => `rule-${id}`,
  report: (obligationId: string) => `report-${obligationId}`,
} as const;
