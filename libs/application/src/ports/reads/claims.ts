import type { SubjectClaims } from '#domain';

/** Everything claimed about a subject as known at some time, the claims of its registration first. */
export interface ClaimsView extends SubjectClaims {
  /** Of the stream of its claims, for `expectedRevision`; absent while it has none. */
  readonly revision?: number;
}

/** Questions about what is claimed. */
export interface ClaimReads {
  claims(subjectId: string, knownSeq: number): ClaimsView;
}
