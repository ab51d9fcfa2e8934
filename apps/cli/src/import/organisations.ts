import {
  decideRegisterOrganisation,
  ORGANISATION_KINDS,
  PROVENANCES,
  streamOf,
  type NamedOffice,
  type OrganisationRegistration,
} from '#domain';
import type { AggregateImport } from './aggregates.js';
import { DAY, objectOf, PROVENANCE, TEXT } from './line-schema.js';
import { optionalFields, type RowReader } from './row-reader.js';

const OFFICE = objectOf(['name'], { name: TEXT, officeId: TEXT });

/** Promotion centres and similar organisations, one a row; mergers are recorded by `rearrangeCentre`. */
export const ORGANISATION_IMPORT: AggregateImport<OrganisationRegistration> = {
  what: 'organisations',
  columns: [
    'organisation_id',
    'name',
    'kind',
    'parent_name',
    'parent_office_id',
    'guidance_name',
    'guidance_office_id',
    'unit_id',
    'from',
    'act_id',
    'provenance',
    'source',
  ],
  fromCsv: (row) => ({
    organisationId: row.text('organisation_id'),
    name: row.text('name'),
    kind: row.oneOf('kind', ORGANISATION_KINDS),
    provenance: row.oneOf('provenance', PROVENANCES),
    source: row.text('source'),
    ...optionalFields({
      parent: namedOffice(row, 'parent'),
      guidance: namedOffice(row, 'guidance'),
      unitId: row.optional('unit_id'),
      from: row.day('from'),
      actId: row.optional('act_id'),
    }),
  }),
  schema: objectOf(['organisationId', 'name', 'kind', 'provenance', 'source'], {
    organisationId: TEXT,
    name: TEXT,
    kind: { type: 'string', enum: ORGANISATION_KINDS },
    parent: OFFICE,
    guidance: OFFICE,
    unitId: TEXT,
    from: DAY,
    actId: TEXT,
    provenance: PROVENANCE,
    source: TEXT,
  }),
  idOf: ({ organisationId }) => organisationId,
  streamOf: streamOf.organisation,
  decide: (row, register) => decideRegisterOrganisation(row, register),
  columnOf: {
    id: 'organisation_id',
    'parent.officeId': 'parent_office_id',
    'guidance.officeId': 'guidance_office_id',
  },
};

function namedOffice(row: RowReader, role: 'parent' | 'guidance'): NamedOffice | undefined {
  const name = row.optional(`${role}_name`);
  const officeId = row.optional(`${role}_office_id`);
  if (name === undefined) {
    if (officeId !== undefined)
      row.invalid(`${role}_name`, 'The office has an id and no name.', 'Give its name as in the source.');
    return undefined;
  }
  return officeId === undefined ? { name } : { name, officeId };
}
