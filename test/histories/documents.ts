import { WORKFLOW_DOCUMENTS } from './workflow.js';

/**
 * The documents of the questions. A history keeps a copy of those it was asked with, so these may change.
 * Not asked for: positions and cursors, which are the store's own, and explanations, whose words may improve.
 */
export const DOCUMENTS: Readonly<Record<string, string>> = {
  ...WORKFLOW_DOCUMENTS,
  log: '{ log { caughtUp readModel { seq recordedAt failure } } }',
  duties: `{ duties {
    id group name appliesTo decisionRule note
    rules { from to holderLevel article provenance basis { id } }
  } }`,
  responsibility: `query ($subjectId: ID!, $dutyId: ID!, $at: At) {
    responsibility(subjectId: $subjectId, dutyId: $dutyId, at: $at) {
      status holders { lead office { id name } } candidates { id }
      basis { act { id } article provenance pending } since until manner decidedBy { seq }
    }
  }`,
  cluster: `query ($id: ID!, $at: At) {
    cluster(id: $id, at: $at) {
      name status since areaHa provenance revision knownSeq
      communes { id } candidateCommunes { id } districts { id } provinces { id }
      placement { certainty precision provenance } documents { act { id } subject } claims { field value }
      infrastructureInvestor { id kind name status office { id } }
      responsibilities { duty { id } status holders { lead office { id } } candidates { id } }
    }
  }`,
  clusters: `query ($filter: ClusterFilter, $at: At, $after: String) {
    clusters(filter: $filter, at: $at, first: 20, after: $after) {
      edges { node { id } } pageInfo { hasNextPage endCursor }
    }
  }`,
  unit: `query ($id: ID!, $at: At) {
    unit(id: $id, at: $at) {
      id code name level kind parent { id } validFrom validTo aliases
      predecessors { extent effectiveOn from { id } act { id } }
      successors { extent effectiveOn to { id } act { id } }
    }
  }`,
  units: `query ($filter: UnitFilter, $at: At, $after: String) {
    units(filter: $filter, at: $at, first: 100, after: $after) {
      edges { node { id name } } pageInfo { hasNextPage endCursor }
    }
  }`,
  correspondence: `query ($from: LocalDate!, $to: LocalDate!, $unitId: ID!) {
    correspondence(from: $from, to: $to, unitId: $unitId) {
      extent effectiveOn from { id } to { id } act { id }
    }
  }`,
  act: `query ($id: ID!) {
    act(id: $id) {
      id kind number title issuer issuedOn inForceFrom lapsesOn endsOn endManner endedBy { id }
      amends replaces provenance source revision
    }
  }`,
  acts: `query ($filter: ActFilter, $after: String) {
    acts(filter: $filter, first: 50, after: $after) {
      edges { node { id endsOn revision } } pageInfo { hasNextPage endCursor }
    }
  }`,
  auditTrail: `query ($filter: AuditFilter, $after: String) {
    auditTrail(filter: $filter, first: 50, after: $after) {
      edges { node {
        id stream type schemaVersion seq recordedAt effectiveFrom reason
        actor { id office role } act { id } corrects { seq } data
      } }
      pageInfo { hasNextPage endCursor }
    }
  }`,
  transition: `query ($unitId: ID!) {
    transition(unitId: $unitId) {
      effectiveOn reassigned unsettled statuses { status count } subjects { id } events(first: 5) { seq type }
    }
  }`,
};
