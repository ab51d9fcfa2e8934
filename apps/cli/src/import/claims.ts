import { isDeepStrictEqual } from 'node:util';
import { claimFacets } from '#application';
import { decideRecordClaim, PROVENANCES, streamOf, type ClaimFacets, type ClaimRecorded } from '#domain';
import type { FactImport } from './facts.js';
import { DAY, objectOf, PROVENANCE, TEXT } from './line-schema.js';
import { optionalFields } from './row-reader.js';

/** What sources state about subjects and units, one claim a row; those that conflict are all taken. */
export const CLAIM_IMPORT: FactImport<ClaimRecorded, ClaimFacets> = {
  what: 'claims',
  columns: ['claim_id', 'subject_id', 'field', 'value', 'unit', 'as_of', 'provenance', 'source'],
  fromCsv: (row) => ({
    claimId: row.text('claim_id'),
    subjectId: row.text('subject_id'),
    field: row.text('field'),
    value: row.text('value'),
    provenance: row.oneOf('provenance', PROVENANCES),
    source: row.text('source'),
    ...optionalFields({ unit: row.optional('unit'), asOf: row.day('as_of') }),
  }),
  schema: objectOf(['claimId', 'subjectId', 'field', 'value', 'provenance', 'source'], {
    claimId: TEXT,
    subjectId: TEXT,
    field: TEXT,
    value: TEXT,
    unit: TEXT,
    asOf: DAY,
    provenance: PROVENANCE,
    source: TEXT,
  }),
  subjectOf: ({ subjectId }) => subjectId,
  streamOf: streamOf.claim,
  stateOf: (id, { ports, register }) => claimFacets(id, register, ports.readModel),
  isRecorded: (row, { claims }) => claims.some((claim) => isDeepStrictEqual(claim, row)),
  decide: decideRecordClaim,
  evolve: (state, event) =>
    event.type === 'claim.recorded' ? { ...state, claims: [...state.claims, event.data] } : state,
};
