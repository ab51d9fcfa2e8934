import { decideRegisterEnterprise, enterpriseId, PROVENANCES, streamOf, type Enterprise } from '#domain';
import type { AggregateImport } from './aggregates.js';
import { objectOf, PROVENANCE, TEXT } from './line-schema.js';
import { optionalFields } from './row-reader.js';

/** Enterprises, one a row; an id is made of the name where the cell is empty. */
export const ENTERPRISE_IMPORT: AggregateImport<Enterprise> = {
  what: 'enterprises',
  columns: ['enterprise_id', 'name', 'registration_number', 'provenance', 'source'],
  fromCsv: (row) => {
    const name = row.text('name');
    return {
      enterpriseId: row.optional('enterprise_id') ?? enterpriseId(name),
      name,
      provenance: row.oneOf('provenance', PROVENANCES),
      source: row.text('source'),
      ...optionalFields({ registrationNumber: row.optional('registration_number') }),
    };
  },
  schema: objectOf(['enterpriseId', 'name', 'provenance', 'source'], {
    enterpriseId: TEXT,
    name: TEXT,
    registrationNumber: TEXT,
    provenance: PROVENANCE,
    source: TEXT,
  }),
  idOf: (row) => row.enterpriseId,
  streamOf: streamOf.enterprise,
  decide: (row, register) => decideRegisterEnterprise(row, register.subjectExists(row.enterpriseId)),
};
