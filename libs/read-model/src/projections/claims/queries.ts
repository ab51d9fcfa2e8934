import type { ClaimReads, ClaimsView } from '#application/ports';
import { registeredClaims, type ClusterClaim, type SubjectClaims } from '#domain';
import type { Database } from '../../storage/database.js';
import { AggregateVersions } from '../aggregates/versions.js';
import { claims } from './projection.js';

/** A cluster's claims as its registration gave them; undefined for another subject. */
export type ClaimsOfCluster = (id: string, knownSeq: number) => readonly ClusterClaim[] | undefined;

/** Questions about what is claimed. */
export class ClaimQueries implements ClaimReads {
  readonly #versions: AggregateVersions<SubjectClaims>;

  constructor(
    db: () => Database,
    private readonly ofCluster: ClaimsOfCluster,
  ) {
    this.#versions = new AggregateVersions(db, claims);
  }

  claims(subjectId: string, knownSeq: number): ClaimsView {
    const registered = registeredClaims(subjectId, this.ofCluster(subjectId, knownSeq) ?? []);
    const recorded = this.#versions.at(subjectId, knownSeq);
    if (recorded === undefined) return { subjectId, claims: registered, accepted: [] };
    return { ...recorded, claims: [...registered, ...recorded.claims] };
  }
}
