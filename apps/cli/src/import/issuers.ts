import { isDeepStrictEqual } from 'node:util';
import {
  decideIdentifyIssuer,
  PROVENANCES,
  streamOf,
  type DocumentIssuerIdentified,
  type IdentifiedIssuer,
} from '#domain';
import type { FactImport } from './facts.js';
import { objectOf, PROVENANCE, TEXT } from './line-schema.js';
import { optionalFields } from './row-reader.js';

/** Which offices issued acts, one act a row. */
export const ISSUER_IMPORT: FactImport<DocumentIssuerIdentified, IdentifiedIssuer | undefined> = {
  what: 'issuers',
  columns: ['act_id', 'issuer_office_id', 'duty_id', 'reason', 'provenance', 'source'],
  fromCsv: (row) => ({
    actId: row.text('act_id'),
    issuerOfficeId: row.text('issuer_office_id'),
    provenance: row.oneOf('provenance', PROVENANCES),
    source: row.text('source'),
    ...optionalFields({ dutyId: row.optional('duty_id'), reason: row.optional('reason') }),
  }),
  schema: objectOf(['actId', 'issuerOfficeId', 'provenance', 'source'], {
    actId: TEXT,
    issuerOfficeId: TEXT,
    dutyId: TEXT,
    reason: TEXT,
    provenance: PROVENANCE,
    source: TEXT,
  }),
  subjectOf: ({ actId }) => actId,
  streamOf: streamOf.act,
  stateOf: (id, { ports, register }) => ports.readModel.act(id, register.knownSeq)?.identifiedIssuer,
  isRecorded: (row, state) => isDeepStrictEqual(issuerIn(row), state),
  decide: (row, before, { register: { acts, law } }) =>
    decideIdentifyIssuer(row, {
      acts,
      lineage: law.lineage,
      duties: law.duties,
      ...(before === undefined ? {} : { before }),
    }),
  evolve: (state, event) => (event.type === 'document.issuer-identified' ? issuerIn(event.data) : state),
};

/** What stays known of an act's issuer. */
function issuerIn({ actId: _act, reason: _reason, ...issuer }: DocumentIssuerIdentified): IdentifiedIssuer {
  return issuer;
}
