import {
  parseOfficeId,
  tierOf,
  type KnownCluster,
  type LawInForce,
  type LeadRule,
  type LocalDate,
  type OfficeId,
  type Register,
  type SchemeRegister,
  type Rule,
  type RuleMatter,
} from '#domain';
import type { ReadModel } from '../ports/read-model.js';

/** The register as known at one point of the log, read through the read model. */
export interface RegisterView extends Register, SchemeRegister {
  readonly knownSeq: number;
  /** Last revision of a cluster's stream; undefined where it has none. */
  clusterRevision(id: string): number | undefined;
  actRevision(id: string): number | undefined;
  /** Whether anything is recorded under this id; ids are unique over all kinds of subjects. */
  subjectExists(id: string): boolean;
  /** Every rule on a matter, in whatever province. */
  readonly rulesOf: (matter: RuleMatter) => readonly Rule[];
}

/** The register for decisions, as known after the given number of events. */
export function registerAt(
  readModel: ReadModel,
  knownSeq: number,
  leadRules: readonly LeadRule[],
): RegisterView {
  const law: LawInForce = {
    duties: readModel.duties(knownSeq),
    lineage: readModel.lineage(knownSeq),
    leadRules,
  };
  return {
    ...promotion(readModel, knownSeq),
    lineage: law.lineage,
    knownSeq,
    law,
    acts: (id) => readModel.act(id, knownSeq),
    cluster: (id) => knownCluster(readModel, id, knownSeq),
    officeExists: (id, day) => officeExists(id, day, law, readModel, knownSeq),
    clusterRevision: (id) => readModel.cluster(id, knownSeq)?.revision,
    actRevision: (id) => readModel.act(id, knownSeq)?.revision,
    subjectExists: (id) => readModel.subjectExists(id, knownSeq),
    rulesOf: (matter) => readModel.rules.rulesOf(matter, knownSeq),
  };
}

function promotion(
  { schemes, organisations }: ReadModel,
  knownSeq: number,
): Pick<SchemeRegister, 'organisations' | 'organisation' | 'scheme'> {
  return {
    organisations: organisations.succession(knownSeq),
    organisation: (id) => organisations.organisation(id, knownSeq),
    scheme: (id) => schemes.scheme(id, knownSeq),
  };
}

function knownCluster(readModel: ReadModel, id: string, knownSeq: number): KnownCluster | undefined {
  const cluster = readModel.cluster(id, knownSeq);
  if (cluster === undefined) return undefined;
  return {
    clusterId: cluster.id,
    name: cluster.name,
    ...(cluster.since === undefined ? {} : { since: cluster.since }),
    placements: cluster.placements,
    appointments: readModel.investors(id, knownSeq),
    phases: cluster.phases,
    shares: cluster.shares,
    assignments: readModel.assignments(id, undefined, knownSeq),
  };
}

/** A unit's office exists while the unit does and its tier fits; other offices where they were recorded. */
function officeExists(
  id: OfficeId,
  day: LocalDate,
  law: LawInForce,
  readModel: ReadModel,
  knownSeq: number,
): boolean {
  const office = parseOfficeId(id);
  if (office === undefined) return false;
  const { kind, rest } = office;
  if (kind === 'ENTERPRISE' || kind === 'PUBLIC_SERVICE_UNIT') {
    return readModel.office(id, { validAt: day, knownSeq }) !== undefined;
  }
  const tier = tierOf(kind);
  if (tier === undefined) return rest === undefined;
  return rest !== undefined && law.lineage.unitOn(rest, day)?.level === tier;
}
