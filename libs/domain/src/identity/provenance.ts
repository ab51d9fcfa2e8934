/**
 * How certain a fact is.
 * `READ` in the act itself, `SECONDARY` read in a secondary public source, `STATED` by a source document,
 * `COMPUTED` from the published lists of units, `INFERRED`, `UNVERIFIED` from memory.
 * Facts that are inferred or unverified are never presented as certain.
 */
export const PROVENANCES = ['READ', 'SECONDARY', 'STATED', 'COMPUTED', 'INFERRED', 'UNVERIFIED'] as const;
export type Provenance = (typeof PROVENANCES)[number];
