import type { Question } from './question.js';

/** Documents of the questions about the workflow; as those of the ledger, without positions and explanations. */
export const WORKFLOW_DOCUMENTS: Readonly<Record<string, string>> = {
  matters: `query ($at: At, $after: String) {
    matters(at: $at, first: 50, after: $after) {
      edges { node { id kind stage step atCutover office { id } candidates { id } deadline { dueOn } until } }
      pageInfo { hasNextPage endCursor }
    }
  }`,
  handovers: `query ($at: At, $after: String) {
    handovers(at: $at, first: 50, after: $after) {
      edges { node { id state since effectiveOn signatures { office { id } signedOn } reservation
        discrepancies { discrepancyId } attachments { sha256 } } }
      pageInfo { hasNextPage endCursor }
    }
  }`,
  worklist: `query ($officeId: ID!, $at: At, $after: String) {
    worklist(officeId: $officeId, at: $at, first: 50, after: $after) {
      edges { node { id kind subjectId since until dueOn overdue escalation { effectiveOn } } }
      pageInfo { hasNextPage endCursor }
    }
  }`,
  investorAppointments: `query ($clusterId: ID!, $at: At) {
    investorAppointments(clusterId: $clusterId, at: $at) {
      id kind name stage current from until act { id } members { name sharePercent } revision
    }
  }`,
  pendingRearrangements: `query ($at: At, $after: String) {
    pendingRearrangements(at: $at, first: 50, after: $after) {
      edges { node { cluster { id } stage since mustDecide { id } meanwhile { duty { id } status } } }
      pageInfo { hasNextPage endCursor }
    }
  }`,
  lifecycle: `query ($id: ID!, $at: At) {
    cluster(id: $id, at: $at) {
      name areaHa lifecycle { state since inFlightAtCutover } phases { phaseId areaHa } shares { areaHa }
    }
  }`,
  projects: `query ($at: At, $after: String) {
    projects(at: $at, first: 50, after: $after) {
      edges { node { id name status steps { to effectiveOn } revision } } pageInfo { hasNextPage endCursor }
    }
  }`,
  schemes: `query ($at: At, $after: String) {
    schemes(at: $at, first: 50, after: $after) {
      edges { node { id name step executingUnit { organisation { id } since until } } }
      pageInfo { hasNextPage endCursor }
    }
  }`,
  organisations: `query ($at: At, $after: String) {
    organisations(at: $at, first: 50, after: $after) {
      edges { node { id name } } pageInfo { hasNextPage endCursor }
    }
  }`,
  claims: `query ($subjectId: ID!, $at: At) {
    claims(subjectId: $subjectId, at: $at) { field conflicting }
  }`,
  decisionRules: `query ($provinceId: ID!, $at: At) {
    decisionRules(provinceId: $provinceId, at: $at) { matter status }
  }`,
  dissolvedIssuers: `query ($at: At, $after: String) {
    documentsOfDissolvedIssuers(at: $at, first: 50, after: $after) {
      edges { node { act { id } issuer { id } inForce amendableBy { status holders { office { id } } candidates { id } } } }
      pageInfo { hasNextPage endCursor }
    }
  }`,
  reports: `query ($filter: ReportObligationFilter, $at: At, $after: String) {
    reportObligations(filter: $filter, at: $at, first: 50, after: $after) {
      edges { node { id reportId dueBefore reporterManagedAll submission { submittedOn } } } pageInfo { hasNextPage endCursor }
    }
  }`,
  progress: `query ($by: [ProgressDimension!], $at: At) {
    progress(by: $by, at: $at) {
      province { id } district { id } dutyGroup assigned held joint undetermined vacant disputed
      continuingPendingRearrangement noBasis overdue handovers { state count }
    }
  }`,
  gaps: `query ($filter: GapFilter, $from: LocalDate, $to: LocalDate, $at: At, $after: String) {
    gapsAndOverlaps(filter: $filter, from: $from, to: $to, at: $at, first: 50, after: $after) {
      edges { node { subjectId duty { id } kind from to } } pageInfo { hasNextPage endCursor }
    }
  }`,
  corrections: `query ($at: At, $after: String) {
    corrections(at: $at, first: 50, after: $after) {
      edges { node { event { seq } changes { duty { id } from to before { status } after { status } } } }
      pageInfo { hasNextPage endCursor }
    }
  }`,
  knowledgeDiff: `query ($filter: KnowledgeDiffFilter!, $knownFrom: RecordPoint!, $knownTo: RecordPoint, $after: String) {
    knowledgeDiff(filter: $filter, knownFrom: $knownFrom, knownTo: $knownTo, first: 50, after: $after) {
      edges { node { subjectId duty { id } from to aspects before { status } after { status } changedBy { seq } } }
      pageInfo { hasNextPage endCursor }
    }
  }`,
  lapsing: `query ($withinDays: Int!, $at: At, $after: String) {
    lapsing(withinDays: $withinDays, at: $at, first: 50, after: $after) {
      edges { node { duty { id } act { id } endsOn subjectCount } } pageInfo { hasNextPage endCursor }
    }
  }`,
  leftBy: `query ($unitId: ID!, $at: At, $after: String) {
    leftBy(unitId: $unitId, at: $at, first: 50, after: $after) {
      edges { node { subjectId duty { id } unassigned from to } } pageInfo { hasNextPage endCursor }
    }
  }`,
  taint: `query ($actId: ID!, $at: At) { taint(actId: $actId, at: $at) { eventCount answerCount openCount subjectCount } }`,
  holidays: `query ($at: At) {
    holidays(from: "2025-01-01", to: "2027-12-31", at: $at) { incompleteYears days { day kind name } }
  }`,
};

const LISTS = [
  ...['matters', 'handovers', 'pendingRearrangements', 'projects', 'schemes', 'organisations'],
  ...['dissolvedIssuers', 'corrections', 'holidays'],
];
const OFFICES = [
  ...['CT_UBND_TINH:01@origin', 'CT_UBND_TINH:48@2025-07-01', 'CT_UBND_TINH:56@2025-07-01'],
  ...['UBND_TINH:15@2025-07-01', 'UBND_XA:22480@2025-07-01', 'UBND_XA:04441@2025-07-01'],
];
const CLUSTERS = ['yen-hop', 'pho-rang', 'dong-an', 'cn2-soc-son', 'thinh-hung', 'cam-thinh-dong'];

/** What of the record the workflow is asked about. */
export interface Workflow {
  readonly moments: readonly string[];
  readonly actIds: readonly string[];
}

/** Every question about the workflow, at days and states of knowledge before, between and after its scenes. */
export function* workflowQuestions({ moments, actIds }: Workflow): Generator<Question> {
  const ats = [
    { validAt: '2025-07-10' },
    { validAt: '2026-12-14' },
    { validAt: '2026-12-14', knownAt: moments.at(-1) },
  ];
  for (const at of ats) {
    for (const document of LISTS) yield { document, variables: { at } };
    for (const officeId of OFFICES) yield { document: 'worklist', variables: { officeId, at } };
    for (const id of CLUSTERS) {
      yield { document: 'lifecycle', variables: { id, at } };
      yield { document: 'investorAppointments', variables: { clusterId: id, at } };
      yield { document: 'claims', variables: { subjectId: id, at } };
      const during = { from: '2025-01-01', to: '2028-01-01' };
      yield { document: 'gaps', variables: { filter: { clusterId: id }, ...during, at } };
      const filter = { officeId: 'UBND_XA:04441@2025-07-01' };
      if (id === 'yen-hop') yield { document: 'reports', variables: { filter, at } };
    }
    for (const by of [[], ['PROVINCE', 'DUTY_GROUP'], ['DISTRICT']])
      yield { document: 'progress', variables: { by, at } };
    yield { document: 'decisionRules', variables: { provinceId: '15@2025-07-01', at } };
    yield { document: 'lapsing', variables: { withinDays: 200, at } };
    yield { document: 'leftBy', variables: { unitId: '48.huyen-hoa-vang@origin', at } };
    for (const actId of actIds) yield { document: 'taint', variables: { actId, at } };
  }
  for (const [i, knownAt] of moments.entries()) {
    const next = moments[i + 1];
    const to = next === undefined ? {} : { knownTo: { knownAt: next } };
    for (const subjectId of ['cn2-soc-son', 'xuan-hoa-tho-hai', 'dong-an'])
      yield {
        document: 'knowledgeDiff',
        variables: { filter: { subjectId }, knownFrom: { knownAt }, ...to },
      };
  }
}
